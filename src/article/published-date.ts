import { daysBetween, edtfOf } from '../text/edtf.ts'
import { firstPrintedDate } from '../text/printed-date.ts'

/** ISO 8601 as pages write it, and what they make of it: a date, then a time or nothing. */
const ISO = /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?=$|[T\s,])/

/** `Tue, 08 Mar 2022 09:30:00 GMT` and `Tue Mar 08 2022 09:30:00 GMT+0100`. */
const WEEKDAY_FIRST = /^[A-Za-z]{3},? (.{6,12}?\d{4})\b/
const MONTH_DAY_YEAR = /^([A-Za-z]{3} \d{1,2}) (?:\d{2}:\d{2}:\d{2} )?.{0,12}?(\d{4})/

/**
 * The date of a machine-readable value, as its own offset gives it: 23:30-05:00 on the 8th is the 8th.
 *
 * @param value an ISO 8601 or RFC 2822 date and time, or a date as people print it
 * @returns EDTF as precise as the value, null where it gives none
 */
export function machineDate(value: string): string | null {
  const text = value.trim()
  const [, year, month, day] = ISO.exec(text) ?? []
  if (year !== undefined)
    return edtfOf({
      year: Number(year),
      month: month === undefined ? null : Number(month),
      day: day === undefined ? null : Number(day),
    })
  const plain = text.replace(WEEKDAY_FIRST, '$1').replace(MONTH_DAY_YEAR, '$1, $2')
  return firstPrintedDate(plain)?.edtf ?? null
}

/** A time in UTC: its day need not be the day that the outlet's readers saw. */
function isUtc(value: string): boolean {
  return /\d{2}:\d{2}.*(?:Z|[+-]00:?00|GMT|UTC)\s*$/i.test(value.trim())
}

/**
 * The day an article was published.
 *
 * @param machine values of the page's metadata, best first
 * @param printed EDTF of the date that the page prints above its text, or null
 * @returns EDTF; where the metadata is in UTC and the page prints the day before or after, the printed one
 */
export function publishedDate(machine: readonly string[], printed: string | null): string | null {
  for (const value of machine) {
    const date = machineDate(value)
    if (date === null) continue
    const apart = printed === null ? null : daysBetween(date, printed)
    return isUtc(value) && apart !== null && Math.abs(apart) === 1 ? printed : date
  }
  return printed
}
