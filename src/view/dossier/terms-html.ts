import { html } from 'hono/html'
import { actorIndex, sideOf } from '../../record/actors/speaks-for.ts'
import type { DossierStanding } from '../../record/dossier/dossier-standing.ts'
import type { TermStep } from '../../record/dossier/term.ts'
import type { TermSide, TermView } from '../../record/dossier/term-sides.ts'
import type { Id } from '../../record/id.ts'
import { dateInSentence } from '../dates.ts'
import { filled } from '../filled.ts'
import type { Html } from '../html.ts'
import { wordsHtml } from '../words-html.ts'
import { actorHtml } from './actor-html.ts'
import { evidenceList } from './evidence-html.ts'
import type { Shown } from './shown.ts'

type Standing = DossierStanding['commitments'][number]

function stepHtml(shown: Shown, step: TermStep): Html {
  const { messages } = shown
  return html`<p id="at-${step.id}"><b>${messages.dossier.terms.states[step.state]}</b> ${dateInSentence(step.date.edtf, messages)}</p>
${evidenceList(shown, step.evidence)}`
}

/** What one side says; its name stands above it where the column does not say it. */
function sideHtml(shown: Shown, { side, steps }: TermSide, { isNamed }: { readonly isNamed: boolean }): Html {
  const name = side === null ? shown.messages.dossier.terms.coverage : actorHtml(shown, side, { isLinked: true })
  return html`<div class="side">${isNamed && html`<p class="who">${name}</p>`}${steps.map((step) => stepHtml(shown, step))}</div>`
}

function cellHtml(label: Html, sides: readonly Html[], { dossier: { terms } }: Shown['messages']): Html {
  return html`<td role="cell"><p class="column" aria-hidden="true">${label}</p>${
    sides.length > 0 ? sides : html`<p class="none">${terms.nothing}</p>`
  }</td>`
}

function rowHtml(shown: Shown, { term, sides }: TermView, { own, name }: { own: ReadonlySet<Id>; name: Html }): Html {
  const says = shown.messages.dossier.terms
  const isOwn = ({ side }: TermSide) => side !== null && own.has(side)
  return html`<tr role="row" id="at-${term.id}"><th role="rowheader" scope="row">${wordsHtml(term.what)}</th>
${cellHtml(
  filled(says.own, { who: name }),
  sides.filter(isOwn).map((side) => sideHtml(shown, side, { isNamed: false })),
  shown.messages,
)}
${cellHtml(
  html`${says.others}`,
  sides.filter((side) => !isOwn(side)).map((side) => sideHtml(shown, side, { isNamed: true })),
  shown.messages,
)}</tr>
`
}

/** The side of whoever made the commitment: itself, and whom its words have counted for. */
function ownSides({ view }: Shown, { commitment, terms }: Standing): ReadonlySet<Id> {
  const actors = actorIndex(view.dossier.actors)
  const dates = terms.flatMap(({ sides }) => sides.flatMap(({ steps }) => steps.map(({ date }) => date)))
  return new Set([commitment.actorId, ...dates.map((date) => sideOf(actors, commitment.actorId, date))])
}

function tableHtml(shown: Shown, standing: Standing): Html {
  const { messages } = shown
  const says = messages.dossier.terms
  const { commitment, terms } = standing
  const name = actorHtml(shown, commitment.actorId, { isLinked: false })
  const own = ownSides(shown, standing)
  return html`<table class="terms" role="table"><caption>${filled(messages.dossier.commitments.heading, {
    who: name,
    what: wordsHtml(commitment.what),
  })}</caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${says.term}</th><th role="columnheader" scope="col">${filled(says.own, { who: name })}</th><th role="columnheader" scope="col">${says.others}</th></tr></thead>
<tbody role="rowgroup">${terms.map((term) => rowHtml(shown, term, { own, name }))}</tbody></table>
`
}

/** The terms of each commitment as a table: what its actor's side says, and facing it what others say. */
export function termsHtml(shown: Shown, standings: readonly Standing[]): Html | '' {
  const withTerms = standings
    .map((standing) => ({ ...standing, terms: standing.terms.filter(({ sides }) => sides.length > 0) }))
    .filter(({ terms }) => terms.length > 0)
  if (withTerms.length === 0) return ''
  const says = shown.messages.dossier.terms
  return html`<section aria-labelledby="terms"><h2 id="terms">${says.title}</h2>
<p class="hint">${says.about}</p>
${withTerms.map((standing) => tableHtml(shown, standing))}</section>
`
}
