import type { DayNumber } from '../../text/calendar-day.ts'
import { dayInLastZone } from './day-in-zones.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/**
 * The moment at which a day begins where it begins last: since then, the day before it is over in every time zone.
 *
 * @param timeZones IANA names; none means UTC
 * @returns UTC, to the minute: a day begins on none of its seconds
 */
export function dayBegins(day: DayNumber, timeZones: readonly string[]): string {
  // No zone is further from UTC than 15 hours; local days have come in their order in all of them since 1970.
  let [early, late] = [(day - 1) * DAY_MS, (day + 1) * DAY_MS]
  while (late - early > MINUTE_MS) {
    const middle = Math.floor((early + late) / 2 / MINUTE_MS) * MINUTE_MS
    if (dayInLastZone(new Date(middle).toISOString(), timeZones) >= day) late = middle
    else early = middle
  }
  return new Date(late).toISOString()
}
