import { html } from 'hono/html'
import type { PublicStatement } from '../record/public-record.ts'
import { chainHtml } from '../view/chain-words.ts'
import { dateInSentence, momentInWords } from '../view/dates.ts'
import type { Html } from '../view/html.ts'
import type { Messages } from '../view/messages/messages.ts'
import { passageHtml } from '../view/passage-html.ts'
import { saidOn } from '../view/statement-facts.ts'
import type { SampleOf } from '../web/sample-mark.ts'
import { speakerLink } from './speaker-link.ts'

/** What a list of statements needs. */
export type LineNeeds = { readonly sampleOf: SampleOf; readonly messages: Messages }

/** A statement in a list: its words in their paragraph; who, when and through whom; since when it stands. */
export function statementLine(shown: PublicStatement, { sampleOf, messages }: LineNeeds): Html {
  const { statement, article, decision } = shown
  const says = messages.publicStatements
  const date = saidOn(shown) ?? article.published
  const sample = sampleOf(article)
  return html`<li id="s-${statement.id}">${passageHtml(shown, messages)}
<div class="printed"><p class="who">${speakerLink(shown, messages)}${date !== null && html`, ${dateInSentence(date, messages)}`}</p>
<p class="way">${chainHtml(shown, messages)}.</p>
<p>${messages.publicStatement.verdicts.accepted} <time datetime="${decision.recordedAt}">${momentInWords(decision.recordedAt, messages)}</time>.</p>
${sample !== null && html`<p>${messages.samples[sample]}</p>`}
<p><a href="/statements/${encodeURIComponent(statement.id)}">${says.page}</a></p></div></li>
`
}
