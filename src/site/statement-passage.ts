import { html } from 'hono/html'
import type { PublicStatement } from '../record/public-record.ts'
import type { Html } from '../view/html.ts'
import type { Messages } from '../view/messages/messages.ts'
import { passageHtml } from '../view/passage-html.ts'

/** The words in their paragraph, and what the marks in it mean. */
export function shownPassage(shown: PublicStatement, messages: Messages): Html {
  const { marks } = messages.article
  return html`<div class="words">${passageHtml(shown, messages)}
<p class="key"><span class="source">${marks.source}</span>${marks.sourceMeans}; <span class="cue">${marks.cue}</span>${marks.cueMeans}; <span class="content">${marks.content}</span>${marks.contentMeans}.</p>
<p class="hint">${messages.publicStatement.accepted}</p></div>`
}
