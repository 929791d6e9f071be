import { createHmac } from 'node:crypto'
import type { Id } from '../id.ts'
import type { RecordKey } from '../keyed-digest.ts'
import type { LedgerEntry } from '../ledger.ts'
import type { Cadence } from './topic.ts'

/** What a person did towards the terms: agreed, took that back, or had all that is kept of the person erased. */
export const CONSENT_KINDS = ['consent', 'consent-withdrawn', 'erasure'] as const

export type ConsentKind = (typeof CONSENT_KINDS)[number]

/** How a person did it: by the button on a page that a link in a mail opened, or by the mail program's own button. */
export type ConsentWay = 'confirmation-link' | 'preferences-link' | 'leave-link' | 'one-click' | 'imported'

/** The exact words that somebody agreed to. */
export type ConsentWords = {
  /** Of the terms. */
  readonly version: number
  /** BCP 47. */
  readonly language: string
  readonly words: string
}

/** One act of a person towards the terms, as the record keeps it for ever: of the person a keyed digest alone. */
export type ConsentAct = {
  /** Given once, where the act is first written down. */
  readonly id: Id
  readonly kind: ConsentKind
  /** As `subjectOf` makes it of the address. */
  readonly subject: string
  /** What was agreed to; null for who takes it back. */
  readonly words: ConsentWords | null
  /** Which form, with its version: `sign-up 1`; null where none was filled in. */
  readonly form: string | null
  /** Topic words: what was asked for; what is still followed, for who left some of it; null where nothing is. */
  readonly topics: readonly string[] | null
  readonly cadence: Cadence | null
  /** UTC, when the form was sent that was confirmed by the act; null where there was none. */
  readonly askedAt: string | null
  readonly way: ConsentWay
  /** UTC. */
  readonly at: string
}

/** An act with where the ledger tells of it. */
export type RecordedConsent = ConsentAct & {
  readonly wordsSha256: string | null
  readonly entry: LedgerEntry
}

/**
 * The key of one address, made of the record's. Shown with the proof of a consent, it lets anybody check whose consent
 * that is, and says nothing of any other address.
 */
export function subjectKeyOf(key: RecordKey, address: string): Buffer {
  return createHmac('sha256', key.bytes).update(`the consents of ${address}`, 'utf8').digest()
}

/** What stands for an address in the ledger: HMAC-SHA-256 of it with its own key, as `hmac-sha256:KEY:HEX`. */
export function subjectOf(key: RecordKey, address: string): string {
  const digest = createHmac('sha256', subjectKeyOf(key, address)).update(address, 'utf8').digest('hex')
  return `hmac-sha256:${key.id}:${digest}`
}
