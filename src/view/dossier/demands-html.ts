import { html } from 'hono/html'
import type { Reply } from '../../record/dossier/demand.ts'
import type { DemandStanding } from '../../record/dossier/demand-standing.ts'
import type { DossierStanding } from '../../record/dossier/dossier-standing.ts'
import { dateHtml } from '../article-line.ts'
import { dateInSentence } from '../dates.ts'
import { filled } from '../filled.ts'
import type { Html } from '../html.ts'
import type { Messages } from '../messages/messages.ts'
import { wordsHtml } from '../words-html.ts'
import { actorHtml } from './actor-html.ts'
import { evidenceList } from './evidence-html.ts'
import type { Shown } from './shown.ts'

type Standing = DossierStanding['demands'][number]

/** How a demand stands: "open for 38 days; no answer for 38 days", "met after 176 days". */
export function demandWords({ state, openFor, unansweredFor, replies }: DemandStanding, { dossier }: Messages): string {
  const says = dossier.demands
  const length = openFor === null ? '' : dossier.days(openFor)
  if (state === 'met') return says.metAfter(length)
  if (state === 'withdrawn') return says.withdrawnAfter(length)
  const isSilent = replies.length === 0 && unansweredFor !== null
  return `${says.open(length)}${isSilent ? says.unanswered(dossier.days(unansweredFor)) : ''}`
}

function rowHtml(term: string, says: Html | string): Html {
  return html`<div><dt>${term}</dt> <dd>${says}</dd></div>
`
}

function replyHtml(shown: Shown, { id, kind, by, date, evidence }: Reply): Html {
  const { messages } = shown
  return html`<li id="at-${id}"><span class="when">${dateHtml(date.edtf, messages)}</span>
<div><p><b>${messages.dossier.demands.reply[kind]}</b>${by && html`, ${actorHtml(shown, by, { isLinked: true })}`}</p>
${evidenceList(shown, evidence)}</div></li>
`
}

function demandHtml(shown: Shown, { demand, standing }: Standing): Html {
  const { messages } = shown
  const says = messages.dossier.demands
  const { id, listed, declared } = demand
  const names = listed.map((actor, at) => html`${at > 0 && ', '}${actorHtml(shown, actor, { isLinked: true })}`)
  return html`<section class="matter" id="at-${id}" aria-labelledby="at-${id}-title">
<h3 id="at-${id}-title">${filled(says.asked, {
    who: actorHtml(shown, demand.addresseeId, { isLinked: true }),
    date: dateInSentence(demand.date.edtf, messages),
    what: wordsHtml(demand.what),
  })}</h3>
<dl class="answers">
${rowHtml(says.stands, demandWords(standing, messages))}${rowHtml(says.listed, names.length > 0 ? html`${names}` : says.nobody)}${rowHtml(
  says.declared,
  declared === null
    ? says.noNumber
    : html`${says.declaredCount(declared.count, declared.of)} <span class="due">${says.declaredMeans}</span>`,
)}</dl>
${evidenceList(shown, demand.evidence)}
<h4>${says.replies}</h4>
${standing.replies.length > 0 ? html`<ol class="steps">${standing.replies.map((reply) => replyHtml(shown, reply))}</ol>` : html`<p>${says.noReply}</p>`}
</section>
`
}

/** What was asked, who signed by name and how many as declared, and what came of it. */
export function demandsHtml(shown: Shown, standings: readonly Standing[]): Html | '' {
  if (standings.length === 0) return ''
  const says = shown.messages.dossier.demands
  return html`<section aria-labelledby="demands"><h2 id="demands">${says.title}</h2>
${standings.map((standing) => demandHtml(shown, standing))}</section>
`
}
