import { html } from 'hono/html'
import type { PublicStatement } from '../record/public-record.ts'
import type { Html } from '../view/html.ts'
import type { Messages } from '../view/messages/messages.ts'
import { namesHtml } from '../view/names-html.ts'
import { speakerName } from '../view/told/speaker-name.ts'
import { wordsHtml } from '../view/words-html.ts'

/** A speaker by name, linked to its page; one that the record does not know, by the words of the outlet. */
export function speakerLink(shown: PublicStatement, { publicStatement: says }: Messages): Html {
  const { speaker } = shown
  if (speaker !== null && speaker.names.length > 0)
    return html`<a href="/speakers/${encodeURIComponent(speaker.id)}">${namesHtml(speaker.names)}</a>`
  const name = speakerName(shown)
  return name === null ? html`${says.somebody}` : wordsHtml(name)
}
