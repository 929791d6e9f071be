import type { Kysely } from 'kysely'
import type { LedgerEntry } from '../record/ledger.ts'
import type { Tables } from './tables.ts'

/** How many entries are read at once. */
const ENTRIES = 1000

/** The entries that follow `after`, in order; at most a thousand, none at the end. */
export async function readLedger(db: Kysely<Tables>, after: number): Promise<readonly LedgerEntry[]> {
  const rows = await db
    .selectFrom('ledger')
    .selectAll()
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(ENTRIES)
    .execute()
  return rows.map((row) => ({ ...row, body: JSON.parse(row.body) as LedgerEntry['body'] }))
}
