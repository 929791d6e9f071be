import { CADENCES, type Cadence, topicOf } from './topic.ts'

/** What somebody asks for. */
export type Following = {
  /** Topics in one word each, as `topicWord` makes them: at least one, in order, each once. */
  readonly topics: readonly string[]
  readonly cadence: Cadence
}

/** Nobody follows more one by one: whoever wants that takes everything. */
const MAX_TOPICS = 100

/** Whether a word that came from outside is a cadence. */
export function isCadence(word: string): word is Cadence {
  return (CADENCES as readonly string[]).includes(word)
}

/**
 * Topics in their order, each once; who follows everything follows nothing besides.
 *
 * @param words as they came from outside
 * @returns null where there is none, one is none, or there are too many
 */
export function topicsOf(words: readonly string[]): readonly string[] | null {
  const topics = [...new Set(words)].toSorted()
  if (topics.length === 0 || topics.length > MAX_TOPICS || topics.some((word) => topicOf(word) === null)) return null
  return topics.includes('everything') ? ['everything'] : topics
}
