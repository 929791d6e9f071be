/** `2022-03-08`, `2022-03-08T09:30Z`, `2022-03-08 09:30:00.5+0100`. */
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ]+(\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i

/** `Tue, 08 Mar 2022 09:30:00 +0100`, the weekday, the seconds and the zone perhaps missing. */
const RFC_822 =
  /^(?:[a-z]+\.?,?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{2,4})(?:[\s,]+(\d{1,2}:\d{2}(?::\d{2})?)\s*([a-z]{1,4}|[+-]\d{2}:?\d{2})?.*)?$/i

/** What feeds are dated: whatever is outside is a mistake. */
const FIRST_YEAR = 1980
const LAST_YEAR = 2199

const MIDNIGHT = /^0?0:00(?::00)?$/

/** The zone as `Date` understands it; a time without one, or with one that nobody knows, is taken for UTC. */
function zoneOf(zone: string | undefined): string {
  if (zone === undefined || /^(?:utc?|gmt|z)$/i.test(zone)) return 'Z'
  if (/^[+-]/.test(zone)) return zone.replace(/^(...):?(..)$/, '$1:$2')
  const american = ['est', 'cst', 'mst', 'pst'].indexOf(zone.toLowerCase())
  const summer = ['edt', 'cdt', 'mdt', 'pdt'].indexOf(zone.toLowerCase())
  if (american >= 0) return `-0${5 + american}:00`
  return summer >= 0 ? `-0${4 + summer}:00` : 'Z'
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

function moment(day: string, time: string | undefined, zone: string | undefined): string | null {
  // Midnight is what programs write that know the day alone.
  const hasTime = time !== undefined && !MIDNIGHT.test(time)
  const clock = (time ?? '').replace(/^(\d):/, '0$1:').padEnd(8, ':00')
  const instant = Date.parse(hasTime ? `${day}T${clock}${zoneOf(zone)}` : day)
  const year = Number(day.slice(0, 4))
  // `Date` takes the 30th of February for the 2nd of March.
  const isInCalendar = new Date(day).getUTCDate() === Number(day.slice(8))
  if (Number.isNaN(instant) || !isInCalendar || year < FIRST_YEAR || year > LAST_YEAR) return null
  const written = new Date(instant).toISOString()
  return hasTime ? written : written.slice(0, 10)
}

/**
 * The moment of an entry's date, as feeds write it: RFC 822 or ISO 8601.
 *
 * @returns a UTC instant (`2022-03-08T09:30:00.000Z`), the day alone (`2022-03-08`) where no time is given, null for
 *   anything else
 */
export function entryDate(value: string): string | null {
  const text = value.trim()
  const iso = ISO.exec(text)
  if (iso !== null) return moment(iso[1] ?? '', iso[2], iso[3])
  const [, day = '', month = '', year = '', time, zone] = RFC_822.exec(text) ?? []
  const at = MONTHS.indexOf(month.toLowerCase())
  if (at < 0) return null
  const century = year.length === 2 ? (Number(year) < 80 ? '20' : '19') : ''
  return moment(`${century}${year}-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`, time, zone)
}
