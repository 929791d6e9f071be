import { type DayNumber, dayNumber } from '../../text/calendar-day.ts'
import { daysOf, type Edtf } from '../../text/edtf-time.ts'
import type { Id } from '../id.ts'

/** Something that happened, or was said, on a date. */
type Dated = { readonly id: Id; readonly date: Edtf }

const FIRST = dayNumber(1600, 1, 1)
const LAST = dayNumber(2199, 12, 31)

/** The first and last day that a date can mean; an end without a bound is the edge of the calendar that is taken. */
export function bounds(date: Edtf): readonly [first: DayNumber, last: DayNumber] {
  const { first, last } = daysOf(date)
  return [first ?? FIRST, last ?? LAST]
}

/**
 * In the order in which things happened, whatever the order in which they were entered: by the last day that a date
 * can mean, then its first, then `rank` (what comes first of one day), then the id.
 */
export function inOrder<T extends Dated>(things: readonly T[], rank: (thing: T) => number): readonly T[] {
  return things
    .map((thing) => ({ thing, bounds: bounds(thing.date), rank: rank(thing) }))
    .sort(
      (a, b) =>
        a.bounds[1] - b.bounds[1] ||
        a.bounds[0] - b.bounds[0] ||
        a.rank - b.rank ||
        (a.thing.id < b.thing.id ? -1 : a.thing.id > b.thing.id ? 1 : 0),
    )
    .map(({ thing }) => thing)
}

/** What has happened by the end of a day, or may have: the first day that its date can mean has come. */
export function happenedBy<T extends { readonly date: Edtf }>(things: readonly T[], day: DayNumber): readonly T[] {
  return things.filter(({ date }) => bounds(date)[0] <= day)
}
