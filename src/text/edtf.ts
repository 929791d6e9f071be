/** A date as EDTF gives it: a year, a year and month, or a day: `2022`, `2022-03`, `2022-03-08`. */
export type DateParts = { readonly year: number; readonly month: number | null; readonly day: number | null }

/** Newspapers are not older, and a page that says it is from the next century is wrong. */
const FIRST_YEAR = 1600
const LAST_YEAR = 2199

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/**
 * Writes a date as EDTF (ISO 8601-2 level 0), as precise as its parts and no more.
 *
 * @returns null where the calendar has no such date, or a day is given without a month
 */
export function edtfOf({ year, month, day }: DateParts): string | null {
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) return null
  if (month === null) return day === null ? String(year) : null
  if (!Number.isInteger(month) || month < 1 || month > 12) return null
  const yearMonth = `${year}-${String(month).padStart(2, '0')}`
  if (day === null) return yearMonth
  if (!Number.isInteger(day) || day < 1 || day > daysIn(year, month)) return null
  return `${yearMonth}-${String(day).padStart(2, '0')}`
}

/**
 * How far apart two EDTF days are.
 *
 * @returns whole days from `from` to `to`, null where one of them is no day
 */
export function daysBetween(from: string, to: string): number | null {
  const isDay = /^\d{4}-\d{2}-\d{2}$/
  if (!isDay.test(from) || !isDay.test(to)) return null
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
