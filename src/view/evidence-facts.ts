import { html } from 'hono/html'
import { bodyForm, hashedForm } from '../record/ledger.ts'
import type { KeptBytes } from '../record/statement-evidence.ts'
import { momentInWords } from './dates.ts'
import type { Html } from './html.ts'
import type { Messages } from './messages/messages.ts'

/** One line of what is known of kept bytes; null where there is none to say. */
export type EvidenceFact = readonly [term: string, says: Html | string] | null

/** Lines of what is known of kept bytes. */
export function evidenceFacts(facts: readonly EvidenceFact[]): Html {
  return html`<dl class="facts">${facts.map(
    (fact) =>
      fact &&
      html`<div><dt>${fact[0]}</dt> <dd>${fact[1]}</dd></div>
`,
  )}</dl>`
}

/** A moment, in UTC. */
export function evidenceTime(instant: string, messages: Messages): Html {
  return html`<time datetime="${instant}">${momentInWords(instant, messages)}</time>`
}

/** What the bytes are, and where they lie. */
export function placeFacts(
  { sha256, size, place, recordId }: Pick<KeptBytes, 'sha256' | 'size' | 'place' | 'recordId'>,
  messages: Messages,
): readonly EvidenceFact[] {
  const says = messages.evidence.kept
  return [
    [says.sha256, html`<code>${sha256}</code>`],
    [says.size, says.bytes(size)],
    [says.file, html`<code>${place.file}</code>`],
    [says.place, says.placeOf(place.offset, place.length)],
    [says.record, html`<code>${recordId}</code>`],
    [says.digest, html`<code>${place.sha256}</code>`],
  ]
}

/** What the ledger says of a capture, word by word, and what of it is hashed. */
export function entryHtml({ entry }: Pick<KeptBytes, 'entry'>, messages: Messages): Html {
  const says = messages.evidence.ledger
  return html`<section aria-labelledby="entry"><h2 id="entry">${says.title}</h2>
${
  entry === null
    ? html`<p class="wrong">${says.nothing}</p>`
    : html`<p>${says.about(entry.seq)}</p>
${evidenceFacts([
  [says.at, evidenceTime(entry.at, messages)],
  [says.hash, html`<code>${entry.hash}</code>`],
  [says.previous, html`<code>${entry.previous}</code>`],
])}
<h3>${says.says}</h3>
<pre><code>${bodyForm(entry)}</code></pre>
<h3>${says.hashed}</h3>
<pre><code>${hashedForm(entry)}</code></pre>`
}</section>
`
}
