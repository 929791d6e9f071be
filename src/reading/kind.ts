import type { Span } from '../text/span.ts'
import { within } from '../text/within.ts'
import type { StatementKind } from './statement.ts'

const WORD = /[\p{L}\p{N}]/u

/** The words of `span` that stand in none of `marked`, which are in order and overlap it. */
function unmarkedWords(text: string, [start, end]: Span, marked: readonly Span[]): string {
  const starts = [start, ...marked.map(([, to]) => to)]
  const ends = [...marked.map(([from]) => from), end]
  return starts.map((from, index) => text.slice(from, Math.max(from, ends[index] ?? from))).join(' ')
}

/**
 * Whether `content` stands in quotation marks.
 *
 * @param quoted the spans of the text's outermost quotations, in order
 * @returns direct where every word is inside marks, mixed where some are, indirect where none is
 */
export function kindOf(text: string, content: readonly Span[], quoted: readonly Span[]): StatementKind {
  const parts = content.map((span) => ({ span, marked: within(quoted, span, (one) => one) }))
  if (parts.every(({ marked }) => marked.length === 0)) return 'indirect'
  return parts.some(({ span, marked }) => WORD.test(unmarkedWords(text, span, marked))) ? 'mixed' : 'direct'
}
