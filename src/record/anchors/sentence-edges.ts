import { sentencesOf } from '../../text/sentences.ts'
import type { Span } from '../../text/span.ts'

/** The sentences of a text, for many questions about it. */
export type SentenceEdges = {
  /** The sentences that a stretch touches, as one stretch; the stretch itself where it touches none. */
  readonly around: (span: Span) => Span
  /** Whether a sentence begins where the stretch does, and one ends where it ends. */
  readonly areWhole: (span: Span) => boolean
}

/** How many sentences begin before `offset`. */
function beginBefore(sentences: readonly Span[], offset: number): number {
  let [low, high] = [0, sentences.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sentences[middle]?.[0] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Cost: O(length of text) once, then O(log of its sentences). */
export function sentenceEdgesOf(text: string): SentenceEdges {
  const sentences = sentencesOf(text)
  const starts = new Set(sentences.map(([start]) => start))
  const ends = new Set(sentences.map(([, end]) => end))
  return {
    around: ([start, end]) => {
      const first = sentences[beginBefore(sentences, start + 1) - 1]
      const last = sentences[beginBefore(sentences, end) - 1]
      // A stretch may begin in the white space behind a sentence, or reach over its end.
      const from = first !== undefined && first[1] > start ? first[0] : start
      return [from, Math.max(end, last?.[1] ?? end)]
    },
    areWhole: ([start, end]) => starts.has(start) && ends.has(end),
  }
}
