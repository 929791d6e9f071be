import { html } from 'hono/html'
import type { Page } from '../record/page.ts'
import type { ActorSummary } from '../record/records.ts'
import { mainName, nameHtml } from '../view/actor-names.ts'
import type { Html } from '../view/html.ts'
import type { PageBody } from '../view/layout.ts'
import { listHtml } from '../view/list-page.ts'
import type { Messages } from '../view/messages/messages.ts'

function lineHtml(actor: ActorSummary, messages: Messages): Html {
  const main = mainName(actor.names)
  const others = actor.names.filter((name) => name !== main)
  return html`<li><div class="what"><a href="/desk/speakers/${actor.id}">${main === null ? messages.notKnown : nameHtml(main)}</a>
${others.length > 0 && html`<p>${others.map((name, at) => html`${at > 0 ? ', ' : ''}${nameHtml(name)}`)}</p>`}</div>
<span class="count">${messages.speakers.count(actor.statements, actor.articles)}</span></li>`
}

/** Everybody who speaks in the record, all or those of the name searched for. */
export function speakersPage(options: {
  readonly list: Page<ActorSummary>
  readonly words: string | null
  readonly cursor: string | null
  readonly messages: Messages
}): PageBody {
  const { list, words, cursor, messages } = options
  const says = messages.speakers
  return {
    title: says.title,
    section: 'speakers',
    script: null,
    main: listHtml({
      path: '/desk/speakers',
      list,
      words,
      cursor,
      says,
      none: says.none,
      kind: 'names',
      lineHtml: (actor) => lineHtml(actor, messages),
      messages,
    }),
  }
}
