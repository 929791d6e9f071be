import { type DayNumber, dayNumber, edtfOfDay, type KnownDate, monthBefore, weekdayOf } from './calendar-day.ts'
import { edtfOf } from './edtf.ts'
import { monthNamed } from './month-names.ts'

/** When the words were printed; null where nobody knows. */
type Printed = KnownDate | null
type Groups = Readonly<Record<string, string | undefined>>
type Form = {
  readonly pattern: RegExp
  /** EDTF, or null where the words and the date of printing do not give one. */
  readonly read: (groups: Groups, printed: Printed) => string | null
}

const MONTH =
  '(?<month>January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\.?)'
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const WEEKDAY = `(?<weekday>${WEEKDAYS.join('|')})`
const YEAR = '(?<year>(?:1[6-9]|20)\\d\\d)'
const DAY = '(?<day>\\d\\d?)(?:st|nd|rd|th)?'
/** "In a 2013 speech" dates the speech; "in the 2016 race" dates no saying. */
const SAYING =
  '(?:[\\p{L}-]+ ){0,3}(?:speech|interview|letter|essay|column|op-ed|article|book|memoir|report|statement|debate|tweet|post|email|e-mail|memo|meeting|address|remarks|hearing|testimony|rally|briefing|conference|appearance|ruling|opinion|study|paper|filing|lawsuit|deposition|survey|poll|lecture|sermon|documentary|video|call|conversation|episode)'
const COUNT =
  '(?<count>\\d{1,3}|[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Tt]welve|[Tt]wenty)'
const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  twenty: 20,
}

function form(pattern: string, read: Form['read']): Form {
  return { pattern: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${pattern})(?![\\p{L}\\p{N}])`, 'u'), read }
}

/** The day of printing; null where only the month or year is known. */
function printedDay(printed: Printed): DayNumber | null {
  return printed === null || printed.month === null || printed.day === null
    ? null
    : dayNumber(printed.year, printed.month, printed.day)
}

function daysBefore(printed: Printed, days: number): string | null {
  const day = printedDay(printed)
  return day === null ? null : edtfOfDay(day - days)
}

/** Both ends about, for weeks begin on Sunday here and on Monday there. */
function about(from: DayNumber, to: DayNumber): string | null {
  const [start, end] = [edtfOfDay(from), edtfOfDay(to)]
  return start === null || end === null ? null : `${start}~/${end}~`
}

/** A Saturday and its Sunday. */
function weekendFrom(saturday: DayNumber): string | null {
  const [start, end] = [edtfOfDay(saturday), edtfOfDay(saturday + 1)]
  return start === null || end === null ? null : `${start}/${end}`
}

/** How long ago the weekday was: the same day counts, for news of "on Tuesday" is printed on Tuesday. */
function sinceWeekday(printed: Printed, weekday: string): number | null {
  const day = printedDay(printed)
  return day === null ? null : (weekdayOf(day) - WEEKDAYS.indexOf(weekday) + 7) % 7
}

function absolute({ year, month, day }: Groups): string | null {
  const number = month === undefined ? null : monthNamed(month)
  return edtfOf({ year: Number(year), month: number, day: day === undefined ? null : Number(day) })
}

/** The last such month, or day of it, that is not after printing. */
function lastNamed({ month = '', day }: Groups, printed: Printed): string | null {
  const number = monthNamed(month)
  if (printed === null || printed.month === null || number === null) return null
  const isLater =
    number > printed.month ||
    (number === printed.month && day !== undefined && printed.day !== null && Number(day) > printed.day)
  return edtfOf({
    year: isLater ? printed.year - 1 : printed.year,
    month: number,
    day: day === undefined ? null : Number(day),
  })
}

function thisOne(unit: string, printed: Printed): string | null {
  if (printed === null) return null
  if (unit === 'year') return edtfOf({ year: printed.year, month: null, day: null })
  if (unit === 'month') return printed.month === null ? null : monthBefore(printed.year, printed.month, 0)
  const day = printedDay(printed)
  if (day === null) return null
  const monday = day - ((weekdayOf(day) + 6) % 7)
  if (unit === 'week') return monday === day ? edtfOfDay(day) : about(monday, day)
  // The weekend that is on, else the last.
  const saturday = day - ((weekdayOf(day) + 1) % 7)
  return saturday === day ? edtfOfDay(day) : weekendFrom(saturday)
}

function lastOne(unit: string, printed: Printed): string | null {
  if (printed === null) return null
  if (unit === 'year') return edtfOf({ year: printed.year - 1, month: null, day: null })
  if (unit === 'month') return printed.month === null ? null : monthBefore(printed.year, printed.month, 1)
  const day = printedDay(printed)
  if (day === null) return null
  const monday = day - ((weekdayOf(day) + 6) % 7)
  return unit === 'week' ? about(monday - 7, monday - 1) : weekendFrom(monday - 2)
}

function nearly(edtf: string | null): string | null {
  return edtf === null ? null : `${edtf}~`
}

function ago({ count = '', unit = '' }: Groups, printed: Printed): string | null {
  if (printed === null) return null
  const number = COUNTS[count.toLowerCase()] ?? Number(count)
  if (unit === 'day') return daysBefore(printed, number)
  if (unit === 'week') return nearly(daysBefore(printed, 7 * number))
  if (unit === 'month') return printed.month === null ? null : nearly(monthBefore(printed.year, printed.month, number))
  return nearly(edtfOf({ year: printed.year - number * (unit === 'decade' ? 10 : 1), month: null, day: null }))
}

/** In the order in which they are tried; each is tried at every place before the next. */
const FORMS: readonly Form[] = [
  // What is to come is not when it was said.
  form(
    `[Nn]ext (?:${WEEKDAY}|week|month|year|${MONTH})|[Tt]omorrow|(?:${WEEKDAYS.join('|')})s|[Ee]very (?:${WEEKDAYS.join('|')})`,
    () => null,
  ),
  form(`${MONTH} ${DAY},? ${YEAR}`, absolute),
  form(`${DAY} (?:of )?${MONTH},? ${YEAR}`, absolute),
  form('(?<year>(?:19|20)\\d\\d)-(?<number>\\d\\d)-(?<day>\\d\\d)', ({ year, number, day }) =>
    edtfOf({ year: Number(year), month: Number(number), day: Number(day) }),
  ),
  form(`${MONTH},? (?:of )?${YEAR}`, absolute),
  form(`${MONTH} ${DAY}(?! percent)`, lastNamed),
  form(`${DAY} (?:of )?${MONTH}`, lastNamed),
  form('[Yy]esterday|[Ll]ast (?:night|evening)', (_, printed) => daysBefore(printed, 1)),
  form('[Tt]oday|[Tt]onight|[Tt]his (?:morning|afternoon|evening)|[Ee]arlier in the day', (_, printed) =>
    daysBefore(printed, 0),
  ),
  form(`(?<last>[Ll]ast )?${WEEKDAY}`, ({ last, weekday = '' }, printed) => {
    const since = sinceWeekday(printed, weekday)
    if (since === null) return null
    // On Wednesday "last Tuesday" is yesterday to some and eight days ago to others.
    return last === undefined ? daysBefore(printed, since) : nearly(daysBefore(printed, since === 0 ? 7 : since))
  }),
  form(`${COUNT} (?<unit>day|week|month|year|decade)s? ago`, ago),
  form(
    '(?:[Ll]ast|[Ll]ate last|[Ee]arly last|[Tt]he previous) (?<unit>week|weekend|month|year)',
    ({ unit = '' }, printed) => lastOne(unit, printed),
  ),
  form('(?:[Oo]ver|[Dd]uring) the weekend', (_, printed) => lastOne('weekend', printed)),
  form(
    '(?:[Ee]arlier |[Ll]ater |[Ll]ate |[Ee]arly )?[Tt]his (?<unit>week|weekend|month|year)',
    ({ unit = '' }, printed) => thisOne(unit, printed),
  ),
  form(
    `(?:[Ii]n|[Ll]ast|[Tt]his|[Ss]ince|[Ee]arly|[Ll]ate|[Bb]ack in|[Dd]uring) (?:early |late |mid-)?${MONTH}|(?:an?|his|her|their|its|the) (?:[a-z-]+ )?${MONTH.replace('<month>', '<month2>')}(?= ${SAYING})`,
    ({ month, month2 }, printed) => lastNamed({ month: month ?? month2 }, printed),
  ),
  form(
    `(?:[Ii]n|[Ss]ince|[Bb]ack in|[Dd]uring|[Oo]f) (?:early |late |mid-|the (?:spring|summer|fall|autumn|winter) of )?${YEAR}|(?:an?|his|her|their|its|the) (?:[a-z-]+ )?${YEAR.replace('<year>', '<year2>')}(?= ${SAYING})`,
    ({ year, year2 }) => absolute({ year: year ?? year2 }),
  ),
]

/** Without one of these no form fits; one look spares the others, for most clauses name no time. "May" only so: "may" is everywhere. */
const HINT =
  /[Dd]ay|[Nn]ight|[Ee]vening|[Mm]orning|[Aa]fternoon|[Ww]eek|[Mm]onth|[Yy]ear|[Dd]ecade|\b(?:1[6-9]|20)\d\d\b|[Tt]omorrow|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/

/** Longer texts say when of more than one thing. */
const MAX_LENGTH = 600

/**
 * When, by the words of a clause that tells of something past: "on Tuesday", "in a 2013 speech", "two weeks ago".
 *
 * @param words   of one clause; longer than `MAX_LENGTH` is not looked at
 * @param printed when they were printed; without it only whole dates are read
 * @returns EDTF, as precise as the words: a week is an interval whose ends are about (`2022-02-28~/2022-03-06~`), a
 *   count of weeks, months or years ago is about (`2022-02~`); null where they do not say
 */
export function toldTime(words: string, printed: KnownDate | null): string | null {
  if (words.length > MAX_LENGTH || !HINT.test(words)) return null
  for (const { pattern, read } of FORMS) {
    const found = pattern.exec(words)
    if (found !== null) return read(found.groups ?? {}, printed)
  }
  return null
}
