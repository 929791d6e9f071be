import type { Kysely } from 'kysely'
import type { Id } from '../record/id.ts'
import type { ListQuery, Page } from '../record/page.ts'
import type { ActorName, ActorSummary } from '../record/records.ts'
import { wordQuery } from '../text/words.ts'
import { cutPage, keysOf, limitOf, TOP } from './cursor.ts'
import { FOREVER } from './forever.ts'
import type { Tables } from './tables.ts'
import { matching } from './word-index.ts'

/** The names of actors up to a record time, in the order in which they were recorded. */
export async function namesByActor(
  db: Kysely<Tables>,
  ids: readonly Id[],
  at = FOREVER,
): Promise<ReadonlyMap<Id, readonly ActorName[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('names')
    .select(['actor_id', 'name', 'language', 'script', 'kind'])
    .where('actor_id', 'in', ids)
    .where('recorded_at', '<=', at)
    .orderBy('id')
    .execute()
  const names = Map.groupBy(rows, ({ actor_id }) => actor_id)
  return new Map([...names].map(([id, own]) => [id, own.map(({ actor_id: _, ...name }) => name)]))
}

/** A page of speakers: most statements first, and among equals the one recorded last. */
export async function listSpeakers(db: Kysely<Tables>, query: ListQuery): Promise<Page<ActorSummary>> {
  const [statements = TOP, seq = TOP] = keysOf(query.cursor, 2)
  const limit = limitOf(query.limit)
  const asked = wordQuery(query.words ?? '')
  const all = db
    .selectFrom('current_speakers')
    .$if(asked.length > 0, (found) => found.where('seq', 'in', matching('speaker_words', asked)))
  const { total } = await all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const found = await all
    .selectAll()
    .where(({ eb, refTuple, tuple }) => eb(refTuple('statements', 'seq'), '<', tuple(statements, seq)))
    .orderBy('statements', 'desc')
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute()
  const { rows, next } = cutPage(found, { limit, keys: (row) => [row.statements, row.seq] })
  const names = await namesByActor(
    db,
    rows.map(({ actor_id }) => actor_id),
  )
  const items = rows.map((row) => ({
    id: row.actor_id,
    names: names.get(row.actor_id) ?? [],
    statements: row.statements,
    articles: row.articles,
  }))
  return { items, total, next }
}
