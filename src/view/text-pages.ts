import { paragraphsOf } from '../text/paragraphs.ts'
import type { Span } from '../text/span.ts'

/** One paragraph, or a part of one that is longer than any paragraph printed. */
export type TextRow = {
  /** UTF-16 offsets in the text. */
  readonly span: Span
  /** Places in the list of statements of those that begin here, in their order. */
  readonly statements: readonly number[]
}

/** What one page shows of a text. */
export type TextPage = readonly TextRow[]

/** How much of a text is shown on one page: a browser lays it out in a moment, and every news article fits on one. */
const MAX_STATEMENTS = 500
const MAX_ROWS = 1_000
/** In UTF-16 code units. */
const MAX_CHARACTERS = 100_000
/** A longer paragraph is shown in parts, in UTF-16 code units: one of them holds few enough statements for a page. */
const MAX_PARAGRAPH = 20_000

/** Where a paragraph may be parted before `limit`: behind a space, and where there is none, between two characters. */
function partingBefore(text: string, start: number, limit: number): number {
  const space = /\s(?=\S*$)/.exec(text.slice(limit - 200, limit))
  if (space !== null && limit - 200 + space.index > start) return limit - 200 + space.index + 1
  return /[\udc00-\udfff]/.test(text[limit] ?? '') ? limit - 1 : limit
}

function partsOf(text: string, [start, end]: Span): readonly Span[] {
  const parts: Span[] = []
  let at = start
  while (end - at > MAX_PARAGRAPH) {
    const next = partingBefore(text, at, at + MAX_PARAGRAPH)
    parts.push([at, next])
    at = next
  }
  return [...parts, [at, end]]
}

/** The rows of the whole text, each with the statements that begin in it, or between it and the next. */
function rowsOf(text: string, starts: readonly number[]): readonly TextRow[] {
  const inOrder = [...starts.keys()].toSorted((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0) || a - b)
  let taken = 0
  const spans = paragraphsOf(text).flatMap((paragraph) => partsOf(text, paragraph))
  return spans.map((span, row) => {
    const from = taken
    const next = spans[row + 1]?.[0] ?? Number.POSITIVE_INFINITY
    while (taken < inOrder.length && (starts[inOrder[taken] ?? 0] ?? 0) < next) taken++
    return { span, statements: inOrder.slice(from, taken).toSorted((a, b) => a - b) }
  })
}

/**
 * Parts a text into pages between its paragraphs, so that no page is larger than a browser shows at once, whatever
 * the text: a hostile one has four million characters and as many paragraphs or statements as fit in them.
 *
 * @param text   paragraphs separated by one blank line
 * @param starts where each statement begins; UTF-16 offsets in `text`
 * @returns at least one page; every paragraph and every statement stands on exactly one
 */
export function textPages(text: string, starts: readonly number[]): readonly TextPage[] {
  let page: TextRow[] = []
  const pages = [page]
  let statements = 0
  let characters = 0
  for (const row of rowsOf(text, starts)) {
    statements += row.statements.length
    characters += row.span[1] - row.span[0]
    const isFull = statements > MAX_STATEMENTS || characters > MAX_CHARACTERS || page.length === MAX_ROWS
    if (isFull && page.length > 0) {
      page = []
      pages.push(page)
      statements = row.statements.length
      characters = row.span[1] - row.span[0]
    }
    page.push(row)
  }
  return pages
}
