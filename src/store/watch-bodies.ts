import type { Kysely } from 'kysely'
import type { Id } from '../record/id.ts'
import type { LedgerEntry } from '../record/ledger.ts'
import { digestOfData } from './digests.ts'
import type { Tables } from './tables.ts'

/** What the ledger says of a decision about a page that is looked at again: the digest of that, with the page's address. */
export async function pageDecisionBody(db: Kysely<Tables>, id: Id): Promise<LedgerEntry['body'] | null> {
  const row = await db.selectFrom('page_decisions').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const { id: decision, recorded_at: recordedAt, ...made } = row
  const page = await db.selectFrom('watched_pages').selectAll().where('id', '=', row.page_id).executeTakeFirst()
  return { 'page-decision': decision, sha256: digestOfData({ ...made, page: page ?? null }), recordedAt }
}

/** What the ledger says of a decision about all pages of a feed or a dossier. */
export async function watchDecisionBody(db: Kysely<Tables>, id: Id): Promise<LedgerEntry['body'] | null> {
  const row = await db.selectFrom('watch_decisions').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const { id: decision, recorded_at: recordedAt, ...made } = row
  return { 'watch-decision': decision, ...made, recordedAt }
}
