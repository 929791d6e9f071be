import { wordRuns } from '../../text/words.ts'

/** Words that are in every matter. */
const COMMON = new Set(
  'a about after again all also an and any are as at be been before but by can could did do does for from get give given go had has have he her him his how i if in into is it its let make may more most must my new no nor not now of on one only onto or other our out over said say says she should so some such take than that the their them then there these they this those to too under until up upon us very was we were what when which who will with without would you your'.split(
    ' ',
  ),
)
/** Shorter beginnings of words would join what has nothing to do with each other. */
const MIN_STEM = 4

/** What is left of an English word without its ending: "published", "publishes", "publishing" are one. */
function stem(word: string): string {
  const short = word.replace(/(?:ations?|ings?|ions?|ed|es|e|s)$/u, '')
  return short.length >= MIN_STEM ? short : word
}

/**
 * The words of `text` that tell what it is about, each once, without endings.
 *
 * @returns by their stem, as they first stand in the text
 */
export function matterWords(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const word of wordRuns(text).flat())
    if (!COMMON.has(word) && !/^\d+$/u.test(word) && !found.has(stem(word))) found.set(stem(word), word)
  return found
}

/** How much two texts are about the same: the words they share, and which part of the `thing`'s these are, from 0 to 1. */
export type Shared = { readonly words: readonly string[]; readonly part: number }

/** Compares what a statement says with what a thing of the record is about. */
export function sharedWords(said: ReadonlyMap<string, string>, thing: ReadonlyMap<string, string>): Shared {
  const words = [...thing].flatMap(([key, word]) => (said.has(key) ? [word] : []))
  return { words, part: thing.size === 0 ? 0 : words.length / thing.size }
}
