import { html } from 'hono/html'
import type { DossierView } from '../../record/public-record.ts'
import { dateInSentence } from '../dates.ts'
import { filled } from '../filled.ts'
import type { Html } from '../html.ts'
import type { Messages } from '../messages/messages.ts'
import { wordsHtml } from '../words-html.ts'

/** What was there by then and is no more: when and why; none of its words. */
export function goneList(gone: DossierView['gone'], messages: Messages): Html {
  const says = messages.dossier.gone
  return html`<ul class="gone">${gone.map(
    ({ how, recordedAt, reason }) =>
      html`<li>${filled(says[how], { date: dateInSentence(recordedAt.slice(0, 10), messages), reason: wordsHtml(reason) })}</li>`,
  )}</ul>`
}
