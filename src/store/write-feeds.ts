import { linkKey } from '../article/feed/link-key.ts'
import type { FeedDecision, FeedState } from '../record/feeds.ts'
import type { Id } from '../record/id.ts'
import { feedDecisionBody } from './ledger-bodies.ts'
import { columnsOf, knownFeeds } from './read-feeds.ts'
import { writeLedger } from './write-ledger.ts'
import type { Writer } from './writer.ts'

type Decided = { readonly id: Id; readonly decision: Id | null }

async function decide(writer: Writer, feed: Decided, made: Pick<FeedDecision, 'deed' | 'words'>) {
  const { trx, now, newId } = writer
  const row = { id: newId(), feed_id: feed.id, supersedes: feed.decision, ...made, recorded_at: now }
  await trx.insertInto('feed_decisions').values(row).execute()
  await writeLedger(writer, 'feed-decision', await feedDecisionBody(trx, row.id))
}

/** Changes what is given of a feed's state. */
export async function updateState({ trx }: Writer, id: Id, state: Partial<FeedState>): Promise<void> {
  const columns = columnsOf(state)
  if (Object.keys(columns).length === 0) return
  await trx.updateTable('feed_states').set(columns).where('feed_id', '=', id).execute()
}

async function newFeed({ trx, now, newId }: Writer, address: string): Promise<Decided> {
  const id = newId()
  await trx.insertInto('feeds').values({ id, address, recorded_at: now }).execute()
  await trx.insertInto('feed_states').values({ feed_id: id, address, failures: 0 }).execute()
  return { id, decision: null }
}

/** The next look fetches the feed whole: what the server says about changes is about the old filter's entries. */
function lookAnew(now: string): Partial<FeedState> {
  return { etag: null, lastModified: null, nextAt: now }
}

/** Follows a feed; one that is followed at this address already gets the filter, if there is one. */
export async function followFeed(
  writer: Writer,
  { address, title, words }: { readonly address: string; readonly title: string | null; readonly words: string | null },
) {
  const key = linkKey(address)
  const feeds = await knownFeeds(writer.trx)
  const known = feeds.find((feed) => [feed.address, feed.followedAs].some((one) => linkKey(one) === key))
  if (known !== undefined && known.deed !== 'stop') {
    if (words !== null && known.words !== words) await changeWords(writer, known, words)
    return { state: 'known', id: known.id } as const
  }
  const feed = known ?? (await newFeed(writer, address))
  await decide(writer, feed, { deed: 'follow', words })
  await updateState(writer, feed.id, { ...lookAnew(writer.now), address, title, failures: 0, fault: null })
  return { state: 'followed', id: feed.id } as const
}

async function changeWords(writer: Writer, feed: Decided, words: string | null): Promise<void> {
  await decide(writer, feed, { deed: 'filter', words })
  await updateState(writer, feed.id, lookAnew(writer.now))
}

async function followedFeed({ trx }: Writer, id: Id) {
  const feeds = await knownFeeds(trx)
  return feeds.find((feed) => feed.id === id && feed.deed !== 'stop') ?? null
}

/** Sets the filter of a feed. @returns false where it is not followed */
export async function setFeedWords(writer: Writer, id: Id, words: string | null): Promise<boolean> {
  const feed = await followedFeed(writer, id)
  if (feed !== null && feed.words !== words) await changeWords(writer, feed, words)
  return feed !== null
}

/** Stops following a feed. @returns false where it is not followed */
export async function stopFeed(writer: Writer, id: Id): Promise<boolean> {
  const feed = await followedFeed(writer, id)
  if (feed === null) return false
  await decide(writer, feed, { deed: 'stop', words: feed.words })
  await updateState(writer, id, { nextAt: null })
  return true
}
