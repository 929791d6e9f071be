import { GAP } from './word-features.ts'

/** How long texts are cut into windows, in pieces; from the model's own settings. */
export type WindowSettings = {
  /** Pieces that fit in a window. */
  readonly limit: number
  /** Pieces of the window before that a window sees as context. */
  readonly overlap: number
}

/** Words `[start, end)` read in one pass; what is found counts where its cue lies in `[ownStart, ownEnd)`. */
export type Window = {
  readonly start: number
  readonly end: number
  readonly ownStart: number
  readonly ownEnd: number
}

/** A text's words as the cutting sees them: where each one's pieces start, with the total last, and what stands before. */
export type WindowWords = { readonly offsets: Int32Array; readonly gaps: Uint8Array }

/** The first word from `from` on whose pieces start at `offset` or later. */
function wordAt(offsets: Int32Array, offset: number, from: number): number {
  let [low, high] = [from, offsets.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((offsets[middle] ?? 0) >= offset) high = middle
    else low = middle + 1
  }
  return low
}

/** The last word from `end` down, above `low`, that has at least `gap` before it. */
function lastGap(gaps: Uint8Array, [low, end]: readonly [number, number], gap: number): number | undefined {
  for (let word = end; word > low; word -= 1) if ((gaps[word] ?? 0) >= gap) return word
  return undefined
}

/** The first word of `[from, to]` that starts a sentence. */
function firstSentence(gaps: Uint8Array, [from, to]: readonly [number, number]): number | undefined {
  for (let word = from; word <= to; word += 1) if ((gaps[word] ?? 0) >= GAP.sentence) return word
  return undefined
}

/** Where the window that starts at `start` and owns from `own` on ends: with a paragraph, else with a sentence, if it can. */
function endOf({ offsets, gaps }: WindowWords, [start, own]: readonly [number, number], limit: number): number {
  const count = gaps.length
  const last = (offsets[start] ?? 0) + limit
  if ((offsets[count] ?? 0) <= last) return count
  const end = Math.max(start + 1, wordAt(offsets, last + 1, start) - 1)
  const middle = (from: number) => from + Math.floor((end - from) / 2)
  return lastGap(gaps, [middle(own), end], GAP.paragraph) ?? lastGap(gaps, [middle(start), end], GAP.sentence) ?? end
}

/**
 * Cuts words into windows; every word is one window's own. A window that ends with a paragraph owns all up to there,
 * and the next goes back for context only; else both share an overlap that is twice as long.
 *
 * Cost: linear in the number of words.
 */
export function* windowsOver(words: WindowWords, { limit, overlap }: WindowSettings): Generator<Window> {
  const { offsets, gaps } = words
  const count = gaps.length
  let [start, ownStart] = [0, 0]
  while (start < count) {
    const end = endOf(words, [start, ownStart], limit)
    if (end >= count) {
      yield { start, end: count, ownStart, ownEnd: count }
      return
    }
    const isWhole = gaps[end] === GAP.paragraph
    const context = isWhole ? overlap : 2 * overlap
    const wish = Math.min(Math.max(wordAt(offsets, (offsets[end] ?? 0) - context, 0), start + 1), end)
    const sentence = firstSentence(gaps, [wish, end]) ?? wish
    const next = !isWhole && sentence === end ? wish : sentence
    const ownEnd = isWhole ? end : Math.max(ownStart, (next + end) >> 1)
    yield { start, end, ownStart, ownEnd }
    start = next
    ownStart = ownEnd
  }
}
