import type { Clock } from '../record/clock.ts'

/** How often something may be tried. */
export type FloodLimit = { readonly times: number; readonly windowMs: number }

/** Counts tries, and says when they are too many. */
export type FloodGate = {
  /** Counts a try. @returns whether it may be made */
  mayTry(by: string): boolean
}

/** Of more who try at once the first are forgotten: what a flood from everywhere can make us hold ends there. */
const MOST_KEYS = 10_000

type Count = { readonly since: number; readonly tries: number }

/** A gate that lets through so many tries of each in each window; the process forgets them when it ends. */
export function floodGate({ times, windowMs }: FloodLimit, clock: Clock): FloodGate {
  const counts = new Map<string, Count>()
  return {
    mayTry: (by) => {
      const now = Date.parse(clock.now())
      const last = counts.get(by)
      const isOver = last === undefined || Math.abs(now - last.since) >= windowMs
      const count = isOver ? { since: now, tries: 1 } : { since: last.since, tries: last.tries + 1 }
      counts.delete(by)
      counts.set(by, count)
      const [oldest] = counts.keys()
      if (counts.size > MOST_KEYS && oldest !== undefined) counts.delete(oldest)
      return count.tries <= times
    },
  }
}
