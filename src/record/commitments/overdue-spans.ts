import type { DayNumber } from '../../text/calendar-day.ts'
import { type Edtf, lastDayOf } from '../../text/edtf-time.ts'
import { bounds, happenedBy } from '../dossier/in-order.ts'
import type { Commitment } from './commitment.ts'
import { endOf } from './schedule.ts'
import { eventsInOrder } from './three-answers.ts'

/** Days on which a commitment was overdue: a bar on a timeline. Both ends are included. */
export type OverdueSpan = {
  /** The first day on which it may have been overdue; before `from` where the due date is vague. */
  readonly perhapsFrom: DayNumber
  /** The first day on which it surely was. */
  readonly from: DayNumber
  readonly to: DayNumber
}

/**
 * When a commitment was overdue, up to a day: each due date until it was met or ended, or until another date was set.
 * A date that was moved in time has no span; one that was moved late has its own, so that moving it hides nothing.
 *
 * @param today        the day that is asked about
 * @param supersededOn when another commitment took its place; null where none did
 */
export function overdueSpans(
  commitment: Commitment,
  { today, supersededOn }: { readonly today: DayNumber; readonly supersededOn: Edtf | null },
): readonly OverdueSpan[] {
  const events = happenedBy(eventsInOrder(commitment.events), today).filter(({ evidence }) =>
    evidence.some(({ stance }) => stance === 'supports'),
  )
  return events.flatMap((event, at) => {
    const due = event.due?.date == null ? null : lastDayOf(event.due.date)
    if (due === null) return []
    const next = events.findIndex((later, place) => place > at && later.due !== null)
    const until = next < 0 ? events : events.slice(0, next)
    const end = endOf(until, today, next < 0 ? supersededOn : null)
    const moved = next < 0 ? null : events[next]
    const to = end?.on.last ?? (moved == null ? today : Math.min(today, bounds(moved.date)[1]))
    return to > due.last ? [{ perhapsFrom: due.first + 1, from: due.last + 1, to }] : []
  })
}
