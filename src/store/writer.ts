import type { Transaction } from 'kysely'
import type { Archive } from '../record/archive.ts'
import type { Id } from '../record/id.ts'
import type { RecordKey } from '../record/keyed-digest.ts'
import type { KnownSpeakersCache } from './known-speakers.ts'
import type { Tables } from './tables.ts'

/** What every write needs: its transaction, the one time at which all its rows are recorded, new ids, the archive, a key. */
export type Writer = {
  readonly trx: Transaction<Tables>
  readonly now: string
  readonly newId: () => Id
  readonly archive: Archive
  /** For what the ledger says of personal data. */
  readonly key: RecordKey
  /** What new speakers are compared with. */
  readonly speakers: KnownSpeakersCache
}

/** SQLite takes 32,766 values a query; no table has more than a dozen columns. */
const ROWS_AN_INSERT = 1000

/** Inserts rows in as many queries as needed; none for no rows. */
export async function insertAll<Row>(rows: readonly Row[], insert: (some: Row[]) => Promise<unknown>) {
  for (let at = 0; at < rows.length; at += ROWS_AN_INSERT) await insert(rows.slice(at, at + ROWS_AN_INSERT))
}
