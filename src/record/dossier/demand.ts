import type { Edtf } from '../../text/edtf-time.ts'
import type { Id } from '../id.ts'
import type { Evidence } from './quoted.ts'

/** What became of a demand: somebody answered it, promised or refused it; it was met, or those who made it gave it up. */
export const REPLY_KINDS = ['answered', 'promised', 'refused', 'met', 'withdrawn'] as const
export type ReplyKind = (typeof REPLY_KINDS)[number]

/** Something that moved a demand. */
export type Reply = {
  readonly id: Id
  readonly kind: ReplyKind
  /** Who replied; null where it came about without anybody saying so. */
  readonly by: Id | null
  readonly date: Edtf
  /** At least one. */
  readonly evidence: readonly Evidence[]
}

/** How many are said to have signed, beside those who are listed: "192 groups". */
export type DeclaredSignatories = {
  readonly count: number
  /** What is counted: "rights groups". */
  readonly of: string
}

/** What is asked of an actor. */
export type Demand = {
  readonly id: Id
  readonly addresseeId: Id
  /** What is asked, as it goes on after "to": "release its report without further delay". */
  readonly what: string
  readonly date: Edtf
  /** The commitment it is about; null where it is about none. */
  readonly commitmentId: Id | null
  /** Signatories by name; those who made it, where nobody signed. */
  readonly listed: readonly Id[]
  /** Null where nobody gave a number. */
  readonly declared: DeclaredSignatories | null
  /** At least one. */
  readonly evidence: readonly Evidence[]
  /** In any order; the dates order them. */
  readonly replies: readonly Reply[]
}
