import { html } from 'hono/html'
import { isReadInFull } from '../reading/language.ts'
import type { ArticleRecord } from '../record/records.ts'
import { paragraphsOf } from '../text/paragraphs.ts'
import { imprintHtml, languageAttributes } from '../view/article-line.ts'
import { momentInWords } from '../view/dates.ts'
import type { Html } from '../view/html.ts'
import { languageName, scriptOf } from '../view/language.ts'
import type { PageBody } from '../view/layout.ts'
import { ledgerHtml } from '../view/ledger.ts'
import { marksOf, startOf } from '../view/mark-tree.ts'
import { type MarkedText, markedParagraphs } from '../view/marked-text.ts'
import type { Messages } from '../view/messages/messages.ts'
import { safeLink } from '../view/safe-link.ts'

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

/** The text by paragraphs, each with the ledger of the statements that begin in it. */
function rowsHtml(marked: MarkedText, language: string | null): readonly Html[] {
  const paragraphs = paragraphsOf(marked.text)
  const starts = marked.statements.map(startOf)
  const beginning = Map.groupBy(starts.keys(), (index) =>
    paragraphs.findLastIndex(([from]) => from <= (starts[index] ?? 0)),
  )
  const attributes = languageAttributes(language)
  // The columns keep their places; only the words run in their own direction.
  return markedParagraphs(marked, paragraphs).map(
    (words, at) => html`<div class="row" dir="ltr"><p${attributes}>${words}</p>
${ledgerHtml(marked, beginning.get(at) ?? [])}</div>
`,
  )
}

/** An article with its statements marked in the text and the ledger beside it. */
export function articlePage(article: ArticleRecord, messages: Messages): PageBody {
  const says = messages.article
  const statements = article.statementRecords
  const marked: MarkedText = {
    text: article.text,
    script: article.language && scriptOf(article.language),
    names: article.names,
    statements,
    marks: marksOf(article.text, statements),
    numbered: true,
    messages,
  }
  const caveat = marksOnly(article, messages)
  return {
    title: article.headline ?? messages.untitled(article.name),
    section: 'articles',
    script: 'statements.js',
    main: html`<h1${article.headline === null ? '' : languageAttributes(article.language)}>${article.headline ?? messages.untitled(article.name)}</h1>
<p class="imprint">${imprintHtml(article, messages)}</p>
<dl class="facts">${facts(article, messages).map(
      (fact) => fact && html`<div><dt>${fact[0]}</dt> <dd>${fact[1]}</dd></div>`,
    )}</dl>
<div class="about"><p><strong>${says.found(statements.length)}</strong></p>
${caveat && html`<p>${caveat}</p>`}
${statements.length > 0 && keyHtml(says)}</div>
<article class="text" aria-label="${says.text}"${languageAttributes(article.language)}>
${rowsHtml(marked, article.language)}</article>`,
  }
}
