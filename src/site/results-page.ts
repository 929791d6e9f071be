import { html } from 'hono/html'
import type { AddOutcome } from '../record/input.ts'
import type { Html } from '../view/html.ts'
import type { PageBody } from '../view/layout.ts'
import type { Messages } from '../view/messages/messages.ts'

/** One outcome in words, for the page and for its script alike. */
export type ResultLine = {
  readonly state: AddOutcome['state']
  /** "Added", "Already there", "Failed". */
  readonly label: string
  /** The input's name, or its article's headline. */
  readonly name: string
  /** The article's page, null for a failure. */
  readonly href: string | null
  /** How many statements were read, or why it failed. */
  readonly says: string
}

/** Puts one outcome into words. */
export function resultLine(outcome: AddOutcome, messages: Messages): ResultLine {
  const { state, input } = outcome
  const label = messages.results.state[state]
  if (outcome.state === 'failed') return { state, label, name: input, href: null, says: `${outcome.fault.sentence}.` }
  return {
    state,
    label,
    name: outcome.headline ?? input,
    href: `/articles/${outcome.articleId}`,
    says: `${messages.counted.statements(outcome.statements)}.`,
  }
}

function lineHtml({ state, label, name, href, says }: ResultLine): Html {
  const named = html`<bdi>${name}</bdi>`
  return html`<li class="${state}"><b>${label}</b> <span>${href === null ? html`${named}:` : html`<a href="${href}">${named}</a>,`} ${says}</span></li>`
}

/** What became of the inputs of one form. */
export function resultsPage(outcomes: readonly AddOutcome[], messages: Messages): PageBody {
  const says = messages.results
  const count = (state: AddOutcome['state']) => outcomes.filter((outcome) => outcome.state === state).length
  return {
    title: says.title,
    section: 'add',
    script: null,
    main: html`<h1>${says.title}</h1>
<p class="total">${outcomes.length === 0 ? says.none : `${says.summary(count('added'), count('known'), count('failed'))}.`}</p>
<ol class="results">${outcomes.map((outcome) => lineHtml(resultLine(outcome, messages)))}</ol>
<p class="onward"><a href="/">${says.all}</a> <a href="/add">${says.more}</a></p>`,
  }
}
