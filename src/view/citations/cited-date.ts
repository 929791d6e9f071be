import type { SingleDate } from '../../text/edtf-date.ts'
import { parseEdtf } from '../../text/edtf-time.ts'

/** A date as citations have it: year, month, day, as far as they are known. */
export type DateParts = readonly [year: number, month?: number, day?: number]

/** A date, or from one to another; null where an end is open or not known. */
export type CitedDate = {
  readonly from: DateParts | null
  /** Null where it is a single date. */
  readonly to: DateParts | null
  readonly isAbout: boolean
}

/** Year, month and day of a date; null for a decade or a century, which no style has a form for. */
function partsOf({ edtf, precision }: SingleDate): DateParts | null {
  if (precision === 'decade' || precision === 'century') return null
  const [year = 0, month, day] = edtf
    .slice(0, 10)
    .split('-')
    .map((part) => Number.parseInt(part, 10))
  if (month === undefined || Number.isNaN(month)) return [year]
  return day === undefined || Number.isNaN(day) ? [year, month] : [year, month, day]
}

/**
 * What citations can say of a date.
 *
 * @param edtf a date of the record; null or anything else where none is known
 * @returns null where no date can be given
 */
export function citedDate(edtf: string | null): CitedDate | null {
  const parsed = edtf === null ? null : parseEdtf(edtf)
  if (parsed === null || !parsed.ok) return null
  const { time } = parsed
  const ends = time.kind === 'date' ? [time.date] : [time.from, time.to]
  const [from = null, to = null] = ends.map((end) => (typeof end === 'string' ? null : partsOf(end)))
  if (from === null && to === null) return null
  const isAbout = ends.some((end) => typeof end !== 'string' && (end.isAbout || end.isUncertain))
  return { from, to, isAbout }
}

const MONTHS = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' })

/** The name of a month in English, from 1. */
export function monthName(month: number): string {
  return MONTHS.format(Date.UTC(2000, month - 1, 1))
}
