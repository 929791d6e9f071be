import { type Name, namesIn } from '../text/names.ts'
import { type Span, wordsOf } from '../text/span.ts'

/** The names of one article, in order, not overlapping. */
export type Names = { readonly all: readonly Name[] }

/** Collects the names of `text`. Cost: O(length of text). */
export function namesOf(text: string): Names {
  return { all: namesIn(text) }
}

/** A name as printed, with single spaces. */
export function printedName(text: string, span: Span): string {
  return wordsOf(text, span).replace(/\s+/g, ' ')
}
