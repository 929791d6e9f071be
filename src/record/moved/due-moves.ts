import type { DayNumber } from '../../text/calendar-day.ts'
import { lastDayOf } from '../../text/edtf-time.ts'
import type { Commitment } from '../commitments/commitment.ts'
import { type Schedule, scheduleAnswer } from '../commitments/schedule.ts'
import { supersededOn } from '../commitments/superseded-on.ts'
import { eventsInOrder } from '../commitments/three-answers.ts'
import { dayBegins } from '../dossier/day-begins.ts'
import { dayInLastZone } from '../dossier/day-in-zones.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { bounds, happenedBy } from '../dossier/in-order.ts'
import type { MovedItem } from './moved-item.ts'
import type { PublicState } from './public-state.ts'

/** The part of a state's time that is looked at: from a moment on, up to the next state or the end. */
type Span = { readonly from: string; readonly until: string; readonly isLast: boolean }

/** What the calendar says of a commitment, where that is worth a line by itself. */
function momentOf(schedule: Schedule): 'due' | 'overdue' | null {
  if (schedule.state === 'overdue') return 'overdue'
  const isDay = (schedule.state === 'due' || schedule.state === 'due soon') && schedule.in.most <= 0
  return isDay ? 'due' : null
}

/** The days on which an answer can be another one than on the day before: each event's first, each due date's last and the next. */
function turningDays({ events }: Commitment, first: DayNumber, last: DayNumber): readonly DayNumber[] {
  const days = events.flatMap(({ date, due }) => {
    const range = due === null || due.date === null ? null : lastDayOf(due.date)
    return [bounds(date)[0], ...(range === null ? [] : [range.last, range.last + 1])]
  })
  return [...new Set([first, ...days])].filter((day) => day >= first && day <= last).sort((a, b) => a - b)
}

function movesIn(dossier: Dossier, commitment: Commitment, span: Span): readonly MovedItem[] {
  const { id: dossierId, timeZones, commitments } = dossier
  const events = eventsInOrder(commitment.events)
  const superseded = supersededOn(commitment.id, commitments)
  const [first, last] = [dayInLastZone(span.from, timeZones), dayInLastZone(span.until, timeZones)]
  return turningDays(commitment, first, last).flatMap((day): MovedItem[] => {
    const schedule = scheduleAnswer(happenedBy(events, day), { today: day, supersededOn: superseded })
    const kind = momentOf(schedule)
    const at = day === first ? span.from : dayBegins(day, timeZones)
    if (kind === null || at > span.until || (at === span.until && !span.isLast)) return []
    return [
      {
        key: JSON.stringify([kind, dossierId, commitment.id, schedule.due?.date?.edtf ?? null]),
        at,
        moved: { kind, dossierId, commitmentId: commitment.id },
        how: 'new',
        dossiers: [dossierId],
        actors: [commitment.actorId],
      },
    ]
  })
}

/**
 * When the commitments of a dossier fell due and went past due, each date of each once: one that was moved to another
 * date can fall due again.
 *
 * @param states all that the public ever saw of it, in their order
 * @param upTo   UTC; what the calendar brings later is not there
 */
export function dueMoves(states: readonly PublicState[], upTo: string): readonly MovedItem[] {
  const found = new Map<string, MovedItem>()
  for (const [at, { from, dossier }] of states.entries()) {
    if (dossier === null || from > upTo) continue
    const next = states[at + 1]?.from ?? null
    const isLast = next === null || next > upTo
    const span = { from, until: isLast ? upTo : next, isLast }
    for (const item of dossier.commitments.flatMap((commitment) => movesIn(dossier, commitment, span)))
      if (!found.has(item.key)) found.set(item.key, item)
  }
  return [...found.values()]
}
