import { html } from 'hono/html'
import type { ArticleRecord, CaptureRecord } from '../record/records.ts'
import { momentInWords } from '../view/dates.ts'
import type { Html } from '../view/html.ts'
import type { Messages } from '../view/messages/messages.ts'
import { safeLink } from '../view/safe-link.ts'

function timeHtml(instant: string, messages: Messages): Html {
  return html`<time datetime="${instant}">${momentInWords(instant, messages)}</time>`
}

/** An address as a link where a click on it is safe, else as words. */
function addressHtml(address: string): Html {
  const link = safeLink(address)
  return link === null
    ? html`<bdi>${address}</bdi>`
    : html`<a href="${link.href}" rel="noopener noreferrer external"><bdi>${link.href}</bdi></a>`
}

function captureHtml({ url, name, recordedAt, received }: CaptureRecord, messages: Messages): Html {
  const says = messages.capture
  const original = url === null ? html`<bdi>${name}</bdi>` : addressHtml(url)
  if (received === null) return html`<li>${original}, ${says.cameAs}, ${timeHtml(recordedAt, messages)}</li>`
  const { via, at, askedUrl, status, address } = received
  return html`<li>${original}, ${says.via[via]}, ${timeHtml(at, messages)}${
    askedUrl !== null && askedUrl !== url && html`; ${says.asked} ${addressHtml(askedUrl)}`
  }${status !== null && html`; ${says.status(status)}`}${address !== null && html`; ${says.address} <bdi>${address}</bdi>`}${
    via === 'archive' && html`; ${says.archive} <bdi>${name}</bdi>`
  }</li>`
}

/**
 * When and how the article's bytes were received, each with a link to the original; nothing for a file or a paste that
 * was never received in another way, since the facts say all of it.
 */
export function capturesHtml({ captures, captureCount }: ArticleRecord, messages: Messages): Html | '' {
  if (captures.every(({ received, url }) => received === null && url === null)) return ''
  const says = messages.capture
  return html`<section class="captures" aria-labelledby="captures"><h2 id="captures">${says.title}</h2>
<ul>${captures.map((capture) => captureHtml(capture, messages))}</ul>
${captureCount > captures.length && html`<p>${says.more(captureCount - captures.length)}</p>`}</section>
`
}
