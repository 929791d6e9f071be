/** How much may be done: so much at once, and so much an hour after that. */
export type Allowance = { readonly atOnce: number; readonly anHour: number }

/** What of an allowance was left, and when (milliseconds since 1970). */
export type Bucket = { readonly left: number; readonly at: number }

const HOUR_MS = 3_600_000

/** What of it is left now. A clock that was set back gives nothing, and takes nothing. */
function leftAt(bucket: Bucket | null, { atOnce, anHour }: Allowance, now: number): number {
  if (bucket === null) return atOnce
  return Math.min(atOnce, bucket.left + (Math.max(now - bucket.at, 0) * anHour) / HOUR_MS)
}

/**
 * Takes one from a bucket.
 *
 * @param bucket null for one that nothing was taken from yet
 * @returns the bucket from now on; null where there is nothing to take
 */
export function takeOne(bucket: Bucket | null, allowance: Allowance, now: number): Bucket | null {
  const left = leftAt(bucket, allowance, now)
  return left < 1 ? null : { left: left - 1, at: now }
}

/** Whether a bucket is as if nothing was ever taken from it, and may be forgotten. */
export function isFull(bucket: Bucket, allowance: Allowance, now: number): boolean {
  return leftAt(bucket, allowance, now) >= allowance.atOnce
}
