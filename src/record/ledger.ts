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
  /** What of it; `form` tells in which form that is said. */
  readonly body: { readonly [key: string]: Json }
  /** The hash of the entry before; `BEGINNING` for the first. */
  readonly previous: string
  /** SHA-256, lower-case hex, of all the above in the canonical form of RFC 8785, the body as its own SHA-256. */
  readonly hash: string
}

/** What stands before the first entry. */
export const BEGINNING = '0'.repeat(64)

/** The last entry that a new one follows; null where there is none yet. */
export type LedgerHead = Pick<LedgerEntry, 'seq' | 'hash'>

/**
 * The form that bodies have which are written now; each holds it as `form`. It changes whenever what a body says, or how
 * it is digested, changes: an entry of another form is named, and not taken for an altered one.
 */
export const FORM = 1

/** What an entry's body says, in the canonical form of RFC 8785, in one line. */
export function bodyForm({ body }: Pick<LedgerEntry, 'body'>): string {
  return canonicalize(body) ?? ''
}

function digestOf(form: string): string {
  return createHash('sha256').update(form).digest('hex')
}

/** An entry's place in the chain: the digest of its body stands for that, so that who must not see it can follow the chain all the same. */
export type LedgerLink = Omit<LedgerEntry, 'body'> & {
  /** SHA-256 of the body's canonical form, lower-case hex. */
  readonly body: string
}

/** An entry without what it says. */
export function linkOf({ seq, at, kind, body, previous, hash }: LedgerEntry): LedgerLink {
  return { seq, at, kind, body: digestOf(bodyForm({ body })), previous, hash }
}

type Hashed = Omit<LedgerEntry, 'hash'> | Omit<LedgerLink, 'hash'>

/** What of an entry is hashed, as it is hashed: the canonical form of RFC 8785, in one line, with its body's digest for that. */
export function hashedForm({ seq, at, kind, body, previous }: Hashed): string {
  const digest = typeof body === 'string' ? body : digestOf(bodyForm({ body }))
  // Stated anew, so that nothing else that an object may carry is hashed with it.
  return canonicalize({ seq, at, kind, body: digest, previous }) ?? ''
}

/** The hash that an entry with these values has. */
export function hashOf(entry: Hashed): string {
  return digestOf(hashedForm(entry))
}

/** Whether an entry's body is of the form that is known here. */
export function isKnownForm({ body }: Pick<LedgerEntry, 'body'>): boolean {
  return body['form'] === FORM
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
