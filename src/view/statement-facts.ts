import type { PublicStatement } from '../record/public-record.ts'
import type { PlacedStatement } from '../record/records.ts'
import type { Span } from '../text/span.ts'
import { stretchesOf } from './mark-tree.ts'

/** The words of a passage at spans of the article's text; what lies outside is cut off. Pieces are parted by an ellipsis. */
export function wordsAt(spans: readonly Span[], { passage, passageStart }: PlacedStatement): string {
  const inside = spans.map(([start, end]): Span => [Math.max(0, start - passageStart), Math.max(0, end - passageStart)])
  return stretchesOf(passage, inside)
    .map(([start, end]) => passage.slice(start, end))
    .filter((words) => words !== '')
    .join(' … ')
}

/** The words that are attributed. */
export function contentWords(placed: PlacedStatement): string {
  return wordsAt(placed.statement.content, placed)
}

/** When it was said, as a person decided, else as it was read: EDTF; null where nobody knows. */
export function saidOn({ decision, statement }: PublicStatement): string | null {
  return decision.saidOn?.edtf ?? statement.saidOn
}
