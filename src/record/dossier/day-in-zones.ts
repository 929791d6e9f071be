import { type DayNumber, dayNumber } from '../../text/calendar-day.ts'

/** One formatter a zone: making one takes longer than using it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const made =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en', { timeZone, calendar: 'gregory', year: 'numeric', month: 'numeric', day: 'numeric' })
  formats.set(timeZone, made)
  return made
}

/** Whether `name` is a time zone of the IANA database: "Asia/Urumqi". */
export function isTimeZone(name: string): boolean {
  // Intl also takes offsets, which know no summer time, and is deaf to case.
  if (!/^(?:[A-Z]\w*(?:\/[\w+-]+){1,2}|UTC)$/.test(name)) return false
  try {
    formatOf(name)
    return true
  } catch {
    return false
  }
}

/** Days that were worked out: a page asks of one instant in the time zones of a hundred dossiers. */
const days = new Map<string, DayNumber>()
const MOST_DAYS = 1000

function dayIn(timeZone: string, instant: Date): DayNumber {
  const key = `${instant.getTime()} ${timeZone}`
  const known = days.get(key)
  if (known !== undefined) return known
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const day = dayNumber(
    parts.get('year') ?? Number.NaN,
    parts.get('month') ?? Number.NaN,
    parts.get('day') ?? Number.NaN,
  )
  if (days.size >= MOST_DAYS) days.clear()
  days.set(key, day)
  return day
}

/**
 * The day that it is at `instant` where a dossier's day ends last: what is due on a day is overdue only once that day
 * is over in every one of its time zones.
 *
 * @param instant   ISO 8601 with its offset: `2022-08-31T21:47:00Z`
 * @param timeZones IANA names; none means UTC
 */
export function dayInLastZone(instant: string, timeZones: readonly string[]): DayNumber {
  const at = new Date(instant)
  return Math.min(...(timeZones.length === 0 ? ['UTC'] : timeZones).map((zone) => dayIn(zone, at)))
}
