import type { Fragment } from './pdf-pages.ts'
import { isBlank, type PdfRow, usualSize } from './pdf-rows.ts'
import { hasRightToLeft, isMostlyRightToLeft, wordsOf } from './pdf-words.ts'

/** One line of one column. Lengths are points, from the left and the top of the page. */
export type PdfLine = {
  /** White space at neither end. Not empty. */
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  /** Of most of its letters. */
  readonly size: number
  readonly font: string
  /** Whether a small raised figure stands before it, as before a note. */
  readonly isMarked: boolean
  /** Which column of the document it stands in: lines of one column follow one another. */
  readonly column: number
  /** The right edge of that column, the left one where the line runs from right to left. */
  readonly columnEnd: number
  readonly columnStart: number
  readonly isRightToLeft: boolean
  readonly page: number
}

/** Between two columns there is at least this much, as a share of the type's size. */
const GUTTER = 0.9

/** So many rows on both sides make columns: fewer are a line with a gap. */
const COLUMN_ROWS = 3

/** A page with more rows than a newspaper's is not searched for columns: it would take minutes. */
const MAX_COLUMN_ROWS = 2_000

/** Columns within columns. */
const MAX_COLUMN_DEPTH = 8

/** A raised figure is this much smaller than its line, and stands this much above it. */
const RAISED = 0.9
const RAISED_BY = 0.2

type Interval = readonly [start: number, end: number]

/** Where nothing is printed in a row, between `left` and `right`. */
function freeIn({ fragments }: PdfRow, [left, right]: Interval): readonly Interval[] {
  const free: Interval[] = []
  let end = left
  for (const fragment of fragments) {
    if (isBlank(fragment)) continue
    if (fragment.left > end) free.push([end, fragment.left])
    end = Math.max(end, fragment.right)
  }
  return end < right ? [...free, [end, right]] : free
}

function shared(a: readonly Interval[], b: readonly Interval[], least: number): readonly Interval[] {
  return a.flatMap(([start, end]) =>
    b.flatMap(([from, to]): readonly Interval[] => {
      const both: Interval = [Math.max(start, from), Math.min(end, to)]
      return both[1] - both[0] >= least ? [both] : []
    }),
  )
}

/** How many of `rows` have words on both sides of `gutter`, on each side at least: the smaller count. */
function rowsBeside(rows: readonly PdfRow[], [start, end]: Interval): number {
  const count = (isThere: (fragment: Fragment) => boolean) =>
    rows.filter(({ fragments }) => fragments.some((fragment) => !isBlank(fragment) && isThere(fragment))).length
  return Math.min(
    count(({ right }) => right <= start + 1),
    count(({ left }) => left >= end - 1),
  )
}

function extentOf(rows: readonly PdfRow[]): Interval {
  const all = rows.flatMap(({ fragments }) => fragments.filter((fragment) => !isBlank(fragment)))
  return [Math.min(...all.map(({ left }) => left)), Math.max(...all.map(({ right }) => right))]
}

/** The rows from `start` on that one gutter runs through, and that gutter; null where none does. */
function bandAt(rows: readonly PdfRow[], start: number, extent: Interval) {
  const least = GUTTER * usualSize(rows.flatMap(({ fragments }) => fragments))
  let gutters: readonly Interval[] = [extent]
  let end = start
  for (; end < rows.length; end += 1) {
    const row = rows[end]
    const next = row === undefined ? [] : shared(gutters, freeIn(row, extent), least)
    if (next.length === 0) break
    gutters = next
  }
  const band = rows.slice(start, end)
  const counted = gutters.map((gutter) => ({ gutter, beside: rowsBeside(band, gutter) }))
  const best = counted.reduce((a, b) => (b.beside > a.beside ? b : a), { gutter: extent, beside: 0 })
  return best.beside >= COLUMN_ROWS ? { end, gutter: best.gutter } : null
}

function side(rows: readonly PdfRow[], isHere: (fragment: Fragment) => boolean): readonly PdfRow[] {
  return rows.flatMap((row) => {
    const fragments = row.fragments.filter(isHere)
    return fragments.every(isBlank) ? [] : [{ ...row, fragments }]
  })
}

/** The columns of a region in the order in which they are read: where columns end, what follows is read after them. */
function columnsOf(rows: readonly PdfRow[], isRightToLeft: boolean, depth = 0): readonly (readonly PdfRow[])[] {
  const columns: (readonly PdfRow[])[] = []
  const extent = extentOf(rows)
  let single: PdfRow[] = []
  for (let at = 0; at < rows.length; ) {
    const band = depth > MAX_COLUMN_DEPTH || rows.length > MAX_COLUMN_ROWS ? null : bandAt(rows, at, extent)
    const row = rows[at]
    if (band === null || row === undefined) {
      if (row !== undefined) single.push(row)
      at += 1
      continue
    }
    if (single.length > 0) columns.push(single)
    single = []
    const middle = (band.gutter[0] + band.gutter[1]) / 2
    const within = rows.slice(at, band.end)
    const sides = [
      side(within, ({ left, right }) => (left + right) / 2 < middle),
      side(within, ({ left, right }) => (left + right) / 2 >= middle),
    ]
    for (const half of isRightToLeft ? sides.reverse() : sides)
      columns.push(...columnsOf(half, isRightToLeft, depth + 1))
    at = band.end
  }
  return single.length > 0 ? [...columns, single] : columns
}

type Place = {
  readonly column: number
  readonly extent: Interval
  readonly page: number
  /** Whether most of the page runs from right to left. */
  readonly isRightToLeft: boolean
}

function lineOf({ fragments, y }: PdfRow, { column, extent, page, ...place }: Place): PdfLine | null {
  const size = usualSize(fragments)
  const isRaised = (fragment: Fragment) =>
    fragment.size <= RAISED * size && fragment.y < y - RAISED_BY * size && /^\s*[\d*†‡§,]{1,4}\s*$/.test(fragment.text)
  const words = fragments.filter((fragment) => !isRaised(fragment))
  // A line of names in another script still runs as its page does.
  const isRightToLeft = place.isRightToLeft ? hasRightToLeft(words) : isMostlyRightToLeft(words)
  const text = wordsOf(words, isRightToLeft)
  const printed = words.filter((fragment) => !isBlank(fragment))
  const [first] = printed
  if (text === '' || first === undefined) return null
  const left = first.left
  const right = Math.max(...printed.map((fragment) => fragment.right))
  return {
    ...{ text, left, right, y, size, font: longest(printed).font, column, page, isRightToLeft },
    isMarked: fragments.some((fragment) => isRaised(fragment) && fragment.right <= left + size),
    columnStart: isRightToLeft ? extent[1] : extent[0],
    columnEnd: isRightToLeft ? extent[0] : extent[1],
  }
}

function longest(fragments: readonly Fragment[]): Fragment {
  return fragments.reduce((a, b) => (b.text.length > a.text.length ? b : a))
}

/**
 * The lines of all pages in the order in which they are read: column by column.
 *
 * @param pages the rows of each page
 */
export function pdfLines(pages: readonly (readonly PdfRow[])[]): readonly PdfLine[] {
  const lines: PdfLine[] = []
  let column = 0
  for (const [page, rows] of pages.entries()) {
    if (rows.length === 0) continue
    const isRightToLeft = isMostlyRightToLeft(rows.flatMap(({ fragments }) => fragments))
    for (const columnRows of columnsOf(rows, isRightToLeft)) {
      const place = { column, extent: extentOf(columnRows), page, isRightToLeft }
      lines.push(...columnRows.flatMap((row) => lineOf(row, place) ?? []))
      column += 1
    }
  }
  return lines
}
