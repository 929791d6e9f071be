import type { Kysely } from 'kysely'
import type { Fault } from '../article/fault.ts'
import type { Feed, FeedDecision, FeedState, LookCounts } from '../record/feeds.ts'
import type { Id } from '../record/id.ts'
import type { FeedStates, Tables } from './tables.ts'

/** A state as the port gives it. */
function stateOf(row: FeedStates): FeedState {
  return {
    address: row.address,
    title: row.title,
    etag: row.etag,
    lastModified: row.last_modified,
    lookedAt: row.looked_at,
    nextAt: row.next_at,
    intervalMs: row.interval_ms,
    failures: row.failures,
    fault: row.fault === null ? null : (JSON.parse(row.fault) as Fault),
    counts: row.counts === null ? null : (JSON.parse(row.counts) as LookCounts),
  }
}

/** The columns of what is given of a state. */
export function columnsOf(state: Partial<FeedState>): Partial<FeedStates> {
  const { address, title, etag, lastModified, lookedAt, nextAt, intervalMs, failures, fault, counts } = state
  return {
    ...(address !== undefined && { address }),
    ...(title !== undefined && { title }),
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { last_modified: lastModified }),
    ...(lookedAt !== undefined && { looked_at: lookedAt }),
    ...(nextAt !== undefined && { next_at: nextAt }),
    ...(intervalMs !== undefined && { interval_ms: intervalMs === null ? null : Math.round(intervalMs) }),
    ...(failures !== undefined && { failures }),
    ...(fault !== undefined && { fault: fault && JSON.stringify(fault) }),
    ...(counts !== undefined && { counts: counts && JSON.stringify(counts) }),
  }
}

/** All feeds with their last decision. */
function decidedFeeds(db: Kysely<Tables>) {
  return db
    .selectFrom('feeds as f')
    .innerJoin('feed_states as s', 's.feed_id', 'f.id')
    .innerJoin('feed_decisions as d', 'd.feed_id', 'f.id')
    .where('d.seq', '=', ({ selectFrom }) =>
      selectFrom('feed_decisions as last')
        .select(({ fn }) => fn.max('last.seq').as('seq'))
        .whereRef('last.feed_id', '=', 'f.id'),
    )
}

/** The feeds that are followed, in the order in which they were first followed; of one id, that one. */
export async function followedFeeds(db: Kysely<Tables>, id: Id | null): Promise<readonly Feed[]> {
  const rows = await decidedFeeds(db)
    .where('d.deed', '!=', 'stop')
    .$if(id !== null, (query) => query.where('f.id', '=', id ?? ''))
    .selectAll('s')
    .select(['f.id', 'd.words'])
    .select(({ selectFrom }) => [
      selectFrom('feed_decisions as began')
        .select(({ fn }) => fn.max('began.recorded_at').as('at'))
        .whereRef('began.feed_id', '=', 'f.id')
        .where('began.deed', '=', 'follow')
        .as('followed_at'),
      selectFrom('feed_entries as e')
        .select(({ fn }) => fn.countAll<number>().as('taken'))
        .whereRef('e.feed_id', '=', 'f.id')
        .where('e.is_taken', '=', 1)
        .as('taken'),
    ])
    .orderBy('f.seq')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    words: row.words,
    followedAt: row.followed_at ?? '',
    taken: row.taken ?? 0,
    ...stateOf(row),
  }))
}

/** Every feed that was ever followed: its id, the addresses it is known by, and its last decision. */
export async function knownFeeds(db: Kysely<Tables>) {
  return decidedFeeds(db)
    .select(['f.id', 'f.address as followedAs', 's.address', 'd.id as decision', 'd.deed', 'd.words'])
    .execute()
}

/** The decisions about a feed, the first one first. */
export async function decisionsOf(db: Kysely<Tables>, id: Id): Promise<readonly FeedDecision[]> {
  return db
    .selectFrom('feed_decisions')
    .select(['id', 'deed', 'words', 'recorded_at as recordedAt'])
    .where('feed_id', '=', id)
    .orderBy('seq')
    .execute()
}
