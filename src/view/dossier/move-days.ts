import { overdueSpans } from '../../record/commitments/overdue-spans.ts'
import type { Dossier } from '../../record/dossier/dossier.ts'
import { bounds } from '../../record/dossier/in-order.ts'
import { type DayNumber, dayNumber } from '../../text/calendar-day.ts'

/** Later than anything that a dossier tells of. */
const AFTER_ALL = dayNumber(2199, 12, 31)

/**
 * The days on which a dossier moved, in order, each once: when something happened, was said or asked, and the first day
 * on which something was overdue. What is known only to a month counts from its last day on.
 */
export function moveDays({ commitments, demands }: Dossier): readonly DayNumber[] {
  const events = commitments.flatMap((commitment) => commitment.events)
  const steps = commitments.flatMap(({ terms }) => terms.flatMap((term) => term.steps))
  const dated = [...events, ...steps, ...demands, ...demands.flatMap(({ replies }) => replies)]
  const overdue = commitments.flatMap((commitment) =>
    overdueSpans(commitment, { today: AFTER_ALL, supersededOn: null }).map(({ from }) => from),
  )
  return [...new Set([...dated.map(({ date }) => bounds(date)[1]), ...overdue])].toSorted((a, b) => a - b)
}
