import { randomBytes } from 'node:crypto'

/** How many are kept: more than a person has open. */
const KEPT = 100

/** Answers that have an address as long as the process lives. */
export type Recent<T> = {
  /** @returns the key that finds it again */
  keep(answer: T): string
  find(key: string): T | null
}

/** A memory of the last answers, the oldest forgotten first. */
export function recent<T>(): Recent<T> {
  const kept = new Map<string, T>()
  return {
    keep: (answer) => {
      const key = randomBytes(8).toString('hex')
      kept.set(key, answer)
      const [oldest] = kept.keys()
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
      return key
    },
    find: (key) => kept.get(key) ?? null,
  }
}
