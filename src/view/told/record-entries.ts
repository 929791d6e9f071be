import { html } from 'hono/html'
import type { Evidence } from '../../record/dossier/quoted.ts'
import type { Id } from '../../record/id.ts'
import type { Edtf } from '../../text/edtf-time.ts'
import { dateInSentence } from '../dates.ts'
import { entryUrn } from '../feeds/entry-urn.ts'
import type { OutEntry } from '../feeds/out-feed.ts'
import type { Html } from '../html.ts'
import type { Addresses } from '../json-ld/addresses.ts'
import type { Messages } from '../messages/messages.ts'
import { beginningOf } from '../plain-line.ts'

/** What entries are written with. */
export type EntryNeeds = { readonly addresses: Addresses; readonly messages: Messages }

/** Something dated of a dossier, told in a line of plain text. */
export type Told = {
  readonly dossier: { readonly id: Id; readonly title: string }
  /** What kind of part it is, and its id. */
  readonly part: readonly [kind: string, id: Id]
  readonly title: string
  readonly date: Edtf
  readonly evidence: readonly Evidence[]
  /** UTC: since when it is public and reads as it does. */
  readonly recordedAt: string
}

/** As much of a piece of evidence is quoted; in UTF-16 code units. */
const MAX_WORDS = 300

function evidenceHtml({ words, statementId, stance }: Evidence, { addresses, messages }: EntryNeeds): Html {
  const quoted = html`“<bdi>${beginningOf(words, MAX_WORDS)}</bdi>”`
  const address = statementId === null ? null : addresses.page(`/statements/${encodeURIComponent(statementId)}`)
  return html`<li>${messages.dossier.evidence.stances[stance]}${address === null ? quoted : html`<a href="${address}">${quoted}</a>`}</li>`
}

/** Something of a dossier as an entry of a feed: what, when, on what evidence. It leads to its place in the dossier. */
export async function toldEntry(told: Told, needs: EntryNeeds): Promise<OutEntry> {
  const { dossier, part, title, date, evidence, recordedAt } = told
  const { addresses, messages } = needs
  const url = `${addresses.page(`/dossiers/${encodeURIComponent(dossier.id)}`)}#at-${encodeURIComponent(part[1])}`
  const line = `${title} ${dateInSentence(date.edtf, messages)}`
  const content = html`<p><bdi>${line}</bdi>.</p>
${evidence.length > 0 && html`<ul>${evidence.map((one) => evidenceHtml(one, needs))}</ul>`}
<p><a href="${addresses.page(`/dossiers/${encodeURIComponent(dossier.id)}`)}">${dossier.title}</a></p>`
  const quoted = evidence.map(({ words }) => `“${beginningOf(words, MAX_WORDS)}”`)
  return {
    id: entryUrn('dossier', dossier.id, ...part),
    url,
    title: line,
    recordedAt,
    summary: [dossier.title, ...quoted].join(' · '),
    html: String(await content),
    author: null,
  }
}
