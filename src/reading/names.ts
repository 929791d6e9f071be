import { type Name, namesIn } from '../text/names.ts'
import { type Span, wordsOf } from '../text/span.ts'

/** The names of one article, in order, not overlapping. */
export type Names = { readonly all: readonly Name[] }

const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/

/** Collects the names of `text`; a month is one only as a part of another: "Theresa May", then "May". Cost: O(length of text). */
export function namesOf(text: string): Names {
  const found = namesIn(text)
  const parts = new Set(found.flatMap(({ span }) => wordsOf(text, span).split(/\s+/).slice(1)))
  const isMonth = ({ span, title }: Name) => {
    const words = wordsOf(text, span)
    return title === null && MONTH.test(words) && !parts.has(words)
  }
  return { all: found.filter((name) => !isMonth(name)) }
}

/** A name as printed, with single spaces. */
export function printedName(text: string, span: Span): string {
  return wordsOf(text, span).replace(/\s+/g, ' ')
}
