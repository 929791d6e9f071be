import { html } from 'hono/html'
import type { Html } from './html.ts'

/**
 * The part of a page that changes while one looks at it. `browser/live.js` brings it up to date; without script the
 * whole page is loaded again (`layout`). The status stands outside what is replaced, so that it is read out.
 */
export function liveHtml(options: {
  /** Whether anything will change by itself. */
  readonly isChanging: boolean
  /** What is read out when it changes; may be empty. */
  readonly status: string
  readonly matter: Html
}): Html {
  const { isChanging, status, matter } = options
  return html`<p class="total" id="live-status" role="status">${status}</p>
<div id="live"${isChanging ? html` data-changing="yes"` : ''}>
${matter}
</div>`
}
