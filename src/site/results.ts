import { randomBytes } from 'node:crypto'
import type { AddOutcome } from '../record/input.ts'

/** How many lists of results are kept; the record itself has what was added. */
const KEPT = 100

/** What became of the inputs of recent forms, so that the page that says it has an address. */
export type Results = {
  /** @returns the key that finds the outcomes again, as long as the process lives */
  keep(outcomes: readonly AddOutcome[]): string
  find(key: string): readonly AddOutcome[] | null
}

/** A memory of the last results, the oldest forgotten first. */
export function recentResults(): Results {
  const kept = new Map<string, readonly AddOutcome[]>()
  return {
    keep: (outcomes) => {
      const key = randomBytes(8).toString('hex')
      kept.set(key, outcomes)
      const [oldest] = kept.keys()
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
      return key
    },
    find: (key) => kept.get(key) ?? null,
  }
}
