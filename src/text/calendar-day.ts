import { edtfOf } from './edtf.ts'

/** A day of the calendar, counted from 1 January 1970. */
export type DayNumber = number

const DAY_MS = 86_400_000

/** What is known of a day, from an EDTF date as precise as a day, a month or a year. */
export type KnownDate = { readonly year: number; readonly month: number | null; readonly day: number | null }

/**
 * Reads a date of EDTF level 0 ("2022-03-08", "2022-03", "2022"; a time behind a day is left out).
 *
 * @returns null for any other string
 */
export function knownDate(edtf: string): KnownDate | null {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?$/.exec(edtf)
  if (found === null) return null
  const [year, month, day] = found.slice(1).map((part) => (part === undefined ? null : Number(part)))
  const date = { year: year ?? 0, month: month ?? null, day: day ?? null }
  return edtfOf(date) === null ? null : date
}

/** The number of a day of the calendar, which exists. */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  return Math.round(Date.UTC(year, month - 1, day) / DAY_MS)
}

/** A day as EDTF; null outside the years that newspapers are from. */
export function edtfOfDay(day: DayNumber): string | null {
  const date = new Date(day * DAY_MS)
  return edtfOf({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() })
}

/** The day of the week: 0 is Sunday. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 4) % 7) + 7) % 7
}

/** The month as EDTF that lies `months` before the given one. */
export function monthBefore(year: number, month: number, months: number): string | null {
  const count = year * 12 + month - 1 - months
  return edtfOf({ year: Math.floor(count / 12), month: (count % 12) + 1, day: null })
}
