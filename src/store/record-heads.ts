import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

/** How far each table has come that dossiers are derived of: rows are only added, by this process or another. */
export type RecordHeads = {
  readonly rows: number
  readonly publications: number
  readonly decisions: number
  readonly identities: number
  readonly readings: number
  readonly removals: number
}

export const NOTHING: RecordHeads = {
  rows: 0,
  publications: 0,
  decisions: 0,
  identities: 0,
  readings: 0,
  removals: 0,
}

/** Where the tables stand now. Cost: one look at the end of each. */
export async function recordHeads(db: Kysely<Tables>): Promise<RecordHeads> {
  const { rows } = await sql<RecordHeads>`select
    (select coalesce(max(seq), 0) from dossier_rows) as rows,
    (select coalesce(max(seq), 0) from publications) as publications,
    (select coalesce(max(seq), 0) from statement_decisions) as decisions,
    (select coalesce(max(seq), 0) from identity_decisions) as identities,
    (select coalesce(max(rowid), 0) from readings) as readings,
    (select count(*) from removals) + (select count(*) from dossier_removals) as removals`.execute(db)
  return rows[0] ?? NOTHING
}
