import type { Quotation } from '../text/quotation-marks.ts'
import type { Draft } from './draft.ts'

/** A quotation is a statement only from so many words on: below, it is a nickname, a title, a scare quote. */
const MIN_WORDS = 6
/** A word; in scripts without spaces every letter counts as one. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{N}][^\s\p{Script=Han}]*/gu
/** Enough of a quotation, in code units, to count that far in. */
const COUNTED_UNITS = 200
/**
 * The marks say that somebody's words are printed, not whose nor whether they are this outlet's own emphasis: the
 * share of marked quotations that were statements in US political news.
 */
const CONFIDENCE = 0.3

/** The outermost quotations of a text as statements that nobody is named for; all that is read in most languages. */
export function markedQuotations(text: string, quotations: readonly Quotation[]): readonly Draft[] {
  return quotations
    .filter(({ depth, spans }) => {
      const [start] = spans[0]
      const end = Math.min(spans.at(-1)?.[1] ?? start, start + COUNTED_UNITS)
      return depth === 0 && (text.slice(start, end).match(WORD)?.length ?? 0) >= MIN_WORDS
    })
    .map(({ spans }) => ({ source: [], cue: [], content: spans, confidence: CONFIDENCE }))
}
