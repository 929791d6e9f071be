import { html } from 'hono/html'
import type { RecordBytes } from '../record/archive.ts'
import type { KeptBytes } from '../record/statement-evidence.ts'
import { blobOf, type Check, cutOut, entryHash } from '../view/evidence-commands.ts'
import type { Html } from '../view/html.ts'
import type { Messages } from '../view/messages/messages.ts'

/** A record as it was taken out of the archive, or a sentence that says why it could not be. */
export type TakenOut = { readonly record: RecordBytes } | { readonly fault: string }

function checkHtml(means: string, { command, prints }: Check, { evidence: { checks } }: Messages): Html {
  return html`<li><p>${means}:</p>
<pre><code>${command}</code></pre>
<p>${checks.prints} <code>${prints}</code></p></li>
`
}

function blobHtml({ body }: RecordBytes, sha256: string, messages: Messages): Html {
  const says = messages.evidence.checks
  const check = blobOf(body, sha256)
  return check === null
    ? html`<li><p>${says.unusual(body.codings.join(', '))}</p></li>`
    : checkHtml(says.blob, check, messages)
}

/** The commands with which a stranger checks what was kept. */
export function checksHtml(
  { sha256, place, entry }: KeptBytes,
  { taken, messages }: { readonly taken: TakenOut; readonly messages: Messages },
): Html {
  const says = messages.evidence.checks
  return html`<section class="checks" aria-labelledby="checks"><h2 id="checks">${says.title}</h2>
<p>${says.where} ${says.without}</p>
<ol>${checkHtml(says.cutOut, cutOut(place), messages)}${
    'record' in taken && blobHtml(taken.record, sha256, messages)
  }${entry !== null && checkHtml(says.entry, entryHash(entry), messages)}</ol></section>
`
}
