import type { DayNumber } from '../../text/calendar-day.ts'
import type { DayRange } from '../../text/edtf-time.ts'

/** A number of days; where dates are vague, from `least` to `most`. */
export type Days = {
  readonly least: number
  readonly most: number
  /** Whether even a single number is only about right. */
  readonly isAbout: boolean
}

/** How many days lie between one day and another, at least and at most; negative where `to` comes first. */
export function daysFrom(from: DayRange, to: DayRange): Days {
  const [least, most] = [to.first - from.last, to.last - from.first]
  return { least, most, isAbout: (from.isAbout || to.isAbout) && least === most }
}

/** One day, as a range. */
export function onDay(day: DayNumber): DayRange {
  return { first: day, last: day, isAbout: false }
}
