import type { Span } from './span.ts'

/** Between two paragraphs of a canonical text stands one blank line. */
const GAP = '\n\n'

/**
 * The paragraphs of `text` that `spans` touch, from the first to the last of them.
 *
 * @param text paragraphs separated by one blank line
 * @param spans at least one, in any order
 * @returns one span from the start of a paragraph to the end of one
 */
export function paragraphsAround(text: string, spans: readonly Span[]): Span {
  const first = Math.min(...spans.map(([start]) => start))
  const last = Math.max(...spans.map(([, end]) => end))
  const before = first === 0 ? -1 : text.lastIndexOf(GAP, first - 1)
  const after = text.indexOf(GAP, last)
  return [before < 0 ? 0 : before + GAP.length, after < 0 ? text.length : after]
}

/**
 * The paragraphs of `text`, without the blank lines between them.
 *
 * @returns spans in the order of the text; a text without a blank line is one paragraph, an empty one has none
 */
export function paragraphsOf(text: string): readonly Span[] {
  const spans: Span[] = []
  let start = 0
  for (const part of text.split(GAP)) {
    if (part !== '') spans.push([start, start + part.length])
    start += part.length + GAP.length
  }
  return spans
}
