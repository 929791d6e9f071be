import { type DayNumber, dayNumber } from './calendar-day.ts'
import { edtfOf } from './edtf.ts'

/**
 * One date, as precise as it is known. The day it means is one of `first` to `last`, both included; where nothing
 * makes it vague, all of them are meant: `2022-05` is the whole of May, `2022-05-XX` one day of it that nobody knows.
 */
export type SingleDate = {
  readonly edtf: string
  readonly precision: 'minute' | 'day' | 'month' | 'year' | 'decade' | 'century'
  readonly first: DayNumber
  readonly last: DayNumber
  /** `~` or `%`: approximate. */
  readonly isAbout: boolean
  /** `?` or `%`: the source itself is in doubt. */
  readonly isUncertain: boolean
  /** Some digits are `X`. */
  readonly isUnspecified: boolean
}

/** Why something is no date that the record takes; one clause that says what to write instead. */
export type DateFault = { readonly ok: false; readonly sentence: string }

const DATE = /^(\d{4})(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([~?%]?)$/
const DECADE_OR_CENTURY = /^(\d{2})(\d|X)X([~?%]?)$/
const MINUTE = /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?$/
/** EDTF numbers seasons from 21 on where months stand. */
const FIRST_SEASON = 21
const LAST_OF_THEM = 41

function fault(sentence: string): DateFault {
  return { ok: false, sentence }
}

function qualifiers(mark: string | undefined) {
  return { isAbout: mark === '~' || mark === '%', isUncertain: mark === '?' || mark === '%' }
}

function lastDayOf(year: number, month: number): DayNumber {
  return (month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1)) - 1
}

const NO_MARK = { isAbout: false, isUncertain: false, isUnspecified: false }

/** A day with a time, in the time of the place: the day is the one that is written. */
function minute(edtf: string, [year, month, day]: readonly number[]): SingleDate | DateFault {
  if (year === undefined || month === undefined || day === undefined) return noSuchDay(edtf)
  if (edtfOf({ year, month, day }) === null) return noSuchDay(edtf)
  const at = dayNumber(year, month, day)
  return { edtf, precision: 'minute', first: at, last: at, ...NO_MARK }
}

function noSuchDay(edtf: string): DateFault {
  return fault(`${edtf} is not in the calendar; the record takes dates of the years 1600 to 2199`)
}

function calendarDate(edtf: string, parts: readonly (string | undefined)[]): SingleDate | DateFault {
  const [year = '', month, day, mark] = parts
  const monthNumber = month === undefined || month === 'XX' ? null : Number(month)
  const dayOfMonth = day === undefined || day === 'XX' ? null : Number(day)
  if (monthNumber !== null && monthNumber >= FIRST_SEASON && monthNumber <= LAST_OF_THEM)
    return fault(`${edtf} is a season, which has no first day everywhere; write its months, such as 2022-03/2022-05`)
  if (monthNumber === null && dayOfMonth !== null)
    return fault(`${edtf} has a day without a month; write the year alone, or year, month and day`)
  const number = Number(year)
  if (edtfOf({ year: number, month: monthNumber, day: dayOfMonth }) === null) return noSuchDay(edtf)
  const isUnspecified = month === 'XX' || day === 'XX'
  const common = { edtf, ...qualifiers(mark), isUnspecified }
  if (monthNumber === null)
    return { ...common, precision: 'year', first: dayNumber(number, 1, 1), last: dayNumber(number, 12, 31) }
  if (dayOfMonth === null)
    return {
      ...common,
      precision: 'month',
      first: dayNumber(number, monthNumber, 1),
      last: lastDayOf(number, monthNumber),
    }
  const at = dayNumber(number, monthNumber, dayOfMonth)
  return { ...common, precision: 'day', first: at, last: at }
}

function decadeOrCentury(edtf: string, [century = '', decade = '', mark]: readonly string[]): SingleDate | DateFault {
  const isCentury = decade === 'X'
  const year = Number(`${century}${isCentury ? '0' : decade}0`)
  const lastYear = year + (isCentury ? 99 : 9)
  if (edtfOf({ year, month: null, day: null }) === null || edtfOf({ year: lastYear, month: null, day: null }) === null)
    return noSuchDay(edtf)
  return {
    edtf,
    precision: isCentury ? 'century' : 'decade',
    first: dayNumber(year, 1, 1),
    last: dayNumber(lastYear, 12, 31),
    ...qualifiers(mark),
    isUnspecified: true,
  }
}

/**
 * Reads one date of EDTF, levels 0 and 1: a year, month or day, a day with its time, unspecified digits from the right
 * (`2022-05-XX`, `2022-XX`, `202X`, `20XX`), and `~` about, `?` uncertain, `%` both. Seasons are refused, for spring
 * is not the same months everywhere.
 */
export function singleDate(edtf: string): SingleDate | DateFault {
  const date = DATE.exec(edtf)
  if (date !== null) return calendarDate(edtf, date.slice(1))
  const decade = DECADE_OR_CENTURY.exec(edtf)
  if (decade !== null) return decadeOrCentury(edtf, decade.slice(1))
  const timed = MINUTE.exec(edtf)
  if (timed !== null) return minute(edtf, timed.slice(1, 4).map(Number))
  return fault(
    `${JSON.stringify(shortened(edtf))} is not a date of EDTF; write 2022, 2022-05 or 2022-05-23, with ~ behind it for about`,
  )
}

/** What was written, short enough for a sentence. */
function shortened(words: string): string {
  return words.length > 40 ? `${words.slice(0, 40).toWellFormed()}…` : words
}

/** Whether the day it means is one of several and nobody knows which: about, uncertain, or with unspecified digits. */
export function isVague({ isAbout, isUncertain, isUnspecified }: SingleDate): boolean {
  return isAbout || isUncertain || isUnspecified
}
