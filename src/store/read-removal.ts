import type { Kysely } from 'kysely'
import type { Id } from '../record/id.ts'
import type { LedgerEntry } from '../record/ledger.ts'
import type { Removal } from '../record/removal.ts'
import { StoreError } from '../record/store-error.ts'
import type { Tables } from './tables.ts'

/** That an article was removed; null where it was not. */
export async function readRemoval(db: Kysely<Tables>, articleId: Id): Promise<Removal | null> {
  const row = await db
    .selectFrom('removals')
    .select(['article_id as articleId', 'recorded_at as at', 'reason'])
    .where('article_id', '=', articleId)
    .executeTakeFirst()
  return row ?? null
}

/** All articles that were removed, by their ids. */
export async function allRemovals(db: Kysely<Tables>): Promise<ReadonlyMap<Id, Removal>> {
  const rows = await db
    .selectFrom('removals')
    .select(['article_id as articleId', 'recorded_at as at', 'reason'])
    .execute()
  return new Map(rows.map((removal) => [removal.articleId, removal]))
}

/**
 * Bytes that were removed do not come back.
 *
 * @param name as the sentence calls them
 * @throws StoreError where these were removed
 */
export async function assertNotRemoved(db: Kysely<Tables>, sha256: string, name: string): Promise<void> {
  const row = await db
    .selectFrom('removed_things as t')
    .innerJoin('removals as r', 'r.id', 't.removal_id')
    .select(['r.recorded_at as at', 'r.reason'])
    .where('t.kind', '=', 'blob')
    .where('t.id', '=', sha256)
    .executeTakeFirst()
  if (row === undefined) return
  const sentence = `${name}: these bytes were removed on ${row.at.slice(0, 10)} (${row.reason}); they are not added again`
  throw new StoreError('removed', sentence)
}

/** Whether what an entry of the ledger tells of, or some of it, was removed. */
export async function isRemoved(db: Kysely<Tables>, { kind, body }: LedgerEntry): Promise<boolean> {
  const row = await db
    .selectFrom('removed_things')
    .select('id')
    .where('kind', '=', kind)
    .where('id', '=', String(body[kind]))
    .executeTakeFirst()
  return row !== undefined
}
