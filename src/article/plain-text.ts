import type { ArticleHints, ArticleOutcome } from './article-outcome.ts'
import { isBoilerplate, isLabel, leadsAway } from './boilerplate.ts'
import { type HeadLine, readHeadLine } from './head-line.ts'
import { articleLanguage } from './language-tag.ts'
import { webAddress } from './page-address.ts'
import { paragraphsOf } from './plain-paragraphs.ts'

/** A longer first line is no headline. */
const MAX_HEADLINE = 140

/** How many lines may be headline, byline, date and outlet. */
const HEAD_LINES = 5

/** Ends a sentence, with a closing quotation mark or bracket behind it or not. */
const SENTENCE_END = /[.!?…。！？؟।][\s"'”’»)\]]*$/u

/** What stands above the text of a plain file. */
type Head = HeadLine & { readonly headline: string | null }

type Split = { readonly head: Head; readonly rest: readonly string[] }

/** Whether a line is short, ends no sentence, and stands above byline and date, as a headline does. */
function isHeadline(line: string, { headline, byline, published }: Head): boolean {
  const isFirst = headline === null && byline === null && published === null
  return isFirst && line.length <= MAX_HEADLINE && !SENTENCE_END.test(line)
}

/**
 * Whether a line that could name an outlet surely does: "Minister Visits Today" is a headline, unless another line is,
 * above it or right below.
 */
function isSurelyOutlet(line: string, head: Head, below: string | null): boolean {
  if (/^The /.test(line) || head.headline !== null) return true
  return below !== null && readHeadLine(below) === null && isHeadline(below, head)
}

/**
 * `head` with what one more line says, null where the line is of the text. What is known already stays.
 *
 * @param below the line after it, null where that is the text's last
 */
function withLine(head: Head, line: string, below: string | null): Head | null {
  const said = readHeadLine(line)
  const found = said !== null && said.outlet === line && !isSurelyOutlet(line, head, below) ? null : said
  if (found === null) return isHeadline(line, head) ? { ...head, headline: line } : null
  return {
    headline: head.headline,
    byline: head.byline ?? found.byline,
    published: head.published ?? found.published,
    outlet: head.outlet ?? found.outlet,
  }
}

/** Parts what stands above the text from the text, which keeps the last paragraph in any case. */
function splitHead(paragraphs: readonly string[]): Split {
  let head: Head = { headline: null, byline: null, published: null, outlet: null }
  // A page copied whole begins with its menu, and has a share bar below the headline.
  const lines = [...paragraphs.slice(0, -1).entries()].filter(([, line]) => !isLabel(line))
  for (const [taken, [at, line]] of lines.entries()) {
    const more = taken < HEAD_LINES ? withLine(head, line, lines[taken + 1]?.[1] ?? null) : null
    if (more === null) return { head, rest: paragraphs.slice(at) }
    head = more
  }
  return { head, rest: paragraphs.slice(-1) }
}

/** Without what was copied along from around the article. */
function withoutBoilerplate(paragraphs: readonly string[]): readonly string[] {
  const kept = paragraphs.filter((paragraph) => !isBoilerplate(paragraph))
  const away = kept.findIndex(
    (paragraph, at) => leadsAway(paragraph) && kept.slice(at + 1).every((after) => !SENTENCE_END.test(after)),
  )
  return away > 0 ? kept.slice(0, away) : kept
}

/** The article in a plain text: its paragraphs, and what stands unmistakably above them. */
export function plainArticle(text: string, hints: ArticleHints): ArticleOutcome {
  const paragraphs = paragraphsOf(text)
  const { head, rest } = splitHead(paragraphs)
  const kept = withoutBoilerplate(rest)
  if (kept.length === 0)
    return {
      ok: false,
      fault: {
        code: 'no-article',
        sentence: 'there is no article in it, only labels and invitations; add the article’s own text',
      },
    }
  const articleText = kept.join('\n\n')
  return {
    ok: true,
    article: {
      ...head,
      language: articleLanguage([], articleText),
      url: webAddress(hints.url, null),
      text: articleText,
      timeCodes: [],
    },
  }
}
