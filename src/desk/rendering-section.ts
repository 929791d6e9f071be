import { html } from 'hono/html'
import type { RenderingRecord } from '../record/statement-evidence.ts'
import { momentInWords } from '../view/dates.ts'
import type { Html } from '../view/html.ts'
import type { Messages } from '../view/messages/messages.ts'

/** How the bytes of a statement looked in a browser; nothing where none showed them. */
export function renderingSection(rendering: RenderingRecord | null, path: string, messages: Messages): Html | '' {
  if (rendering === null) return ''
  const { at, browser, picture, pdf } = rendering
  const says = messages.picture
  return html`<section aria-labelledby="look"><h2 id="look">${says.title}</h2>
<p>${says.about(browser)}</p>
<a href="${path}/picture"><img class="look" src="${path}/picture" alt="${says.alt}" loading="lazy"></a>
<dl class="facts"><div><dt>${says.taken}</dt> <dd><time datetime="${at}">${momentInWords(at, messages)}</time></dd></div>
<div><dt>${says.pictureDigest}</dt> <dd><code>${picture.sha256}</code></dd></div>
<div><dt>${says.pdfDigest}</dt> <dd><code>${pdf.sha256}</code></dd></div></dl>
<p class="onward"><a href="${path}/picture">${says.open}</a> <a href="${path}/pdf" download>${says.pdf}</a></p></section>
`
}
