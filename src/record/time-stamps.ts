import type { Id } from './id.ts'
import type { LedgerHead } from './ledger.ts'

/** What was asked of an authority for time stamps, and its answer: both as they went over the wire (RFC 3161). */
export type TimeStamp = {
  /** The entry of the ledger whose hash was stamped, and with it all before it. */
  readonly covers: LedgerHead
  /** The address of the authority. */
  readonly authority: string
  readonly request: Uint8Array
  readonly answer: Uint8Array
}

/** The first line of the time stamps in an export: what they are, and in which form. */
export const STAMPS_HEAD = '{"format":"onrecord-time-stamps","form":1}'

/** One that is kept. */
export type KeptTimeStamp = TimeStamp & { readonly id: Id; readonly recordedAt: string }

/**
 * Asks an authority.
 *
 * @param signal breaks it off
 * @returns the bytes of its answer, whatever they say
 * @throws ExpectedError where it does not answer
 */
export type AskAuthority = (request: Uint8Array, signal: AbortSignal) => Promise<Uint8Array>
