import type { Figure as ReadFigure } from '../../reading/statement.ts'
import type { Edtf } from '../../text/edtf-time.ts'
import type { Id } from '../id.ts'
import type { Evidence } from './quoted.ts'

/** "At least", "up to", "about": how a claimed value lies to the true one. */
export type Comparator = ReadFigure['comparator']

/** One claim of how many or how much. */
export type FigureClaim = {
  readonly id: Id
  /** Who claims it; null where the record has no such actor, and `claimant` says it in words. */
  readonly by: Id | null
  /** "investigative reports"; null where `by` says who. */
  readonly claimant: string | null
  readonly comparator: Comparator
  readonly value: number
  /** What is counted, in the claim's own words: "people", "mostly Muslim minorities". */
  readonly unit: string
  /** When it was claimed. */
  readonly date: Edtf
  /** The time that the claim is about; null where it does not say. */
  readonly since: Edtf | null
  /** At least one. */
  readonly evidence: readonly Evidence[]
}

/** One thing that several count differently. Claims are set side by side, never averaged, never merged. */
export type FigureSet = {
  readonly id: Id
  /** "people held in camps in Xinjiang" */
  readonly what: string
  readonly claims: readonly FigureClaim[]
}
