import { type CodePoints, codePointsOf } from '../../text/code-points.ts'
import type { Span } from '../../text/span.ts'
import type { Selector } from './anchor.ts'
import { isPrefixed, isSuffixed, occurrencesOf } from './occurrences.ts'

/** How much stands before and behind, in code units: as much as tells one place of the words from the others. */
const FRAMES = [32, 64, 128, 256, 512] as const

/** A prefix or suffix that is shorter reaches to the text's beginning or end. */
export const SHORTEST_FRAME = FRAMES[0]

/** Whether what stands at `at` belongs to the character before it: half of a pair, or a mark on a letter. */
function isDependent(text: string, at: number): boolean {
  const code = text.codePointAt(at) ?? 0
  return (code >= 0xdc00 && code <= 0xdfff) || /[\p{M}\u200d]/u.test(String.fromCodePoint(code))
}

function frame(text: string, [start, end]: Span, size: number): Pick<Selector, 'prefix' | 'suffix'> {
  let from = Math.max(0, start - size)
  while (from > 0 && isDependent(text, from)) from -= 1
  let to = Math.min(text.length, end + size)
  while (to < text.length && isDependent(text, to)) to += 1
  return { prefix: text.slice(from, start), suffix: text.slice(end, to) }
}

/**
 * Makes the selector of a stretch. Its prefix and suffix are longer where the same words stand elsewhere in the same
 * company.
 *
 * @param points of the text, where many selectors are made of one
 * Cost: O(length of text).
 */
export function selectorOf(text: string, span: Span, points: CodePoints = codePointsOf(text)): Selector {
  const exact = text.slice(...span)
  const others = occurrencesOf(exact, text).filter(([start]) => start !== span[0])
  let framed = frame(text, span, SHORTEST_FRAME)
  for (const size of FRAMES) {
    framed = frame(text, span, size)
    const { prefix, suffix } = framed
    if (!others.some((other) => isPrefixed(text, other, prefix) && isSuffixed(text, other, suffix))) break
  }
  return { exact, ...framed, start: points.pointAt(span[0]), end: points.pointAt(span[1]) }
}
