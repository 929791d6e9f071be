import { html } from 'hono/html'
import type { CommitmentEvent } from '../../record/commitments/commitment.ts'
import { EVENT_KINDS } from '../../record/commitments/commitment.ts'
import type { DossierStanding } from '../../record/dossier/dossier-standing.ts'
import { happenedBy, inOrder } from '../../record/dossier/in-order.ts'
import { dateHtml } from '../article-line.ts'
import { filled } from '../filled.ts'
import type { Html } from '../html.ts'
import { wordsHtml } from '../words-html.ts'
import { actorHtml } from './actor-html.ts'
import { evidenceList } from './evidence-html.ts'
import { dueHtml } from './schedule-words.ts'
import type { Shown } from './shown.ts'
import { threeAnswersHtml } from './three-answers-html.ts'

type Standing = DossierStanding['commitments'][number]

function eventHtml(shown: Shown, event: CommitmentEvent, { flags }: Standing): Html {
  const { messages } = shown
  const says = messages.dossier.commitments
  const due = dueHtml(event.due, messages)
  return html`<li id="at-${event.id}"><span class="when">${dateHtml(event.date.edtf, messages)}</span>
<div><p><b>${says.events[event.kind]}</b>${due && html`, ${due}`}</p>${flags
    .filter(({ eventId }) => eventId === event.id)
    .map(({ flag }) => html`<p class="flag">${says.flags[flag]}</p>`)}
${evidenceList(shown, event.evidence)}</div></li>
`
}

function commitmentHtml(shown: Shown, standing: Standing): Html {
  const { view, messages } = shown
  const says = messages.dossier.commitments
  const { commitment, answers } = standing
  const former = view.dossier.commitments.find(({ id }) => id === commitment.supersedes)
  const events = happenedBy(
    inOrder(commitment.events, ({ kind }) => EVENT_KINDS.indexOf(kind)),
    view.today,
  )
  return html`<section class="matter" id="at-${commitment.id}" aria-labelledby="at-${commitment.id}-title">
<h3 id="at-${commitment.id}-title">${filled(says.heading, {
    who: actorHtml(shown, commitment.actorId, { isLinked: true }),
    what: wordsHtml(commitment.what),
  })}</h3>
${former && html`<p class="former">${filled(says.supersedes, { what: wordsHtml(former.what) })}</p>`}
${threeAnswersHtml(shown, commitment, answers)}
<h4>${says.happened}</h4>
<ol class="steps">${events.map((event) => eventHtml(shown, event, standing))}</ol>
</section>
`
}

/** Each commitment with its three answers, and what has happened by the day, with evidence. */
export function commitmentsHtml(shown: Shown, standings: readonly Standing[]): Html | '' {
  if (standings.length === 0) return ''
  const says = shown.messages.dossier.commitments
  return html`<section aria-labelledby="commitments"><h2 id="commitments">${says.title}</h2>
<p class="hint">${says.counted}</p>
${standings.map((standing) => commitmentHtml(shown, standing))}</section>
`
}
