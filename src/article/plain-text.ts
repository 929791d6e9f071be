import type { ArticleHints, ArticleOutcome } from './article-outcome.ts'
import { isBoilerplate, leadsAway } from './boilerplate.ts'
import { type HeadLine, readHeadLine } from './head-line.ts'
import { articleLanguage } from './language-tag.ts'
import { webAddress } from './page-address.ts'
import { paragraphsOf } from './plain-paragraphs.ts'

/** A longer first line is no headline. */
const MAX_HEADLINE = 140

/** How many lines below the headline may be byline, date and outlet. */
const HEAD_LINES = 4

/** Ends a sentence, with a closing quotation mark or bracket behind it or not. */
const SENTENCE_END = /[.!?…。！？؟।][\s"'”’»)\]]*$/u

/** What stands above the text of a plain file. */
type Head = HeadLine & { readonly headline: string | null }

type Split = { readonly head: Head; readonly rest: readonly string[] }

function isHeadline(first: string, others: number): boolean {
  return others > 0 && first.length <= MAX_HEADLINE && !SENTENCE_END.test(first) && readHeadLine(first) === null
}

function splitHead(paragraphs: readonly string[]): Split {
  const [first = '', ...others] = paragraphs
  const headline = isHeadline(first, others.length) ? first : null
  const lines = headline === null ? paragraphs : others
  let head: Head = { headline, byline: null, published: null, outlet: null }
  let at = 0
  for (; at < Math.min(HEAD_LINES, lines.length - 1); at += 1) {
    const found = readHeadLine(lines[at] ?? '')
    if (found === null) break
    head = {
      headline,
      byline: head.byline ?? found.byline,
      published: head.published ?? found.published,
      outlet: head.outlet ?? found.outlet,
    }
  }
  return { head, rest: lines.slice(at) }
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
  const body = kept.join('\n\n')
  return {
    ok: true,
    article: { ...head, language: articleLanguage([], body), url: webAddress(hints.url, null), text: body },
  }
}
