import { html } from 'hono/html'
import type { Html } from '../view/html.ts'

/**
 * A form that is sent to the address of its own page, and does one thing.
 *
 * @param inside what else stands in it, above its button
 */
export function deedForm(deed: string, button: string, inside: Html | '' = ''): Html {
  return html`<form class="deed" method="post"><input type="hidden" name="deed" value="${deed}">${inside}
<p><button type="submit">${button}</button></p></form>`
}
