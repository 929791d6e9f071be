import canonicalize from 'canonicalize'
import { entryAfter, type LedgerEntry, type LedgerHead } from '../record/ledger.ts'
import { keyedBody } from './keyed-body.ts'
import type { Writer } from './writer.ts'

/**
 * Adds the next entry, in the transaction of what it tells of: both are there, or neither.
 *
 * @param told as `ledger-bodies.ts` makes it of what has just been written
 */
export async function writeLedger(
  { trx, now: at, key }: Writer,
  kind: string,
  told: LedgerEntry['body'] | null,
): Promise<LedgerHead> {
  if (told === null) throw new Error(`the ${kind} that the ledger is to tell of was not written`)
  const body = keyedBody(kind, told, key)
  const head = await trx.selectFrom('ledger').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  const entry = entryAfter(head ?? null, { at, kind, body })
  await trx
    .insertInto('ledger')
    .values({ ...entry, body: canonicalize(body) ?? '' })
    .execute()
  return { seq: entry.seq, hash: entry.hash }
}
