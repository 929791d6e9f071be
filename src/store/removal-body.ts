import type { Kysely } from 'kysely'
import type { Id } from '../record/id.ts'
import type { LedgerEntry } from '../record/ledger.ts'
import { digestOfData } from './digests.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

/** Tables in which rows of what was removed stay, without a word of it: the kind of thing, and what its rows hold. */
const STAYING = {
  blob: ['blobs', 'sha256'],
  text: ['texts', 'id'],
  reading: ['readings', 'id'],
  article: ['articles', 'id'],
  statement: ['statements', 'id'],
  'watched-page': ['watched_pages', 'id'],
  'page-decision': ['page_decisions', 'id'],
  actor: ['actors', 'id'],
} as const

/** What stays of all that went: rows that others refer to, and where the records lay. */
async function staying(db: Db, removalId: Id) {
  const things = (kind: string) =>
    db.selectFrom('removed_things').select('id').where('kind', '=', kind).where('removal_id', '=', removalId)
  const rows: Record<string, readonly Record<string, string | number | null>[]> = {}
  for (const [kind, [table, column]] of Object.entries(STAYING))
    rows[kind] = await db
      .selectFrom(table)
      .selectAll()
      .where(column as 'id', 'in', things(kind))
      .orderBy(column as 'id')
      .execute()
  const told = await db
    .selectFrom('statement_decisions')
    .selectAll()
    .where('decision_id', 'in', things('decision'))
    .orderBy('seq')
    .execute()
  if (told.length > 0) rows['decision'] = told
  rows['record'] = await db
    .selectFrom('archive_records')
    .select(['record_id', 'date', 'recorded_at'])
    .where('record_id', 'in', things('record'))
    .orderBy('record_id')
    .execute()
  return rows
}

/**
 * What the ledger says of a removal: of which article, why, by whom, the ids of all that went, what stands in the places
 * of the records, keyed digests of the addresses, and the digest of the rows that stay, which are empty.
 */
export async function removalBody(db: Db, id: Id): Promise<LedgerEntry['body'] | null> {
  const row = await db.selectFrom('removals').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const { id: removal, article_id: article, reason, removed_by: by, recorded_at: recordedAt } = row
  const rows = await db
    .selectFrom('removed_things')
    .select(['kind', 'id'])
    .where('removal_id', '=', id)
    .where('kind', '!=', 'record')
    .orderBy('kind')
    .orderBy('id')
    .execute()
  const removed = Map.groupBy(rows, ({ kind }) => kind)
  const records = await db
    .selectFrom('archive_records as a')
    .innerJoin('removed_things as t', 't.id', 'a.record_id')
    .select(['record_id as id', 'type', 'file', 'start as offset', 'length', 'sha256'])
    .where('t.kind', '=', 'record')
    .where('t.removal_id', '=', id)
    .orderBy('file')
    .orderBy('start')
    .execute()
  const addresses = await db
    .selectFrom('removed_addresses')
    .select('digest')
    .where('removal_id', '=', id)
    .orderBy('digest')
    .execute()
  const ids = Object.fromEntries([...removed].map(([kind, things]) => [kind, things.map((thing) => thing.id)]))
  return {
    removal,
    article,
    reason,
    by,
    removed: ids,
    records,
    addresses: addresses.map(({ digest }) => digest),
    stays: digestOfData(await staying(db, id)),
    recordedAt,
  }
}

/** What the ledger says of letting something come again from where something was removed. */
export async function readmissionBody(db: Db, id: Id): Promise<LedgerEntry['body'] | null> {
  const row = await db.selectFrom('readmissions').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const { id: readmission, removal_id: removal, reason, readmitted_by: by, recorded_at: recordedAt } = row
  return { readmission, removal, reason, by, recordedAt }
}
