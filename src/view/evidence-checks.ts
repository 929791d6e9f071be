import { html } from 'hono/html'
import type { BodyPlace } from '../record/archive.ts'
import type { KeptBytes } from '../record/statement-evidence.ts'
import { blobOf, type Check, cutOut, entryHash } from './evidence-commands.ts'
import type { Html } from './html.ts'
import type { Messages } from './messages/messages.ts'

function checkHtml(means: string, { command, prints }: Check, { evidence: { checks } }: Messages): Html {
  return html`<li><p>${means}:</p>
<pre><code>${command}</code></pre>
<p>${checks.prints} <code>${prints}</code></p></li>
`
}

function blobHtml(body: BodyPlace, sha256: string, messages: Messages): Html {
  const says = messages.evidence.checks
  const check = blobOf(body, sha256)
  return check === null
    ? html`<li><p>${says.unusual(body.codings.join(', '))}</p></li>`
    : checkHtml(says.blob, check, messages)
}

/** What the commands are made for. */
export type ChecksOptions = {
  /** Where the bytes stand in their record; null where that is not as it was kept. */
  readonly body: BodyPlace | null
  /** Where they are to be run, and by whom: sentences. */
  readonly where: string
  readonly messages: Messages
}

/** The commands with which a stranger checks what was kept. */
export function checksHtml(
  { sha256, place, entry }: Pick<KeptBytes, 'sha256' | 'place' | 'entry'>,
  { body, where, messages }: ChecksOptions,
): Html {
  const says = messages.evidence.checks
  return html`<section class="checks" aria-labelledby="checks"><h2 id="checks">${says.title}</h2>
<p>${where} ${says.mac}</p>
<ol>${checkHtml(says.cutOut, cutOut(place), messages)}${
    body !== null && blobHtml(body, sha256, messages)
  }${entry !== null && checkHtml(says.entry, entryHash(entry), messages)}</ol></section>
`
}
