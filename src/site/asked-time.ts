import { html } from 'hono/html'
import { dateInWords } from '../view/dates.ts'
import { filled } from '../view/filled.ts'
import type { Html } from '../view/html.ts'
import type { Messages } from '../view/messages/messages.ts'
import type { AskedMoment } from './asked-moment.ts'

/** Says of a page that it is shown as the record stood on a past day, and leads back; nothing for now. */
export function timeHtml(
  { at, isBad }: Pick<AskedMoment, 'at' | 'isBad'>,
  path: string,
  { asOf: says, ...messages }: Messages,
): Html | '' {
  if (isBad) return html`<p class="as-of" role="alert">${says.bad}</p>\n`
  if (at === null) return ''
  const day = html`<time datetime="${at.time}">${dateInWords(at.time.slice(0, 10), messages)}</time>`
  return html`<p class="as-of">${filled(says.shown, { day })} <a href="${path}">${says.now}</a></p>\n`
}
