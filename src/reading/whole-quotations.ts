import type { Quotation } from '../text/quotation-marks.ts'
import type { Span } from '../text/span.ts'
import { within } from '../text/within.ts'
import type { Draft } from './draft.ts'

/**
 * Gives a statement that holds part of a quotation over several paragraphs the paragraphs of it that no statement
 * holds: the model looks no further than a hundred words, a speaker may go on for a page.
 *
 * Cost: O(n log n) in drafts and quotations, but for statements inside one another.
 */
export function wholeQuotations(drafts: readonly Draft[], quotations: readonly Quotation[]): readonly Draft[] {
  const long = quotations.filter(({ depth, spans }) => depth === 0 && spans.length > 1)
  const parts = long.flatMap((quotation) => quotation.spans.map((span) => ({ span, quotation })))
  const partsIn = (span: Span) => within(parts, span, (part) => part.span)
  const held = new Set(
    drafts.flatMap(({ content }) => content.flatMap((span) => partsIn(span).map((part) => part.span))),
  )
  const given = new Set<Quotation>()
  return drafts.map((draft) => {
    const own = new Set(draft.content.flatMap((span) => partsIn(span).map((part) => part.quotation)))
    const fresh = [...own].filter((quotation) => !given.has(quotation))
    for (const quotation of fresh) given.add(quotation)
    const more = fresh.flatMap(({ spans }) => spans.filter((span) => !held.has(span)))
    return more.length === 0 ? draft : { ...draft, content: [...draft.content, ...more].sort(([a], [b]) => a - b) }
  })
}
