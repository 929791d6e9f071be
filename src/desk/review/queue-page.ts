import { html } from 'hono/html'
import type { Page } from '../../record/page.ts'
import type { QueueLine } from '../../record/review/reviews.ts'
import { headlineHtml } from '../../view/article-line.ts'
import type { PageBody } from '../../view/layout.ts'
import type { Messages } from '../../view/messages/messages.ts'

/** The articles that wait to be reviewed. */
export function queuePage({ items, next }: Page<QueueLine>, messages: Messages): PageBody {
  const says = messages.review
  return {
    title: says.title,
    section: 'review',
    script: null,
    main: html`<h1>${says.title}</h1>
${
  items.length === 0
    ? html`<p>${says.empty}</p>`
    : html`<p>${says.waiting}</p>
<ol class="lines">${items.map(
        ({ article, undecided, confidence, dossier }) =>
          html`<li><a href="/desk/review/${article.id}">${headlineHtml(article, messages)}</a> <span class="imprint">${says.line(undecided, confidence)}${dossier !== null && html`; ${says.dossiers[dossier]}`}</span></li>`,
      )}</ol>`
}
${next !== null && html`<p><a href="?after=${next}">${says.more}</a></p>`}`,
  }
}
