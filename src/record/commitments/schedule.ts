import type { DayNumber } from '../../text/calendar-day.ts'
import { type DayRange, daysOf, type Edtf, lastDayOf } from '../../text/edtf-time.ts'
import { type Days, daysFrom, onDay } from '../dossier/days.ts'
import { bounds } from '../dossier/in-order.ts'
import type { Id } from '../id.ts'
import type { CommitmentEvent, Due, EventKind } from './commitment.ts'

/** How a commitment stands to its due date on a day. */
export type ScheduleState =
  /** No date was ever set, or only words that name none. */
  | { readonly state: 'no date' }
  | { readonly state: 'due' | 'due soon'; readonly in: Days }
  | { readonly state: 'overdue'; readonly by: Days }
  /** The due date is vague and some of its days are over: by none to `most` days. */
  | { readonly state: 'perhaps overdue'; readonly by: Days }
  | { readonly state: 'met on time' }
  | { readonly state: 'met late'; readonly by: Days }
  /** A date is vague: met on time, or up to `most` days late. */
  | { readonly state: 'met, perhaps late'; readonly by: Days }
  /** It is not counted any further. `late`: how many days past due it ended; null where it was not due yet, or had no date. */
  | { readonly state: 'ended'; readonly as: Ending; readonly late: Days | null }

/** What ends a commitment without it being met. */
export type Ending = 'broken' | 'withdrawn' | 'superseded'

/** The answer of the calendar, with the due date it goes by. */
export type Schedule = ScheduleState & {
  /** The last that was set; null where none was. */
  readonly due: Due | null
  /** The event that ended the count: met, broken, withdrawn; null while it runs, and where another commitment took over. */
  readonly endedBy: Id | null
  /** Whether something disputes that event. */
  readonly isEndDisputed: boolean
  /**
   * Where the date was moved: how many days past the first that was set, today or when it ended; else null. A date
   * that is moved again and again is always met on time.
   */
  readonly pastFirstDue: Days | null
}

/** Two weeks: time enough to ask how it stands before the day comes. */
export const DUE_SOON_DAYS = 14

/** A commitment's end: by one of its events, or since another commitment stands in its place. */
type End = { readonly as: 'met' | Ending; readonly on: DayRange; readonly event: CommitmentEvent | null }

const ENDS: ReadonlySet<EventKind> = new Set<EventKind>(['met', 'broken', 'withdrawn'])
/** What takes up again a commitment that had ended. */
const BEGINS: ReadonlySet<EventKind> = new Set<EventKind>(['announced', 'agreed', 'scheduled', 'postponed'])

/** The days on which something may have happened, none of them after `today`. */
function happenedOn(date: Edtf, today: DayNumber): DayRange {
  const [first, last] = bounds(date)
  const end = date.kind === 'date' ? lastDayOf(date) : null
  return { first: Math.min(first, today), last: Math.min(last, today), isAbout: end?.isAbout ?? false }
}

/** What ended a commitment whose events these are; a later announcement takes it up again. Null while it runs. */
export function endOf(events: readonly CommitmentEvent[], today: DayNumber, supersededOn: Edtf | null): End | null {
  const last = events.findLast(({ kind }) => ENDS.has(kind) || BEGINS.has(kind))
  if (last !== undefined && ENDS.has(last.kind))
    return { as: last.kind as 'met' | Ending, on: happenedOn(last.date, today), event: last }
  const { first } = supersededOn === null ? { first: null } : daysOf(supersededOn)
  if (supersededOn === null || (first !== null && first > today)) return null
  return { as: 'superseded', on: happenedOn(supersededOn, today), event: null }
}

function running(due: DayRange, today: DayNumber): ScheduleState {
  const past = daysFrom(due, onDay(today))
  if (past.least > 0) return { state: 'overdue', by: past }
  if (past.most > 0) return { state: 'perhaps overdue', by: { ...past, least: 0 } }
  const left = daysFrom(onDay(today), due)
  return { state: left.least <= DUE_SOON_DAYS ? 'due soon' : 'due', in: left }
}

/** How many days past due something ended; null where it was in time. */
function lateness(due: DayRange, on: DayRange): Days | null {
  const past = daysFrom(due, on)
  return past.most > 0 ? { ...past, least: Math.max(0, past.least) } : null
}

function ended({ as, on }: End, due: DayRange | null): ScheduleState {
  const late = due === null ? null : lateness(due, on)
  if (as !== 'met') return { state: 'ended', as, late }
  if (due === null) return { state: 'no date' }
  if (late === null) return { state: 'met on time' }
  return { state: late.least > 0 ? 'met late' : 'met, perhaps late', by: late }
}

const rangeOf = (due: Due | null) => (due?.date === null || due === null ? null : lastDayOf(due.date))

/** Days past the first date that was set, where a later one took its place. */
function pastFirst(dues: readonly Due[], now: DayRange): Days | null {
  const [first, last] = [dues.find(({ date }) => date !== null)?.date, dues.at(-1)?.date]
  if (first === undefined || first === null || first.edtf === last?.edtf) return null
  const due = lastDayOf(first)
  return due === null ? null : lateness(due, now)
}

/**
 * The schedule's answer on a day. An event that nothing supports (any more) moves nothing.
 *
 * @param happened     the events that have happened, in their order
 * @param today        the day that is asked about, where the dossier's day ends last
 * @param supersededOn when another commitment took its place; null where none did
 */
export function scheduleAnswer(
  happened: readonly CommitmentEvent[],
  { today, supersededOn }: { readonly today: DayNumber; readonly supersededOn: Edtf | null },
): Schedule {
  const events = happened.filter(({ evidence }) => evidence.some(({ stance }) => stance === 'supports'))
  const dues = events.flatMap(({ due }) => (due === null ? [] : [due]))
  const due = dues.at(-1) ?? null
  const range = rangeOf(due)
  const end = endOf(events, today, supersededOn)
  const state: ScheduleState =
    end !== null ? ended(end, range) : range === null ? { state: 'no date' } : running(range, today)
  return {
    ...state,
    due,
    endedBy: end?.event?.id ?? null,
    isEndDisputed: end?.event?.evidence.some(({ stance }) => stance === 'disputes') ?? false,
    pastFirstDue: pastFirst(dues, end?.on ?? onDay(today)),
  }
}
