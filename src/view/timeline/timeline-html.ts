import { html } from 'hono/html'
import { evidenceList, quotedHtml } from '../dossier/evidence-html.ts'
import type { Shown } from '../dossier/shown.ts'
import type { Html } from '../html.ts'
import { plainLine } from '../plain-line.ts'
import { wordsHtml } from '../words-html.ts'
import { type TimelineGroup, type TimelineLine, timelineGroups } from './timeline-lines.ts'
import { timelineSvg } from './timeline-svg.ts'

/** One drawing each for phones, for pages of paper and windows, and for wide windows; the style sheet shows one. */
const WIDTHS = [288, 560, 1040]

/** More lines than this make no picture that anybody reads; the table has all of them. */
const MOST_LINES = 120

/** The first lines of all groups, and how many are left out. */
function drawnGroups(groups: readonly TimelineGroup[]): { drawn: readonly TimelineGroup[]; left: number } {
  let room = MOST_LINES
  const drawn = groups.flatMap((group) => {
    const lines = group.lines.slice(0, room)
    room -= lines.length
    return lines.length === 0 ? [] : [{ ...group, lines }]
  })
  return { drawn, left: groups.reduce((sum, { lines }) => sum + lines.length, 0) - (MOST_LINES - room) }
}

/** Where a mark leads: to the words that it rests on, else to its row of the table. */
function hrefOf({ id, kind, evidence }: TimelineLine): string {
  const statement = evidence.find(({ statementId }) => statementId !== null)?.statementId ?? null
  return statement === null ? `#line-${id}-${kind}` : `/statements/${encodeURIComponent(statement)}`
}

function rowHtml(shown: Shown, { id, kind, when, what, evidence, overdue }: TimelineLine): Html {
  const [only] = evidence
  const said = kind === 'quoted' && only !== undefined ? quotedHtml(shown, only) : null
  return html`<tr role="row" id="line-${id}-${kind}"><th role="rowheader" scope="row">${when}</th><td role="cell">${
    said ??
    html`<p${overdue && html` class="late"`}>${wordsHtml(what)}</p>${kind !== 'due' && evidenceList(shown, evidence)}`
  }</td></tr>
`
}

function tableHtml(shown: Shown, groups: readonly TimelineGroup[]): Html {
  const says = shown.messages.dossier.timeline
  return html`<details class="as-table"><summary>${says.table}</summary>
${groups.map(
  ({ heading, lines }) => html`<table role="table"><caption>${wordsHtml(heading)}</caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${says.when}</th><th role="columnheader" scope="col">${says.what}</th></tr></thead>
<tbody role="rowgroup">${lines.map((line) => rowHtml(shown, line))}</tbody></table>
`,
)}</details>`
}

/** The timeline of a dossier as a drawing, and the same as a table behind it. */
export function timelineHtml(shown: Shown): Html {
  const { view, messages } = shown
  const says = messages.dossier.timeline
  const groups = timelineGroups(shown)
  const { drawn, left } = drawnGroups(groups)
  const label = says.drawing(plainLine(view.dossier.title))
  const body =
    groups.length === 0
      ? html`<p>${says.none}</p>`
      : html`${WIDTHS.map((width) => timelineSvg(drawn, { width, today: view.today, label, hrefOf, messages }))}
${left > 0 && html`<p class="hint">${says.left(left)}</p>`}
${tableHtml(shown, groups)}`
  return html`<section aria-labelledby="timeline"><h2 id="timeline">${says.title}</h2>
${body}</section>
`
}
