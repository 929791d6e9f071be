import { html } from 'hono/html'
import type { WithdrawnStatement } from '../record/public-record.ts'
import { momentInWords } from '../view/dates.ts'
import { filled } from '../view/filled.ts'
import type { PageBody } from '../view/layout.ts'
import type { Messages } from '../view/messages/messages.ts'
import { wordsHtml } from '../view/words-html.ts'

/** A statement that was taken back: that it was, since when and why, and none of its words. */
export function withdrawnPage({ withdrawn }: WithdrawnStatement, messages: Messages): PageBody {
  const says = messages.withdrawnStatement
  const { recordedAt, reason, by } = withdrawn
  const when = html`<time datetime="${recordedAt}">${momentInWords(recordedAt, messages)}</time>`
  return {
    title: says.title,
    section: 'statements',
    script: null,
    main: html`<h1>${says.title}</h1>
<p class="late">${filled(says.since, { when, by: messages.publicStatement.by[by.role] })}</p>
${reason !== null && html`<p>${filled(says.reason, { reason: wordsHtml(reason) })}</p>`}`,
  }
}
