import canonicalize from 'canonicalize'
import type { Kysely, Selectable } from 'kysely'
import type { LedgerEntry } from '../record/ledger.ts'
import type { Tables } from './tables.ts'

/** How many entries are read at once. */
const ENTRIES = 1000

/** A body as it is stored. One that was altered, if only in its form, is not the one that was hashed. */
function bodyOf(stored: string): LedgerEntry['body'] {
  try {
    const body = JSON.parse(stored) as LedgerEntry['body']
    if (canonicalize(body) === stored) return body
  } catch {
    // No JSON any more: told as it stands, for the hash to disagree with.
  }
  return { altered: stored }
}

/** An entry as its row has it. */
export function entryOf(row: Selectable<Tables['ledger']>): LedgerEntry {
  return { ...row, body: bodyOf(row.body) }
}

/** The entry at a place; null where there is none. */
export async function readEntry(db: Kysely<Tables>, seq: number | 'last'): Promise<LedgerEntry | null> {
  const row = await db
    .selectFrom('ledger')
    .selectAll()
    .$if(seq !== 'last', (query) => query.where('seq', '=', Number(seq)))
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : entryOf(row)
}

/** The entries that follow `after`, in order; at most a thousand, none at the end. */
export async function readLedger(db: Kysely<Tables>, after: number): Promise<readonly LedgerEntry[]> {
  const rows = await db
    .selectFrom('ledger')
    .selectAll()
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(ENTRIES)
    .execute()
  return rows.map(entryOf)
}
