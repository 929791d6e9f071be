import { html } from 'hono/html'
import type { OutletView } from '../record/public-record.ts'
import type { ArticleSummary } from '../record/records.ts'
import { dateHtml, languageAttributes, shownHeadline } from '../view/article-line.ts'
import type { Html } from '../view/html.ts'
import type { PageBody } from '../view/layout.ts'
import type { Messages } from '../view/messages/messages.ts'
import { pager } from '../view/pager.ts'
import { wordsHtml } from '../view/words-html.ts'
import { sampleNote } from './sample-note.ts'
import { originalHtml } from './statement-checking.ts'
import { type LineNeeds, statementLine } from './statement-line.ts'

function articleHtml(article: ArticleSummary, messages: Messages): Html {
  const { published, byline, language } = article
  const headline = shownHeadline(article)
  const attributes = languageAttributes(language)
  return html`<li><span class="when">${dateHtml(published, messages)}</span>
<div class="what"><p class="headline">${headline === null ? messages.publicStatement.noHeadline : html`<cite><bdi${attributes}>${headline}</bdi></cite>`}</p>
<p>${byline !== null && html`${messages.list.by} <bdi${attributes}>${byline}</bdi>. `}${originalHtml(article, messages)}</p></div></li>
`
}

/** An outlet: the articles that the record rests on, and the accepted statements in them. */
export function outletPage(
  { outlet, articles, statements }: OutletView,
  options: LineNeeds & { readonly path: string; readonly cursor: string | null; readonly cite: Html },
): PageBody {
  const { path, cursor, cite, messages } = options
  const says = messages.publicOutlet
  const { above, sampleOf } = sampleNote(articles, options.sampleOf, messages)
  return {
    title: outlet,
    section: 'statements',
    script: null,
    main: html`<article class="outlet"><h1>${wordsHtml(outlet)}</h1>
<p class="imprint">${says.what}</p>
${above}<section aria-labelledby="articles"><h2 id="articles">${says.articles}</h2>
<ol class="docket articles">${articles.map((article) => articleHtml(article, messages))}</ol></section>
<section aria-labelledby="statements"><h2 id="statements">${says.statements}</h2>
<p class="total">${statements.total === 0 ? says.none : says.count(statements.total)}</p>
<ol class="statements">${statements.items.map((shown) => statementLine(shown, { sampleOf, messages }))}</ol>
${pager({ path, words: null, cursor, next: statements.next, messages })}</section>
${cite}</article>`,
  }
}
