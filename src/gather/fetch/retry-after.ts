/** A server cannot make us forget a page: it is asked again after a day, in milliseconds. */
const LONGEST = 24 * 60 * 60 * 1000

/**
 * How long a server asks to be left alone.
 *
 * @param value the Retry-After header, in seconds or as a date; null where it was not sent
 * @param now UTC, ISO 8601
 * @returns milliseconds from 0 to a day; null where it says nothing that can be understood
 */
export function retryAfterMs(value: string | null, now: string): number | null {
  if (value === null) return null
  const isSeconds = /^\d+$/.test(value)
  // Date.parse would take "-5" for a date, too.
  if (!isSeconds && !/(?:GMT|UTC)$/.test(value)) return null
  const wait = isSeconds ? Number(value) * 1000 : Date.parse(value) - Date.parse(now)
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), LONGEST)
}
