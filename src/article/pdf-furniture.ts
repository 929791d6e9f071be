import type { PdfLine } from './pdf-lines.ts'
import type { PdfRow } from './pdf-rows.ts'
import { wordsOf } from './pdf-words.ts'

/** How many rows at the top and at the foot of a page can be its running head or foot. */
const EDGE_ROWS = 3

/** A running head stands at the same height on each page, within this many points. */
const SAME_HEIGHT = 4

/** Notes at the foot of a page are set in type smaller than this share of the text's. */
const NOTE_SIZE = 0.93

const PAGE_NUMBER =
  /^[\p{P}\s]*(?:(?:page|seite|página|pagina|p\.|стр\.|第)\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:\/|of|von|de|sur|di|из|／|页|頁|-|–)\s*\d{0,4})?\s*(?:页|頁)?[\p{P}\s]*$/iu

/** A note begins with its figure or sign. */
const NOTE_START = /^(?:[*†‡§]|\(?\d{1,3}[).\s])/

/** What browsers print at the edges of a page: the day and the title, the address and the number. */
const PRINTED_BY_BROWSER =
  /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}[:.]\d{2}|^(?:https?|file):\/\/\S+(?:\s+\d+(?:\/\d+)?)?$/

/** One row at the edge of a page. */
type Edge = { readonly row: PdfRow; readonly page: number; readonly words: string }

function edgesOf(pages: readonly (readonly PdfRow[])[]): readonly Edge[] {
  return pages.flatMap((rows, page) =>
    [...new Set([...rows.slice(0, EDGE_ROWS), ...rows.slice(-EDGE_ROWS)])].map((row) => {
      return { row, page, words: wordsOf(row.fragments) }
    }),
  )
}

/** What is the same in a running head on every page. */
function withoutNumbers(words: string): string {
  return words.replace(/\d+/g, '#').toLowerCase()
}

/** Rows that stand at the same place on two pages or more with the same words, whatever their numbers. */
function runningRows(edges: readonly Edge[]): readonly Edge[] {
  const alike = Map.groupBy(edges, ({ words }) => withoutNumbers(words))
  return [...alike.values()].flatMap((same) =>
    same.filter(({ row, page }) =>
      same.some((other) => other.page !== page && Math.abs(other.row.y - row.y) <= SAME_HEIGHT),
    ),
  )
}

/**
 * The rows of each page without running heads and feet and page numbers.
 *
 * @param pages the rows of each page, from top to foot
 */
export function withoutRunningRows(pages: readonly (readonly PdfRow[])[]): readonly (readonly PdfRow[])[] {
  const edges = edgesOf(pages)
  const alone = edges.filter(({ words }) => PAGE_NUMBER.test(words) || PRINTED_BY_BROWSER.test(words))
  const left = new Set([...runningRows(edges), ...alone].map(({ row }) => row))
  return pages.map((rows) => rows.filter((row) => !left.has(row)))
}

/** The notes at the foot of one column: its last lines, in smaller type, from the one with a figure on. */
function notesOf(column: readonly PdfLine[], size: number): readonly PdfLine[] {
  const above = column.findLastIndex((line) => line.size >= size * NOTE_SIZE)
  const small = column.slice(above + 1)
  const first = small.findIndex((line) => line.isMarked || NOTE_START.test(line.text))
  // A column in small type alone is no foot of anything.
  return above < 0 || first < 0 ? [] : small.slice(first)
}

/**
 * The lines without the notes at the foot of a column.
 *
 * @param size of most of the text's type
 */
export function withoutNotes(lines: readonly PdfLine[], size: number): readonly PdfLine[] {
  const columns = Map.groupBy(lines, ({ column }) => column)
  const notes = new Set([...columns.values()].flatMap((column) => notesOf(column, size)))
  return lines.filter((line) => !notes.has(line))
}
