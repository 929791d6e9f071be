import type { Edtf } from '../../text/edtf-time.ts'
import type { Id } from '../id.ts'
import type { Evidence } from './quoted.ts'

/** How far a term has come, by what one side says of it. */
export const TERM_STATES = ['sought', 'promised', 'granted', 'restricted', 'refused', 'unknown'] as const
export type TermState = (typeof TERM_STATES)[number]

/** What one side said of a term on a day. */
export type TermStep = {
  readonly id: Id
  readonly state: TermState
  /** Who says so; null where an outlet or a document does in its own voice. */
  readonly by: Id | null
  readonly date: Edtf
  /** At least one. */
  readonly evidence: readonly Evidence[]
}

/** A condition attached to a commitment: "unsupervised interviews with civil society". */
export type Term = {
  readonly id: Id
  readonly what: string
  /** In any order; the dates order them. */
  readonly steps: readonly TermStep[]
}
