import { cleanLine, cleanOrNull } from '../text/clean-text.ts'
import type { ArticleHints, ArticleOutcome } from './article-outcome.ts'
import { isBoilerplate, isCaption } from './boilerplate.ts'
import { type HeadLine, readHeadLine } from './head-line.ts'
import { articleLanguage } from './language-tag.ts'
import { webAddress } from './page-address.ts'
import { withoutNotes, withoutRunningRows } from './pdf-furniture.ts'
import { pdfLines } from './pdf-lines.ts'
import { type PdfPages, pdfPages } from './pdf-pages.ts'
import { type PdfParagraph, pdfParagraphs } from './pdf-paragraphs.ts'
import { rowsOf, usualSize } from './pdf-rows.ts'

/** A headline is set in type larger than the text's by this share. */
const HEADLINE_SIZE = 1.15

/** A longer or shorter line is no headline, in UTF-16 code units. */
const MAX_HEADLINE = 250
const MIN_HEADLINE = 8

/** How many paragraphs before and after the headline may be byline, date and outlet. */
const HEAD_PARAGRAPHS = 5

/** Fewer letters a page than this are a stamp on a picture. */
const FEWEST_LETTERS = 20

/** Titles that programs make up from the file's name. */
const NO_TITLE =
  /\.(?:docx?|indd|qxd|pdf|html?|odt|rtf|pages|p65)$|^(?:microsoft word|untitled|document\d*$|unnamed|layout|\d+$|print)/i

function refused(sentence: string): ArticleOutcome {
  return { ok: false, fault: { code: 'no-article', sentence } }
}

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

function isHeadlineLong({ text }: PdfParagraph): boolean {
  return text.length >= MIN_HEADLINE / 2 && text.length <= MAX_HEADLINE && letters(text).length > 1
}

/** The place of the headline: what is set largest on the first page, or what the file's own title says, if that is there. */
function headlinePlace(
  paragraphs: readonly PdfParagraph[],
  { size, title }: { size: number; title: string | null },
): number {
  const first = paragraphs.filter(({ page }) => page === (paragraphs[0]?.page ?? 0))
  const titled =
    title === null || letters(title).length < MIN_HEADLINE
      ? -1
      : first.findIndex(({ text }) => letters(text) === letters(title))
  if (titled >= 0) return titled
  const large = first.filter((paragraph) => paragraph.size >= size * HEADLINE_SIZE && isHeadlineLong(paragraph))
  const largest = large.reduce<PdfParagraph | null>((a, b) => (a !== null && a.size >= b.size ? a : b), null)
  // Of a masthead in larger type and a headline, the masthead is the outlet's name.
  const [named = largest] = large
    .filter((paragraph) => readHeadLine(paragraph.text) === null)
    .toSorted((a, b) => b.size - a.size)
  return named === null ? -1 : paragraphs.indexOf(named)
}

function merged(heads: readonly HeadLine[]): HeadLine {
  return {
    byline: heads.find(({ byline }) => byline !== null)?.byline ?? null,
    published: heads.find(({ published }) => published !== null)?.published ?? null,
    outlet: heads.find(({ outlet }) => outlet !== null)?.outlet ?? null,
  }
}

/** Parts headline, byline, date and outlet from the text. What stands above the headline and says none of them stays. */
function splitHead(paragraphs: readonly PdfParagraph[], place: number) {
  const above = paragraphs.slice(0, Math.max(0, place))
  const below = paragraphs.slice(place + 1)
  const aboveHeads = above.map(({ text }) => readHeadLine(text))
  const heads = aboveHeads.filter((head) => head !== null)
  let taken = 0
  for (const { text } of below.slice(0, HEAD_PARAGRAPHS)) {
    const head = taken < below.length - 1 ? readHeadLine(text) : null
    if (head === null) break
    heads.push(head)
    taken += 1
  }
  const kept = above.filter((_, at) => aboveHeads[at] === null)
  return { head: merged(heads), rest: [...kept, ...below.slice(taken)] }
}

function articleOf({ pages, title }: PdfPages, hints: ArticleHints): ArticleOutcome {
  const all = pdfLines(withoutRunningRows(pages.map(rowsOf)))
  const count = all.reduce((sum, { text }) => sum + letters(text).length, 0)
  if (count < FEWEST_LETTERS * Math.max(1, Math.min(pages.length, 5)))
    return refused(
      'this PDF has no text, only pictures of pages (a scan); have a program recognise the text in it (OCR) and add what that gives',
    )
  const size = usualSize(all)
  const paragraphs = pdfParagraphs(withoutNotes(all, size), size)
    .map((paragraph) => ({ ...paragraph, text: cleanLine(paragraph.text) }))
    .filter(({ text }) => text !== '')
  const given = NO_TITLE.test(title?.trim() ?? '') ? null : cleanOrNull(title)
  const place = headlinePlace(paragraphs, { size, title: given })
  const { head, rest } = splitHead(paragraphs, place)
  const text = rest
    .filter((paragraph) => !isBoilerplate(paragraph.text) && !(paragraph.size < size && isCaption(paragraph.text)))
    .map((paragraph) => paragraph.text)
    .join('\n\n')
  if (text === '') return refused('there is no article in this PDF, only a title or labels; add the article’s own text')
  return {
    ok: true,
    article: {
      headline: paragraphs[place]?.text ?? null,
      ...head,
      language: articleLanguage([], text),
      url: webAddress(hints.url, null),
      text,
      timeCodes: [],
    },
  }
}

/**
 * The article in a PDF: its paragraphs in the order in which they are read, without running heads, page numbers and
 * notes at the foot of a page.
 */
export async function pdfArticle(bytes: Uint8Array, hints: ArticleHints): Promise<ArticleOutcome> {
  const outcome = await pdfPages(bytes)
  return outcome.ok ? articleOf(outcome.pdf, hints) : outcome
}
