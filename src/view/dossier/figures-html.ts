import { html } from 'hono/html'
import type { DossierStanding } from '../../record/dossier/dossier-standing.ts'
import type { FigureRow } from '../../record/dossier/figure-rows.ts'
import { dateHtml } from '../article-line.ts'
import type { Html } from '../html.ts'
import { wordsHtml } from '../words-html.ts'
import { actorHtml } from './actor-html.ts'
import { evidenceList } from './evidence-html.ts'
import type { Shown } from './shown.ts'

type Standing = DossierStanding['figures'][number]

function rowHtml(shown: Shown, { claim, laterId }: FigureRow): Html {
  const { messages } = shown
  const says = messages.dossier.figures
  const who = claim.by === null ? wordsHtml(claim.claimant ?? '') : actorHtml(shown, claim.by, { isLinked: true })
  return html`<tr role="row" id="at-${claim.id}"><th role="rowheader" scope="row">${who}${laterId && html` <span class="due">${says.later}</span>`}</th>
<td role="cell" class="amount">${says.amount(claim.comparator, claim.value, claim.unit)}</td>
<td role="cell"><p class="column" aria-hidden="true">${says.claimed}</p>${dateHtml(claim.date.edtf, messages)}</td>
<td role="cell"><p class="column" aria-hidden="true">${says.since}</p>${claim.since === null ? says.notSaid : dateHtml(claim.since.edtf, messages)}</td>
<td role="cell">${evidenceList(shown, claim.evidence)}</td></tr>
`
}

function figureHtml(shown: Shown, { figure, rows }: Standing): Html {
  const { figures: says, evidence } = shown.messages.dossier
  return html`<table class="figures" role="table" id="at-${figure.id}"><caption>${wordsHtml(figure.what)}</caption>
<thead role="rowgroup"><tr role="row">${[says.claimant, says.value, says.claimed, says.since, evidence.label].map(
    (column) => html`<th role="columnheader" scope="col">${column}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${rows.map((row) => rowHtml(shown, row))}</tbody></table>
`
}

/** Each claim of a figure by itself, the oldest first: who, how many, said when, of what time. */
export function figuresHtml(shown: Shown, standings: readonly Standing[]): Html | '' {
  const claimed = standings.filter(({ rows }) => rows.length > 0)
  if (claimed.length === 0) return ''
  const says = shown.messages.dossier.figures
  return html`<section aria-labelledby="figures"><h2 id="figures">${says.title}</h2>
<p class="hint">${says.about}</p>
${claimed.map((standing) => figureHtml(shown, standing))}</section>
`
}
