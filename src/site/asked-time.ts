import { html } from 'hono/html'
import { edtfOfDay } from '../text/calendar-day.ts'
import { dateInWords } from '../view/dates.ts'
import { filled } from '../view/filled.ts'
import type { Html } from '../view/html.ts'
import type { Messages } from '../view/messages/messages.ts'
import type { AskedMoment } from './asked-moment.ts'

/** Says of a page that it is shown as the record stood, or as things stood, on another day, and leads back; nothing for now. */
export function timeHtml(
  { at, on, isBad }: AskedMoment,
  path: string,
  { asOf: says, ...messages }: Messages,
): Html | '' {
  if (isBad) return html`<p class="as-of" role="alert">${says.bad}</p>\n`
  const asked = at?.time ?? (on === null ? null : edtfOfDay(on))
  if (asked === null) return ''
  const day = html`<time datetime="${asked}">${dateInWords(asked.slice(0, 10), messages)}</time>`
  return html`<p class="as-of">${filled(at === null ? says.on : says.shown, { day })} <a href="${path}">${says.now}</a></p>\n`
}
