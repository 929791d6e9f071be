import type { DayNumber } from './calendar-day.ts'
import { type DateFault, isVague, type SingleDate, singleDate } from './edtf-date.ts'

/** An end of an interval: a date, `open` (`..`, it goes on), or `unknown` (nothing is written). */
export type IntervalEnd = SingleDate | 'open' | 'unknown'

/** A date or an interval of EDTF (ISO 8601-2, levels 0 and 1) that was read; only `parseEdtf` makes one. */
export type Edtf =
  | { readonly kind: 'date'; readonly edtf: string; readonly date: SingleDate }
  | { readonly kind: 'interval'; readonly edtf: string; readonly from: IntervalEnd; readonly to: IntervalEnd }

/** The days that a date can mean, both included; null for no bound: open, or not known. */
export type DaySpan = { readonly first: DayNumber | null; readonly last: DayNumber | null }

function endOfInterval(side: string): IntervalEnd | DateFault {
  if (side === '..') return 'open'
  return side === '' ? 'unknown' : singleDate(side)
}

const isDate = (end: IntervalEnd): end is SingleDate => typeof end !== 'string'
const isFault = (end: IntervalEnd | DateFault): end is DateFault => typeof end !== 'string' && 'ok' in end

/**
 * Reads a date or an interval: `2022-05-23`, `2021-12-10/2022-01~`, `2018-09-01/..`.
 *
 * @returns the date, or one clause that says what is wrong with it and what to write
 */
export function parseEdtf(edtf: string): { readonly ok: true; readonly time: Edtf } | DateFault {
  const sides = edtf.split('/')
  const [from, to] = sides.map(endOfInterval)
  if (from === undefined || sides.length > 2)
    return { ok: false, sentence: `${edtf.slice(0, 40).toWellFormed()} has more than two ends; write FROM/TO` }
  if (isFault(from)) return from
  if (to === undefined)
    return isDate(from)
      ? { ok: true, time: { kind: 'date', edtf, date: from } }
      : { ok: false, sentence: 'the date is empty; write a year, month or day, such as 2022-05, or leave it out' }
  if (isFault(to)) return to
  if (!isDate(from) && !isDate(to)) return { ok: false, sentence: `${edtf} has no date at either end` }
  if (isDate(from) && isDate(to) && from.first > to.last)
    return { ok: false, sentence: `${edtf} ends before it begins; write the earlier date first` }
  return { ok: true, time: { kind: 'interval', edtf, from, to } }
}

/**
 * A date that is known to be right: from our own record, or from our own code.
 *
 * @throws Error where it is not
 */
export function knownEdtf(edtf: string): Edtf {
  const parsed = parseEdtf(edtf)
  if (!parsed.ok) throw new Error(`not a date of the record: ${parsed.sentence}`)
  return parsed.time
}

/** All days that `time` can mean: from its first to its last. */
export function daysOf(time: Edtf): DaySpan {
  if (time.kind === 'date') return time.date
  return { first: isDate(time.from) ? time.from.first : null, last: isDate(time.to) ? time.to.last : null }
}

/** How one date lies to another: wholly before it, wholly after it, or sharing at least one day that both can mean. */
export function compareEdtf(one: Edtf, other: Edtf): 'before' | 'overlapping' | 'after' {
  const [a, b] = [daysOf(one), daysOf(other)]
  if (a.last !== null && b.first !== null && a.last < b.first) return 'before'
  return a.first !== null && b.last !== null && a.first > b.last ? 'after' : 'overlapping'
}

/** The days on one of which something happens, both included; `isAbout` where even a single day is only about right. */
export type DayRange = { readonly first: DayNumber; readonly last: DayNumber; readonly isAbout: boolean }

/**
 * The day on which a date ends. A date as precise as it stands ends on its last day (`2022-01` on 31 January); a vague
 * one on any of its days (`2022-01~` from 1 to 31 January).
 *
 * @returns null where the end is open or not known
 */
export function lastDayOf(time: Edtf): DayRange | null {
  const end = time.kind === 'date' ? time.date : time.to
  if (!isDate(end)) return null
  const isAbout = isVague(end) && end.first === end.last
  return { first: isVague(end) ? end.first : end.last, last: end.last, isAbout }
}

/**
 * Whether all days that `time` can mean lie in `span`, or only some, or none. A vague end of the span counts with its
 * surest days only: before "about September 2018" is over, it is not sure that it has begun.
 */
export function liesIn(time: Edtf, span: Edtf): 'wholly' | 'partly' | 'not' {
  if (compareEdtf(time, span) !== 'overlapping') return 'not'
  const { first, last } = daysOf(time)
  const sure = sureDaysOf(span)
  const begins = sure.first === null || (first !== null && first >= sure.first)
  const ends = sure.last === null || (last !== null && last <= sure.last)
  return begins && ends ? 'wholly' : 'partly'
}

/** The days that surely belong to a span: a vague or imprecise beginning is over, a vague end not yet come. */
function sureDaysOf(span: Edtf): DaySpan {
  const [from, to] = span.kind === 'date' ? [span.date, span.date] : [span.from, span.to]
  return {
    first: !isDate(from) ? null : isVague(from) ? from.last : from.first,
    last: !isDate(to) ? null : isVague(to) ? to.first : to.last,
  }
}
