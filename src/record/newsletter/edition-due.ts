import type { Cadence } from './topic.ts'

/** The hour of the day, UTC, from which the editions of a day and a week are made. */
const HOUR = 6
/** What comes within so long goes out together: an editor who accepts ten statements in a row causes one mail. */
const AT_ONCE_MS = 10 * 60_000
const DAY_MS = 86_400_000
/** 1970-01-01 was a Thursday: weeks that begin on Monday began four days later. */
const FIRST_MONDAY_MS = 4 * DAY_MS

/** The last moment, not after `nowMs`, of those that come every `everyMs` since `fromMs`. */
function lastOf(nowMs: number, everyMs: number, fromMs: number): number {
  return nowMs - ((((nowMs - fromMs) % everyMs) + everyMs) % everyMs)
}

/**
 * Whether the next edition of a cadence is to be made. One that was missed, as while nothing ran, is made once.
 *
 * @param last UTC, when the one before it was made; null where there was none
 * @param now  UTC
 */
export function isEditionDue(cadence: Cadence, { last, now }: { readonly last: string | null; readonly now: string }) {
  if (last === null) return true
  const [lastMs, nowMs] = [Date.parse(last), Date.parse(now)]
  if (cadence === 'at once') return nowMs - lastMs >= AT_ONCE_MS
  const hourMs = HOUR * 3_600_000
  if (cadence === 'daily') return lastMs < lastOf(nowMs, DAY_MS, hourMs)
  return lastMs < lastOf(nowMs, 7 * DAY_MS, FIRST_MONDAY_MS + hourMs)
}
