import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { entryAfter, type Json, type LedgerEntry } from '../record/ledger.ts'
import type { Writer } from './writer.ts'

/** SHA-256 of a text's UTF-8, lower-case hex. The store takes no lone surrogates, so that no two texts share bytes. */
export function digestOfText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** SHA-256 of plain data in the canonical form of RFC 8785, lower-case hex. */
export function digestOfData(data: Json): string {
  return digestOfText(canonicalize(data) ?? '')
}

/** Adds the next entry, in the transaction of what it tells of: both are there, or neither. */
export async function writeLedger(
  { trx, now }: Writer,
  { kind, body }: Pick<LedgerEntry, 'kind' | 'body'>,
): Promise<LedgerEntry> {
  const head = await trx.selectFrom('ledger').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  const entry = entryAfter(head ?? null, { at: now, kind, body })
  await trx
    .insertInto('ledger')
    .values({ ...entry, body: canonicalize(body) ?? '' })
    .execute()
  return entry
}
