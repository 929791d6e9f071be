import { html } from 'hono/html'
import type { Page } from '../record/page.ts'
import type { ActorSummary, PlacedStatement } from '../record/records.ts'
import { mainName, nameHtml } from '../view/actor-names.ts'
import { headlineHtml, imprintHtml } from '../view/article-line.ts'
import type { Html } from '../view/html.ts'
import { languageName } from '../view/language.ts'
import type { PageBody } from '../view/layout.ts'
import type { Messages } from '../view/messages/messages.ts'
import { pager } from '../view/pager.ts'
import { passageHtml } from '../view/passage-html.ts'
import type { SampleOf } from '../web/sample-mark.ts'

function statementHtml(placed: PlacedStatement, sampleOf: SampleOf, messages: Messages): Html {
  const sample = sampleOf(placed.article)
  const { statement, article } = placed
  const href = `/desk/articles/${article.id}?statement=${statement.id}#s-${statement.id}`
  return html`<li id="s-${statement.id}">${passageHtml(placed, messages)}
<p class="printed"><a href="${href}">${headlineHtml(article, messages)}</a><br>
${imprintHtml(article, messages)}.
${messages.statement.kinds[statement.kind]}, ${messages.readByMachine}.${
    sample !== null &&
    html`<br>
${messages.samples[sample]}`
  }</p></li>`
}

function otherNamesHtml(actor: ActorSummary, messages: Messages): Html | '' {
  const main = mainName(actor.names)
  const others = actor.names.filter((name) => name !== main)
  if (others.length === 0) return ''
  return html`<dl class="facts"><div><dt>${messages.speaker.names}</dt> <dd>${others.map(
    (name, at) =>
      html`${at > 0 ? '; ' : ''}${nameHtml(name)}${name.language && html` (${languageName(name.language, messages.language)})`}`,
  )}</dd></div></dl>`
}

/** A speaker: the names in all scripts, and each statement in its paragraph with where it is printed. */
export function speakerPage(options: {
  readonly actor: ActorSummary
  readonly statements: Page<PlacedStatement>
  readonly cursor: string | null
  readonly sampleOf: SampleOf
  readonly messages: Messages
}): PageBody {
  const { actor, statements, cursor, sampleOf, messages } = options
  const main = mainName(actor.names)
  return {
    title: main?.name ?? messages.notKnown,
    section: 'speakers',
    script: null,
    main: html`<h1>${main === null ? messages.notKnown : nameHtml(main)}</h1>
${otherNamesHtml(actor, messages)}
<p class="total"><strong>${messages.speakers.count(actor.statements, actor.articles)}.</strong> ${messages.speaker.machine}</p>
<ol class="statements">${statements.items.map((placed) => statementHtml(placed, sampleOf, messages))}</ol>
${pager({ path: `/desk/speakers/${actor.id}`, words: null, cursor, next: statements.next, messages })}`,
  }
}
