import type { DayNumber } from '../../text/calendar-day.ts'
import { type SupportAnswer, supportOf } from '../commitments/support.ts'
import type { Id } from '../id.ts'
import type { FigureClaim, FigureSet } from './figure.ts'
import { happenedBy, inOrder } from './in-order.ts'
import type { ArticleOf } from './quoted.ts'

/** One claim among the others. */
export type FigureRow = {
  readonly claim: FigureClaim
  readonly evidence: SupportAnswer
  /** A later claim of the same claimant, in the same unit; null for its newest. The older one stays where it is. */
  readonly laterId: Id | null
}

const claimantOf = ({ by, claimant, unit }: FigureClaim) => JSON.stringify([by, claimant, unit])

/**
 * The claims of one figure side by side, the oldest first. No claim is made of others: there is no sum, no mean, and
 * no pair of "at least" and "at most" that would say more than each.
 */
export function figureRows(
  { claims }: FigureSet,
  { today, articleOf }: { readonly today: DayNumber; readonly articleOf: ArticleOf },
): readonly FigureRow[] {
  const made = happenedBy(
    inOrder(claims, () => 0),
    today,
  )
  return made.map((claim, at) => ({
    claim,
    evidence: supportOf(claim.evidence, articleOf),
    laterId: made.slice(at + 1).findLast((later) => claimantOf(later) === claimantOf(claim))?.id ?? null,
  }))
}
