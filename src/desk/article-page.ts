import { html } from 'hono/html'
import { isReadInFull } from '../reading/language.ts'
import type { ArticleRecord } from '../record/records.ts'
import type { SampleSet } from '../record/sample-set.ts'
import type { Span } from '../text/span.ts'
import { imprintHtml, languageAttributes, shownHeadline } from '../view/article-line.ts'
import { momentInWords } from '../view/dates.ts'
import type { Html } from '../view/html.ts'
import { languageName, scriptOf } from '../view/language.ts'
import type { PageBody } from '../view/layout.ts'
import { ledgerHtml } from '../view/ledger.ts'
import { marksOf, reachOf } from '../view/mark-tree.ts'
import { type MarkedText, markedParagraphs } from '../view/marked-text.ts'
import type { Messages } from '../view/messages/messages.ts'
import { safeLink } from '../view/safe-link.ts'
import { type TextPage, textPages } from '../view/text-pages.ts'
import { capturesHtml } from './captures.ts'

/** Which part of a long article is asked for: a page by its number, from 1, or that of a statement. */
export type Shown = { readonly page: string | null; readonly statement: string | null }

/** One line of what is known about the article. */
type Fact = readonly [term: string, says: Html | string] | null

function facts(article: ArticleRecord, messages: Messages): readonly Fact[] {
  const says = messages.article
  const link = safeLink(article.url)
  return [
    [says.language, article.language === null ? messages.notKnown : languageName(article.language, messages.language)],
    link && [says.original, html`<a href="${link.href}" rel="noopener noreferrer external">${link.host}</a>`],
    [says.file, html`<bdi>${article.name}</bdi>`],
    [says.added, html`<time datetime="${article.recordedAt}">${momentInWords(article.recordedAt, messages)}</time>`],
    [
      says.reader,
      html`<time datetime="${article.readAt}">${momentInWords(article.readAt, messages)}</time>, ${says.readerVersion(article.reader.name, article.reader.version)}`,
    ],
    [says.sha256, html`<code>${article.sha256}</code>`],
  ]
}

/** Why only quotation marks were read; null where the reader reads the article's language. */
function marksOnly({ text, language }: ArticleRecord, messages: Messages): string | null {
  if (isReadInFull(text, language)) return null
  if (language === null) return messages.article.marksOnlyUnknown
  return messages.article.marksOnly(languageName(language, messages.language))
}

function keyHtml({ marks }: Messages['article']): Html {
  return html`<p class="key"><span class="source">${marks.source}</span>${marks.sourceMeans}; <span class="cue">${marks.cue}</span>${marks.cueMeans}; <span class="content">${marks.content}</span>${marks.contentMeans}. ${marks.number}</p>`
}

/** The paragraphs of one page, each with the ledger of the statements that begin in it. */
function rowsHtml(marked: MarkedText, page: TextPage, language: string | null): readonly Html[] {
  const attributes = languageAttributes(language)
  const paragraphs = page.map(({ span }) => span)
  // The columns keep their places; only the words run in their own direction.
  return markedParagraphs(marked, paragraphs).map(
    (words, at) => html`<div class="row" dir="ltr"><p${attributes}>${words}</p>
${ledgerHtml(marked, page[at]?.statements ?? [])}</div>
`,
  )
}

/** Says which page this is and links the others; nothing where the article is on one page, as nearly all are. */
function pagesHtml(pages: readonly TextPage[], at: number, { article: { pages: says } }: Messages): Html | '' {
  if (pages.length === 1) return ''
  const numbers = (pages[at] ?? []).flatMap(({ statements }) => statements.map((index) => index + 1))
  const first = numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const last = numbers.reduce((a, b) => Math.max(a, b), 0)
  const link = (to: number, words: string) => html`<a href="?page=${to + 1}">${words}</a> `
  return html`<nav class="pager" aria-label="${says.label}"><p>${says.shown(at + 1, pages.length, first, last)}</p>
${at > 0 && link(0, says.first)}${at > 1 && link(at - 1, says.previous)}${
  at < pages.length - 2 && link(at + 1, says.next)
}${at < pages.length - 1 && link(pages.length - 1, says.last)}</nav>`
}

/** The place of the page that is asked for; null where there is none. */
function pageAsked({ page, statement }: Shown, pages: readonly TextPage[], article: ArticleRecord): number | null {
  if (page !== null) return /^[1-9]\d{0,6}$/.test(page) && Number(page) <= pages.length ? Number(page) - 1 : null
  const index = article.statementRecords.findIndex(({ id }) => id === statement)
  return Math.max(
    0,
    pages.findIndex((rows) => rows.some(({ statements }) => statements.includes(index))),
  )
}

/** What the page shows of the text, with its marks. */
function markedPage(article: ArticleRecord, page: TextPage, messages: Messages): MarkedText {
  const { text, language, names, timeCodes, statementRecords: statements } = article
  const within: Span = [page[0]?.span[0] ?? 0, page.at(-1)?.span[1] ?? 0]
  const here = new Set(page.flatMap((row) => row.statements))
  return {
    text,
    script: language && scriptOf(language),
    names,
    statements,
    timeCodes,
    marks: marksOf(text, statements, within),
    lineHref: (index) => {
      const id = statements[index]?.id ?? ''
      return here.has(index) ? `#s-${id}` : `?statement=${id}#s-${id}`
    },
    messages,
  }
}

/**
 * An article with its statements marked in the text and the ledger beside it; a very long one in pages.
 *
 * @returns null where the article has no such page; a statement that it does not have is looked for on its first
 */
export function articlePage(
  article: ArticleRecord,
  options: {
    readonly shown: Shown
    readonly sample: SampleSet | null
    /** What is said of its text versions. */
    readonly versions: Html | ''
    readonly messages: Messages
  },
): PageBody | null {
  const { shown, sample, versions, messages } = options
  const says = messages.article
  const { text, language, statementRecords: statements } = article
  const headline = shownHeadline(article)
  const pages = textPages(
    text,
    statements.map((statement) => reachOf(statement)[0]),
  )
  const at = pageAsked(shown, pages, article)
  const page = at === null ? undefined : pages[at]
  if (at === null || page === undefined) return null
  const pager = pagesHtml(pages, at, messages)
  const caveat = marksOnly(article, messages)
  return {
    title: headline ?? messages.untitled(article.name),
    section: 'articles',
    script: 'statements.js',
    main: html`<h1${headline === null ? '' : languageAttributes(language)}>${headline ?? messages.untitled(article.name)}</h1>
<p class="imprint">${imprintHtml(article, messages)}</p>
${sample !== null && html`<p class="sample">${messages.samples[sample]}</p>`}
<dl class="facts">${facts(article, messages).map(
      (fact) => fact && html`<div><dt>${fact[0]}</dt> <dd>${fact[1]}</dd></div>`,
    )}</dl>
<div class="about"><p><strong>${says.found(statements.length)}</strong></p>
${caveat && html`<p>${caveat}</p>`}
${statements.length > 0 && keyHtml(says)}</div>
${pager}
<article class="text" aria-label="${says.text}"${languageAttributes(language)}>
${rowsHtml(markedPage(article, page, messages), page, language)}</article>
${pager}
${versions}${capturesHtml(article, messages)}`,
  }
}
