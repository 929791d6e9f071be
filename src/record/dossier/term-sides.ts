import type { DayNumber } from '../../text/calendar-day.ts'
import { type ActorIndex, sideOf } from '../actors/speaks-for.ts'
import { type SupportAnswer, supportOf } from '../commitments/support.ts'
import type { Id } from '../id.ts'
import { happenedBy, inOrder } from './in-order.ts'
import type { ArticleOf } from './quoted.ts'
import { TERM_STATES, type Term, type TermState, type TermStep } from './term.ts'

/** What one side says of a term: its last step, and those before it. */
export type TermSide = {
  /** The actor that whoever said it spoke for; null for what outlets and documents say in their own voice. */
  readonly side: Id | null
  readonly state: TermState
  readonly last: TermStep
  /** How well that step is evidenced. */
  readonly evidence: SupportAnswer
  /** All its steps in order, the last one too. */
  readonly steps: readonly TermStep[]
}

/** Whether the sides say the same of the term, as far as they say anything. */
export type TermView = { readonly term: Term; readonly sides: readonly TermSide[]; readonly isAgreed: boolean }

/**
 * A term as it stands on a day: what each side says of it, side by side. Nobody's word is taken for the other's, and
 * no state is made of both.
 *
 * @returns sides in the order in which they first spoke
 */
export function termSides(
  term: Term,
  {
    today,
    actors,
    articleOf,
  }: { readonly today: DayNumber; readonly actors: ActorIndex; readonly articleOf: ArticleOf },
): TermView {
  const steps = happenedBy(
    inOrder(term.steps, ({ state }) => TERM_STATES.indexOf(state)),
    today,
  )
  const bySide = Map.groupBy(steps, ({ by, date }) => (by === null ? null : sideOf(actors, by, date)))
  const sides = [...bySide].flatMap(([side, own]) => {
    const last = own.at(-1)
    return last === undefined
      ? []
      : [{ side, state: last.state, last, evidence: supportOf(last.evidence, articleOf), steps: own }]
  })
  return { term, sides, isAgreed: new Set(sides.map(({ state }) => state)).size <= 1 }
}
