import { html } from 'hono/html'
import type { Page } from '../record/page.ts'
import type { ArticleSummary } from '../record/records.ts'
import { dateHtml, headlineHtml, outletHtml } from '../view/article-line.ts'
import type { Html } from '../view/html.ts'
import type { PageBody } from '../view/layout.ts'
import { listHtml } from '../view/list-page.ts'
import type { Messages } from '../view/messages/messages.ts'
import type { SampleOf } from '../web/sample-mark.ts'

function lineHtml(article: ArticleSummary, sampleOf: SampleOf, messages: Messages): Html {
  const sample = sampleOf(article)
  return html`<li><span class="when">${dateHtml(article.published, messages)}</span>
<div class="what"><a href="/desk/articles/${article.id}">${headlineHtml(article, messages)}</a>
<p>${outletHtml(article, messages)}</p>${
    sample !== null &&
    html`
<p class="sample">${messages.samples[sample]}</p>`
  }</div>
<span class="count">${messages.counted.statements(article.statements)}</span></li>`
}

/** The list of articles, all or those that hold the words searched for. */
export function articlesPage(options: {
  readonly list: Page<ArticleSummary>
  readonly words: string | null
  readonly cursor: string | null
  readonly sampleOf: SampleOf
  readonly messages: Messages
}): PageBody {
  const { list, words, cursor, sampleOf, messages } = options
  const says = messages.list
  return {
    title: says.title,
    section: 'articles',
    script: null,
    main: listHtml({
      path: '/desk',
      list,
      words,
      cursor,
      says,
      none: null,
      kind: null,
      lineHtml: (article) => lineHtml(article, sampleOf, messages),
      messages,
    }),
  }
}
