import { type DayNumber, dayNumber, edtfOfDay, type KnownDate, monthBefore, weekdayOf } from './calendar-day.ts'
import { edtfOf } from './edtf.ts'
import { monthNamed } from './month-names.ts'

/** By when something is to be done, by the words that say so. */
export type DueTime = {
  /** EDTF; null where the words name no date, or the day they were said is not known. */
  readonly edtf: string | null
  /** The words themselves, as printed. */
  readonly words: string
}

type Groups = Readonly<Record<string, string | undefined>>
type Form = { readonly pattern: RegExp; readonly read: (groups: Groups, said: KnownDate | null) => string | null }

const MONTH =
  '(?<month>January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\.?)'
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const YEAR = '(?<year>(?:19|20)\\d\\d)'
const DAY = '(?<day>\\d\\d?)(?:st|nd|rd|th)?'
/** "Before" ends the day before; "by the end of" and "in" end with what is named; "by June" may mean either end of it. */
const LEAD =
  '(?<lead>[Bb]efore the end of|[Bb]y the end of|[Aa]t the end of|[Bb]efore|[Bb]y|[Uu]ntil|[Oo]n|[Ii]n|[Dd]uring)'
/** "On Monday" may be over; after "will" it is not. */
const WHAT_WILL_BE = '(?<=(?:will|shall|would|going|is|are) [^.;]{0,80})'
const TO_THE_END = '(?:[Bb]efore|[Bb]y|[Aa]t) the end of '
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  ten: 10,
}

function form(pattern: string, read: Form['read']): Form {
  return { pattern: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${pattern})(?![\\p{L}\\p{N}-])`, 'u'), read }
}

function dayOf(date: KnownDate | null): DayNumber | null {
  return date === null || date.month === null || date.day === null ? null : dayNumber(date.year, date.month, date.day)
}

function before(first: DayNumber): string | null {
  const last = edtfOfDay(first - 1)
  return last === null ? null : `../${last}`
}

/** A month or year as its lead bounds it. */
function bounded(edtf: string | null, first: DayNumber, lead: string): string | null {
  if (edtf === null || /end of|^in$|^during$/i.test(lead)) return edtf
  return /^before$/i.test(lead) ? before(first) : `${edtf}~`
}

/** The next such month that is not over when it is said. */
function monthAhead({ lead = 'in', month = '', year }: Groups, said: KnownDate | null): string | null {
  const number = monthNamed(month)
  const years = year === undefined ? yearOfNext(number, null, said) : Number(year)
  if (number === null || years === null) return null
  return bounded(edtfOf({ year: years, month: number, day: null }), dayNumber(years, number, 1), lead)
}

function yearOfNext(month: number | null, day: number | null, said: KnownDate | null): number | null {
  if (said === null || said.month === null || month === null) return null
  const isPast = month < said.month || (month === said.month && day !== null && said.day !== null && day < said.day)
  return isPast ? said.year + 1 : said.year
}

function dayAhead({ lead = 'on', month = '', day, year }: Groups, said: KnownDate | null): string | null {
  const [number, date] = [monthNamed(month), Number(day)]
  const years = year === undefined ? yearOfNext(number, date, said) : Number(year)
  const edtf = years === null || number === null ? null : edtfOf({ year: years, month: number, day: date })
  if (edtf === null || years === null || number === null) return null
  return /^before$/i.test(lead) ? before(dayNumber(years, number, date)) : edtf
}

function yearAhead({ lead = 'in', year }: Groups): string | null {
  return bounded(edtfOf({ year: Number(year), month: null, day: null }), dayNumber(Number(year), 1, 1), lead)
}

/** "This month", "the end of next year": what is named, counted from when it was said. */
function unitAhead({ unit = '', which = 'this' }: Groups, said: KnownDate | null): string | null {
  if (said === null) return null
  const ahead = which.toLowerCase() === 'next' ? 1 : 0
  if (unit === 'year') return edtfOf({ year: said.year + ahead, month: null, day: null })
  if (unit === 'month') return said.month === null ? null : monthBefore(said.year, said.month, -ahead)
  const day = dayOf(said)
  if (day === null) return null
  const monday = day - ((weekdayOf(day) + 6) % 7) + 7 * ahead
  const [from, to] = [edtfOfDay(Math.max(monday, day)), edtfOfDay(monday + 6)]
  return from === null || to === null ? null : `${from}/${to}~`
}

function weekdayAhead({ weekday = '', next }: Groups, said: KnownDate | null): string | null {
  const day = dayOf(said)
  if (day === null) return null
  const ahead = (WEEKDAYS.indexOf(weekday) - weekdayOf(day) + 7) % 7 || 7
  const edtf = edtfOfDay(day + ahead)
  // On Monday "next Friday" is four days ahead to some and eleven to others.
  return edtf === null || next === undefined ? edtf : `${edtf}~`
}

/** "Within 30 days", "in two weeks": of days the very day, of the others about. */
function countedAhead({ count = '', unit = '' }: Groups, said: KnownDate | null): string | null {
  if (said === null || said.month === null) return null
  const number = NUMBERS[count.toLowerCase()] ?? Number(count)
  const day = dayOf(said)
  if (unit === 'day') return day === null ? null : edtfOfDay(day + number)
  if (unit === 'week') return day === null ? null : `${edtfOfDay(day + 7 * number)}~`
  return unit === 'month'
    ? `${monthBefore(said.year, said.month, -number)}~`
    : `${edtfOf({ year: said.year + number, month: null, day: null })}~`
}

/** "In the coming weeks": from when it was said to about the month after, and no more than that is known. */
function comingWeeks(said: KnownDate | null): string | null {
  const day = dayOf(said)
  if (said === null || said.month === null || day === null) return null
  return `${edtfOfDay(day)}/${monthBefore(said.year, said.month, -1)}~`
}

/** "The first half of October": its first fifteen days, and all that come after them. */
function halfAhead({ half = '', month = '', year }: Groups, said: KnownDate | null): string | null {
  const whole = monthAhead({ month, year }, said)
  const number = monthNamed(month)
  if (whole === null || number === null) return null
  const last = edtfOfDay(dayNumber(Number(whole.slice(0, 4)), number + 1, 1) - 1)
  return half === 'first' ? `${whole}-01/${whole}-15` : `${whole}-16/${last}`
}

/** In the order in which they are tried; each is tried at every place before the next. */
const FORMS: readonly Form[] = [
  form(`(?:${LEAD} )?(?:the )?${DAY}(?: of)? ${MONTH},?(?: ${YEAR})?`, dayAhead),
  form(`(?:${LEAD} )?${MONTH} ${DAY}(?:,? ${YEAR})?`, dayAhead),
  form(`(?:(?:[Ii]n|[Bb]y|[Tt]o|[Uu]ntil) )?the (?<half>first|second) half of ${MONTH}(?:,? ${YEAR})?`, halfAhead),
  form(`${LEAD} (?:early |late |mid-)?${MONTH}(?:,? ${YEAR})?`, monthAhead),
  form(`${LEAD} ${YEAR}`, yearAhead),
  form('[Tt]omorrow', (_, said) => countedAhead({ count: '1', unit: 'day' }, said)),
  form('[Tt]oday|[Tt]onight', (_, said) => countedAhead({ count: '0', unit: 'day' }, said)),
  form(`${TO_THE_END}(?:(?<which>[Nn]ext|[Tt]his)|the) (?<unit>week|month|year)`, unitAhead),
  form('[Bb]efore the (?<unit>week|month|year) is (?:out|over)', unitAhead),
  form('(?:[Ll]ater )?(?<which>[Nn]ext|[Tt]his) (?<unit>week|month|year)', unitAhead),
  form(
    `(?:[Bb]y|${WHAT_WILL_BE}on|[Bb]efore|[Uu]ntil) (?:(?<next>[Nn]ext) )?(?<weekday>${WEEKDAYS.join('|')})`,
    weekdayAhead,
  ),
  form(`(?<next>[Nn]ext) (?<weekday>${WEEKDAYS.join('|')})`, weekdayAhead),
  form(
    `(?:[Ww]ithin|[Ii]n) (?<count>\\d{1,3}|${Object.keys(NUMBERS).join('|')}) (?<unit>day|week|month|year)s?`,
    countedAhead,
  ),
  form('(?:[Ii]n|[Oo]ver|[Ww]ithin) the (?:coming|next(?: few)?) weeks', (_, said) => comingWeeks(said)),
  form('(?:[Ii]n|[Oo]ver|[Ww]ithin) the (?:coming|next(?: few)?) (?:days|months|years)', () => null),
  form(
    '(?:before|by|until) (?:the (?:spring|summer|autumn|winter)|the end of (?:my|his|her|its|their|the) [\\p{L}]+)',
    () => null,
  ),
  form(
    '(?:before|until|once|when|as soon as) (?:my|his|her|its|their|the) \\p{L}+(?: of \\p{L}+)? (?:ends?|is over|expires?|begins?|starts?)',
    () => null,
  ),
  form('as soon as possible|at once|without (?:further )?delay|immediately|shortly|very soon|soon', () => null),
]

/** Longer texts say when of more than one thing. */
const MAX_LENGTH = 1000

/**
 * By when, by the words of what is promised or asked: "before the end of June", "in the coming weeks", "by Friday".
 *
 * @param words longer than `MAX_LENGTH` is not looked at
 * @param said  when it was said, which "next month" is counted from
 * @returns the words, and their date as precise as they are; null where they say nothing of the kind
 */
export function dueTime(words: string, said: KnownDate | null): DueTime | null {
  if (words.length > MAX_LENGTH) return null
  for (const { pattern, read } of FORMS) {
    const found = pattern.exec(words)
    if (found !== null) return { edtf: read(found.groups ?? {}, said), words: found[0] }
  }
  return null
}
