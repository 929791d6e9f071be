const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** A feed is looked at no more often, however much happens: what most sites allow programs. */
export const SHORTEST_MS = 15 * MINUTE_MS
/** And no more seldom, however little happens. */
export const LONGEST_MS = DAY_MS
/** Where a new feed starts. */
const FIRST_MS = 60 * MINUTE_MS

/** A site that asks to be left alone longer is asked again after a week all the same. */
const LONGEST_WAIT_MS = 7 * DAY_MS

/** Something new: twice as often. Nothing: a little more seldom. So a feed is looked at about twice for each news. */
const SOONER = 0.5
const LATER = 1.5

function after(now: string, ms: number): string {
  return new Date(Date.parse(now) + ms).toISOString()
}

/** How long a feed is left alone after a look that went well, in milliseconds; `last` as it was before, null at first. */
export function nextInterval(last: number | null, hadNews: boolean): number {
  if (last === null) return FIRST_MS
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, last * (hadNews ? SOONER : LATER)))
}

/** What a feed asks of those that look at it. */
export type FeedWishes = {
  readonly restMs: number | null
  readonly skipHours: readonly number[]
  readonly skipDays: readonly number[]
}

export const NO_WISHES: FeedWishes = { restMs: null, skipHours: [], skipDays: [] }

/** The first hour that is not left out; as it was where all are. */
function unskipped(instant: string, { skipHours, skipDays }: FeedWishes): string {
  const first = new Date(instant)
  for (let hours = 0; hours <= 7 * 24; hours += 1) {
    const then = new Date(first.getTime() + hours * 60 * MINUTE_MS)
    if (!skipHours.includes(then.getUTCHours()) && !skipDays.includes(then.getUTCDay())) return then.toISOString()
  }
  return instant
}

/**
 * When a feed is looked at next that was just looked at.
 *
 * @param intervalMs as `nextInterval` gives it
 * @returns UTC
 */
export function nextLook(now: string, intervalMs: number, wishes: FeedWishes): string {
  return unskipped(after(now, Math.max(intervalMs, Math.min(wishes.restMs ?? 0, LONGEST_MS))), wishes)
}

/**
 * When a feed is tried again that failed: each time twice as long after the last one, up to a day.
 *
 * @param failures how often it failed in a row, from 1
 * @param retryAfterMs what the server asked for, null where it did not
 * @returns UTC
 */
export function nextTry(now: string, failures: number, retryAfterMs: number | null): string {
  const backOff = Math.min(LONGEST_MS, SHORTEST_MS * 2 ** Math.min(failures - 1, 20))
  return after(now, Math.max(backOff, Math.min(retryAfterMs ?? 0, LONGEST_WAIT_MS)))
}
