import { type DayNumber, dayNumber, edtfOfDay } from '../../text/calendar-day.ts'

/** Days laid out from left to right. */
export type TimeScale = {
  readonly first: DayNumber
  readonly last: DayNumber
  /** Where a day lies, in pixels; a day outside lies on the edge. */
  xOf(day: DayNumber): number
}

/** Room at both ends, so that marks on the first and last day are whole, in pixels. */
const MARGIN = 8
/** A single day gets so many around it. */
const LEAST_DAYS = 30

/** A scale for days from `first` to `last`, over `width` pixels. */
export function timeScale(first: DayNumber, last: DayNumber, width: number): TimeScale {
  const spare = Math.max(0, Math.ceil((LEAST_DAYS - (last - first)) / 2))
  const [from, to] = [first - spare, last + spare]
  const perDay = (width - 2 * MARGIN) / (to - from)
  const xOf = (day: DayNumber) => MARGIN + (Math.min(Math.max(day, from), to) - from) * perDay
  return { first: from, last: to, xOf }
}

/** A line across the picture with a date on it. */
export type Tick = { readonly x: number; readonly edtf: string }

/** Months between ticks, from which the closest that leaves room for the dates is taken. */
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000]
const MONTHS_A_YEAR = 12

function monthOf(day: DayNumber): number {
  const [year = 0, month = 1] = (edtfOfDay(day) ?? '').split('-').map(Number)
  return year * MONTHS_A_YEAR + month - 1
}

function tickAt(month: number, step: number, scale: TimeScale): Tick {
  const [year, ofYear] = [Math.floor(month / MONTHS_A_YEAR), (month % MONTHS_A_YEAR) + 1]
  const written = `${String(year).padStart(4, '0')}-${String(ofYear).padStart(2, '0')}`
  return { x: scale.xOf(dayNumber(year, ofYear, 1)), edtf: step % MONTHS_A_YEAR === 0 ? written.slice(0, 4) : written }
}

/**
 * Beginnings of months or years, as close as their dates leave room for.
 *
 * @param room pixels from one to the next at least
 */
export function ticksOf(scale: TimeScale, room: number): readonly Tick[] {
  const [first, last] = [monthOf(scale.first) + 1, monthOf(scale.last)]
  const months = Math.max(1, last - first + 1)
  const perMonth = (scale.xOf(scale.last) - scale.xOf(scale.first)) / months
  const step = STEPS.find((one) => one * perMonth >= room) ?? months
  const start = Math.ceil(first / step) * step
  return Array.from({ length: Math.max(0, Math.floor((last - start) / step) + 1) }, (_, at) =>
    tickAt(start + at * step, step, scale),
  )
}
