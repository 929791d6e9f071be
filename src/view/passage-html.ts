import { html } from 'hono/html'
import type { PlacedStatement } from '../record/records.ts'
import { paragraphsOf } from '../text/paragraphs.ts'
import type { Span } from '../text/span.ts'
import { languageAttributes } from './article-line.ts'
import type { Html } from './html.ts'
import { scriptOf } from './language.ts'
import { marksOf, reachOf } from './mark-tree.ts'
import { type MarkedText, markedParagraphs } from './marked-text.ts'
import type { Messages } from './messages/messages.ts'

/** A passage is longer only where somebody wrote a page without paragraphs; in UTF-16 code units. */
const MAX_PASSAGE = 6_000
/** What of such a passage is shown before the statement and behind it. */
const SHOWN_AROUND = 1_000

/** A passage, or of a very long one what stands around the statement. */
function withShortPassage(placed: PlacedStatement): PlacedStatement {
  const { statement, passage, passageStart } = placed
  if (passage.length <= MAX_PASSAGE) return placed
  const [start, end] = reachOf(statement)
  const from = Math.max(0, start - passageStart - SHOWN_AROUND)
  const to = Math.min(end - passageStart + SHOWN_AROUND, from + MAX_PASSAGE)
  return { ...placed, passage: passage.slice(from, to).toWellFormed(), passageStart: passageStart + from }
}

/** Moves spans of an article's text to where they stand in a passage of it; what lies outside is cut off. */
function inPassage(spans: readonly Span[], { passage, passageStart }: PlacedStatement): readonly Span[] {
  return spans.flatMap(([from, to]): Span[] => {
    const start = Math.max(from - passageStart, 0)
    const end = Math.min(to - passageStart, passage.length)
    return start < end ? [[start, end]] : []
  })
}

/** The paragraphs around a statement, with its parts marked. */
export function passageHtml(whole: PlacedStatement, messages: Messages): Html {
  const placed = withShortPassage(whole)
  const { statement, article, passage } = placed
  const cut = passage.length < whole.passage.length
  const moved = {
    ...statement,
    source: inPassage(statement.source, placed),
    cue: inPassage(statement.cue, placed),
    content: inPassage(statement.content, placed),
  }
  const marked: MarkedText = {
    text: passage,
    script: article.language && scriptOf(article.language),
    names: [],
    statements: [moved],
    marks: marksOf(passage, [moved]),
    timeCodes: [],
    lineHref: null,
    messages,
  }
  return html`<blockquote${languageAttributes(article.language)}>${markedParagraphs(marked, paragraphsOf(passage)).map(
    (words) => html`<p>${cut && '[…] '}${words}${cut && ' […]'}</p>`,
  )}</blockquote>`
}
