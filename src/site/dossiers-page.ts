import { html } from 'hono/html'
import type { DossierHead } from '../record/dossier/dossier.ts'
import type { Page } from '../record/page.ts'
import { dateInWords } from '../view/dates.ts'
import type { Html } from '../view/html.ts'
import type { PageBody } from '../view/layout.ts'
import { listHtml } from '../view/list-page.ts'
import type { Messages } from '../view/messages/messages.ts'
import { wordsHtml } from '../view/words-html.ts'

/** A dossier as the list shows it. */
type Line = DossierHead & { readonly changedAt: string }

function lineHtml({ id, title, summary, changedAt }: Line, messages: Messages): Html {
  const day = changedAt.slice(0, 10)
  return html`<li><span class="when">${messages.dossier.list.changed} <time datetime="${day}">${dateInWords(day, messages)}</time></span>
<div class="what"><a href="/dossiers/${encodeURIComponent(id)}">${wordsHtml(title)}</a>${summary !== null && html`<p>${wordsHtml(summary)}</p>`}</div></li>`
}

/** The list of published dossiers, all or those whose title holds the words searched for. */
export function dossiersPage(options: {
  readonly list: Page<Line>
  readonly words: string | null
  readonly cursor: string | null
  readonly messages: Messages
}): PageBody {
  const { list, words, cursor, messages } = options
  const says = messages.dossier.list
  return {
    title: says.title,
    section: 'dossiers',
    script: null,
    main: listHtml({
      path: '/dossiers',
      list,
      words,
      cursor,
      says,
      none: says.none,
      kind: null,
      lineHtml: (line) => lineHtml(line, messages),
      messages,
    }),
  }
}
