import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/**
 * One line of the ledger: what happened to evidence, or what a person decided. It holds no personal data but as
 * keyed digests, so that it can stay for ever.
 */
export type LedgerEntry = {
  /** From 1, without a gap. */
  readonly seq: number
  /** UTC. */
  readonly at: string
  /** What happened: `capture`, `text`, `reading`, … */
  readonly kind: string
  readonly body: { readonly [key: string]: Json }
  /** The hash of the entry before; `BEGINNING` for the first. */
  readonly previous: string
  /** SHA-256, lower-case hex, of all the above in the canonical form of RFC 8785. */
  readonly hash: string
}

/** What stands before the first entry. */
export const BEGINNING = '0'.repeat(64)

/** The last entry that a new one follows; null where there is none yet. */
export type LedgerHead = Pick<LedgerEntry, 'seq' | 'hash'>

/** What of an entry is hashed, as it is hashed: the canonical form of RFC 8785, in one line. */
export function hashedForm({ seq, at, kind, body, previous }: Omit<LedgerEntry, 'hash'>): string {
  // Stated anew, so that nothing else that an object may carry is hashed with it.
  return canonicalize({ seq, at, kind, body, previous }) ?? ''
}

/** The hash that an entry with these values has. */
export function hashOf(entry: Omit<LedgerEntry, 'hash'>): string {
  return createHash('sha256').update(hashedForm(entry)).digest('hex')
}

/** Makes the entry that follows `head`. */
export function entryAfter(
  head: LedgerHead | null,
  { at, kind, body }: Pick<LedgerEntry, 'at' | 'kind' | 'body'>,
): LedgerEntry {
  const open = { seq: (head?.seq ?? 0) + 1, at, kind, body, previous: head?.hash ?? BEGINNING }
  return { ...open, hash: hashOf(open) }
}

/** What is wrong with an entry, seen from the one before it. */
export type LedgerFault = {
  /** The entry's place. */
  readonly seq: number
  readonly code: 'altered' | 'missing' | 'unlinked' | 'clock-set-back'
}

/**
 * Checks an entry against the one before it: that its hash is that of its values, that none is missing between them,
 * that it names the hash of the one before, and that time went on.
 *
 * @param before null for the first entry
 */
export function ledgerFaults(before: LedgerEntry | null, entry: LedgerEntry): readonly LedgerFault[] {
  const { seq } = entry
  const faults: LedgerFault[] = []
  if (hashOf(entry) !== entry.hash) faults.push({ seq, code: 'altered' })
  if (seq !== (before?.seq ?? 0) + 1) faults.push({ seq, code: 'missing' })
  else if (entry.previous !== (before?.hash ?? BEGINNING)) faults.push({ seq, code: 'unlinked' })
  if (before !== null && entry.at < before.at) faults.push({ seq, code: 'clock-set-back' })
  return faults
}
