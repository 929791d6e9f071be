import type { PdfLine } from './pdf-lines.ts'
import { joinedLines } from './plain-paragraphs.ts'

/** One paragraph of a PDF, or one heading. */
export type PdfParagraph = { readonly text: string; readonly size: number; readonly page: number }

/** Type that differs by more than this share is another kind of text. */
const SAME_SIZE = 0.08

/** A gap above a line of this many usual gaps begins a paragraph. */
const WIDE_GAP = 1.28

/** A first line that stands in by this share of the type's size, and not by more than so much, begins a paragraph. */
const INDENT = 0.7
const MAX_INDENT = 5

const SENTENCE_END = /[.!?…:。！？؟।][\s"'”’»()[\]\d]*$/u
const ITEM = /^(?:[-*•‣–—▪●○]\s|\(?\d{1,3}[.)]\s|\(?[a-z][.)]\s)/

/** A word parted at the end of a line; the hyphen may be one that is shown there only. */
const PARTED = /(\p{L}+)[-\u00ad\u2010]$/u
const GOES_ON = /^(\p{Ll}[\p{L}’']*)/u

const isSameSize = (a: PdfLine, b: PdfLine) => Math.abs(a.size - b.size) <= SAME_SIZE * Math.max(a.size, b.size)

/** The usual distance between two lines, as a share of their type's size. */
function usualGap(lines: readonly PdfLine[]): number {
  const gaps = lines.flatMap((line, at) => {
    const next = lines[at + 1]
    if (next === undefined || next.column !== line.column || !isSameSize(line, next)) return []
    return [Math.round(((next.y - line.y) / line.size) * 20) / 20]
  })
  const counts = Map.groupBy(gaps, (gap) => gap)
  const most = [...counts].reduce((a, b) => (b[1].length > a[1].length ? b : a), [1.2, [] as number[]] as const)
  return most[0]
}

/** How far a line stops before the end of its column, in points. */
function room({ left, right, columnEnd, isRightToLeft }: PdfLine): number {
  return isRightToLeft ? left - columnEnd : columnEnd - right
}

/** How far a line stands in from the beginning of its column, in points. */
function indent({ left, right, columnStart, isRightToLeft }: PdfLine): number {
  return isRightToLeft ? columnStart - right : left - columnStart
}

/** Whether the first word of `next` would have fitted behind `line`: then the line ends because its paragraph does. */
function endsEarly(line: PdfLine, next: PdfLine): boolean {
  const letter = (next.right - next.left) / next.text.length
  const word = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/.test(next.text[0] ?? '')
    ? 1
    : (next.text.split(' ')[0]?.length ?? 0)
  return room(line) > (word + 1) * letter + line.size * 0.5
}

function isIndented(line: PdfLine, previous: PdfLine): boolean {
  const by = indent(line)
  return by > INDENT * line.size && by < MAX_INDENT * line.size && by - indent(previous) > (INDENT / 2) * line.size
}

/** What the lines of one document have in common. */
type Setting = { readonly gap: number; readonly size: number }

function beginsParagraph(previous: PdfLine, line: PdfLine, { gap, size }: Setting): boolean {
  if (!isSameSize(previous, line) || ITEM.test(line.text)) return true
  const isHeading = line.size > size * (1 + SAME_SIZE)
  if (previous.column !== line.column) {
    if (isHeading && previous.page === line.page) return false
    // Over the end of a column only the words can tell.
    return SENTENCE_END.test(previous.text) || isHeading
  }
  const distance = (line.y - previous.y) / line.size
  // Columns are cut where their page is; a step up is another piece of the page.
  if (distance > Math.max(gap, isHeading ? 1.3 : 0) * WIDE_GAP || distance < 0) return true
  if (isHeading) return false
  if (isIndented(line, previous)) return true
  return endsEarly(previous, line)
}

/** Every word of the text that stands within a line, in small letters, for telling a word's own hyphen. */
function wordsWithin(lines: readonly PdfLine[]): ReadonlySet<string> {
  return new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu) ?? []))
}

/** Two lines of one paragraph as running text. A word that was parted is whole again, and keeps a hyphen of its own. */
function together(text: string, next: string, words: ReadonlySet<string>): string {
  const [, start] = PARTED.exec(text) ?? []
  const [, rest] = GOES_ON.exec(next) ?? []
  if (start === undefined || rest === undefined) return joinedLines(text, next)
  const isOwn = words.has(`${start}-${rest}`.toLowerCase()) && !words.has(`${start}${rest}`.toLowerCase())
  return `${text.slice(0, -1)}${isOwn ? '-' : ''}${next}`
}

/**
 * The paragraphs that lines make, also over the end of a column or a page.
 *
 * @param size of most of the text's type
 */
export function pdfParagraphs(lines: readonly PdfLine[], size: number): readonly PdfParagraph[] {
  const setting = { gap: usualGap(lines), size }
  const words = wordsWithin(lines)
  const paragraphs: PdfParagraph[] = []
  let previous: PdfLine | null = null
  for (const line of lines) {
    const last = paragraphs.at(-1)
    if (last === undefined || previous === null || beginsParagraph(previous, line, setting))
      paragraphs.push({ text: line.text, size: line.size, page: line.page })
    else paragraphs[paragraphs.length - 1] = { ...last, text: together(last.text, line.text, words) }
    previous = line
  }
  return paragraphs
}
