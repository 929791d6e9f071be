import { isDeepStrictEqual } from 'node:util'
import { tokensOf } from '../../text/word-differences.ts'
import type { StatementWords } from './statement-words.ts'

/** A statement in words, under what it is called by. */
type Named<Key> = { readonly key: Key; readonly words: StatementWords }

/** A statement of the same speaker with half of its words the same is that statement, changed. */
const SHARED_BY_ONE_SPEAKER = 0.5
/** Another speaker's is only where hardly a word differs, as when an outlet mends who said it. */
const SHARED_BY_TWO = 0.9
/** "Yes" and "it is not" are said by many. */
const MIN_WORDS_OF_TWO = 4

/** A page that changed through and through: its statements are gone, and nobody compares all with all. */
const MAX_PAIRS = 250_000

type Bag = { readonly size: number; readonly counts: ReadonlyMap<string, number> }

function bagOf(content: string): Bag {
  const words = tokensOf(content.toLowerCase()).filter((word) => /[\p{L}\p{N}]/u.test(word))
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { size: words.length, counts }
}

/** How many of the words of both are in the other too, from 0 to 1. */
function shared(one: Bag, other: Bag): number {
  let both = 0
  for (const [word, count] of one.counts) both += Math.min(count, other.counts.get(word) ?? 0)
  return (2 * both) / Math.max(1, one.size + other.size)
}

/**
 * Says which statements that were not found again are the changed form of which. The most alike first; each once.
 *
 * @returns by the earlier one's key the later one's
 */
export function changedPairs<Earlier, Later>(
  earlier: readonly Named<Earlier>[],
  later: readonly Named<Later>[],
): ReadonlyMap<Earlier, Later> {
  if (earlier.length * later.length > MAX_PAIRS) return new Map()
  const bags = later.map(({ words }) => bagOf(words.content))
  const pairs = earlier.flatMap(({ key: from, words }) => {
    const bag = bagOf(words.content)
    return later.flatMap(({ key: to, words: now }, at) => {
      const other = bags[at] ?? bag
      // Nothing changed in it: which of several of the same words it is cannot be told.
      if (isDeepStrictEqual(words, now)) return []
      const share = shared(bag, other)
      const isOne = words.speaker !== '' && words.speaker === now.speaker
      const isAlike = isOne
        ? share >= SHARED_BY_ONE_SPEAKER
        : share >= SHARED_BY_TWO && Math.min(bag.size, other.size) >= MIN_WORDS_OF_TWO
      return isAlike ? [{ from, to, share, isOne }] : []
    })
  })
  // The sort keeps the order of the texts where two pairs are as good.
  pairs.sort((a, b) => Number(b.isOne) - Number(a.isOne) || b.share - a.share)
  const found = new Map<Earlier, Later>()
  const taken = new Set<Later>()
  for (const { from, to } of pairs) {
    if (found.has(from) || taken.has(to)) continue
    found.set(from, to)
    taken.add(to)
  }
  return found
}
