import { type Span, trimmed } from './span.ts'

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
 * The paragraphs of `text`: what stands between blank lines. A single line break stays inside its paragraph.
 *
 * @returns spans in order, white space trimmed, none empty
 * Cost: O(length of text).
 */
export function paragraphsOf(text: string): readonly Span[] {
  const paragraphs: Span[] = []
  let start = 0
  for (const gap of text.matchAll(/\n[^\S\n]*\n\s*/g)) {
    push(text, [start, gap.index], paragraphs)
    start = gap.index + gap[0].length
  }
  push(text, [start, text.length], paragraphs)
  return paragraphs
}

function push(text: string, [start, end]: Span, into: Span[]): void {
  const paragraph = trimmed(text, start, end)
  if (paragraph) into.push(paragraph)
}
