import type { Messages } from './messages/messages.ts'

type DateWords = Pick<Messages, 'language' | 'dates'>

/** A date of EDTF with a year, perhaps a month or season, perhaps a day, and what is said of its certainty. */
const DATE = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%]?)$/
/** A day with the time on it, in the time of the place: the offset is not said. */
const TIMED = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})(?::\d{2})?(?:Z|[+-]\d{2}(?::?\d{2})?)?$/
const UNSPECIFIED = /^(\d{4})(?:-(\d{2}|XX))?(?:-XX)?$/
const DECADE = /^(\d{3})X$/
const CENTURY = /^(\d{2})XX$/
/** EDTF numbers the seasons 21 to 24 where months stand. */
const FIRST_SEASON = 21

/** One formatter a language and precision: making one takes longer than using it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(language: string, hasDay: boolean): Intl.DateTimeFormat {
  const key = `${language} ${hasDay}`
  const made =
    formats.get(key) ??
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      year: 'numeric',
      month: 'long',
      ...(hasDay && { day: 'numeric' }),
      timeZone: 'UTC',
    })
  formats.set(key, made)
  return made
}

/** Writes what is given of a date and nothing more: "8 March 2022", "March 2022", "2022", "spring 2022". */
function calendarDate(
  year: string,
  month: string | undefined,
  day: string | undefined,
  words: DateWords,
): string | null {
  if (month === undefined) return String(Number(year))
  const season = words.dates.seasons[Number(month) - FIRST_SEASON]
  if (season !== undefined) return `${season} ${Number(year)}`
  if (Number(month) < 1 || Number(month) > 12 || Number(day ?? 1) < 1 || Number(day ?? 1) > 31) return null
  const date = new Date(0)
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day ?? 1))
  return formatOf(words.language, day !== undefined).format(date)
}

function qualified(date: string, qualifier: string, { dates }: DateWords): string {
  if (qualifier === '~') return dates.about(date)
  if (qualifier === '?') return dates.uncertain(date)
  return qualifier === '%' ? dates.uncertain(dates.about(date)) : date
}

/** One side of an interval, or a date that stands alone; null where the form is not known. */
function singleDate(edtf: string, words: DateWords): string | null {
  const [, year, month, day, qualifier] = DATE.exec(edtf) ?? []
  if (year !== undefined) {
    const date = calendarDate(year, month, day, words)
    return date === null ? null : qualified(date, qualifier ?? '', words)
  }
  const [, timedYear, timedMonth, timedDay, time = ''] = TIMED.exec(edtf) ?? []
  if (timedYear !== undefined) {
    const date = calendarDate(timedYear, timedMonth, timedDay, words)
    return date === null ? null : `${date}, ${time}`
  }
  const [, unspecifiedYear, unspecifiedMonth] = UNSPECIFIED.exec(edtf) ?? []
  if (unspecifiedYear !== undefined)
    return calendarDate(unspecifiedYear, unspecifiedMonth === 'XX' ? undefined : unspecifiedMonth, undefined, words)
  const [, decade] = DECADE.exec(edtf) ?? []
  if (decade !== undefined) return words.dates.decade(`${decade}0`)
  const [, century] = CENTURY.exec(edtf) ?? []
  return century === undefined ? null : words.dates.century(`${century}00`, `${century}99`)
}

/**
 * A date as people write it, no more precise than it is known.
 *
 * @param edtf EDTF, level 1 and the intervals of level 0; a form that is not known is given back as it stands
 */
export function dateInWords(edtf: string, words: DateWords): string {
  const [from, to, more] = edtf.split('/')
  if (from === undefined || more !== undefined) return edtf
  const isOpen = (side: string) => side === '' || side === '..'
  const written = (side: string) => (isOpen(side) ? '' : singleDate(side, words))
  const first = written(from)
  if (to === undefined) return first || edtf
  const last = written(to)
  if (first === null || last === null || (first === '' && last === '')) return edtf
  if (last === '') return words.dates.since(first)
  return first === '' ? words.dates.until(last) : `${first}${words.dates.and}${last}`
}

/**
 * A date with its preposition, as it goes on after a verb: "on 8 March 2022", "in about May 2022", "between 10 December
 * 2021 and about January 2022", "since 2018".
 *
 * @param edtf as `dateInWords` takes it
 */
export function dateInSentence(edtf: string, words: DateWords): string {
  const written = dateInWords(edtf, words)
  const [from = '', to, more] = edtf.split('/')
  const isOpen = (side: string) => side === '' || side === '..'
  if (written === edtf && !/^\d{4}$/.test(edtf)) return written
  if (to === undefined)
    return /^-?\d{4}-\d{2}-\d{2}(?:[T~?%]|$)/.test(edtf) ? words.dates.on(written) : words.dates.in(written)
  if (more !== undefined || isOpen(from) || isOpen(to)) return written
  return words.dates.between(dateInWords(from, words), dateInWords(to, words))
}

/** Whether HTML's `<time datetime>` takes a date of EDTF as it stands: a year, a month or a day, with nothing unsure. */
export function isTimeValue(edtf: string): boolean {
  return /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(edtf)
}

/**
 * A moment of the record, in UTC: "24 November 2026, 05:41 UTC".
 *
 * @param instant ISO 8601 in UTC
 */
export function momentInWords(instant: string, words: DateWords): string {
  return `${dateInWords(instant.slice(0, 10), words)}, ${instant.slice(11, 16)} UTC`
}
