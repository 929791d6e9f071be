import { html } from 'hono/html'
import type { Page } from '../record/page.ts'
import type { PublicStatement } from '../record/public-record.ts'
import type { PageBody } from '../view/layout.ts'
import { pager } from '../view/pager.ts'
import { searchForm } from '../view/search-form.ts'
import { sampleNote } from './sample-note.ts'
import { type LineNeeds, statementLine } from './statement-line.ts'

/** Every accepted statement, or those that hold the words searched for. */
export function statementsPage(
  options: LineNeeds & {
    readonly list: Page<PublicStatement>
    readonly words: string | null
    readonly cursor: string | null
  },
): PageBody {
  const { list, words, cursor, messages } = options
  const articles = list.items.map(({ article }) => article)
  const { above, sampleOf } = sampleNote(articles, options.sampleOf, messages)
  const says = messages.publicStatements
  const form = { action: '/statements', label: says.search, hint: says.searchHint, submit: messages.list.submit, words }
  const isEmpty = words === null && list.total === 0
  return {
    title: says.title,
    section: 'statements',
    script: null,
    main: html`<h1>${says.title}</h1>
${!isEmpty && searchForm(form)}
<p class="total">${isEmpty ? says.none : words === null ? says.total(list.total) : says.found(list.total, words)}${
      words !== null && html` <a href="/statements">${says.all}</a>`
    }</p>
${above}${list.items.length > 0 && html`<ol class="statements">${list.items.map((shown) => statementLine(shown, { sampleOf, messages }))}</ol>`}
${pager({ path: '/statements', words, cursor, next: list.next, messages })}`,
  }
}
