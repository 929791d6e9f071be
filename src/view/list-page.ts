import { html } from 'hono/html'
import type { Page } from '../record/page.ts'
import type { Html } from './html.ts'
import type { Messages } from './messages/messages.ts'
import { pager } from './pager.ts'
import { searchForm } from './search-form.ts'

/** A list that can be searched, in the words of its own messages. */
export type SearchedList<T> = {
  /** Where the list is, without a query. */
  readonly path: string
  readonly list: Page<T>
  /** The words searched for, null for all. */
  readonly words: string | null
  /** Where this page of the list starts, null for the first. */
  readonly cursor: string | null
  readonly says: Pick<Messages['speakers'], 'title' | 'search' | 'searchHint' | 'found' | 'total' | 'all'>
  /** Said instead of the search where there is nothing to search yet; null where that is never shown. */
  readonly none: string | null
  /** The list's own class beside `docket`; or none. */
  readonly kind: 'names' | null
  readonly lineHtml: (item: T) => Html
  readonly messages: Messages
}

/** Heading, search, how many were found, the lines, and links to the list's other pages. */
export function listHtml<T>(options: SearchedList<T>): Html {
  const { path, list, words, cursor, says, none, kind, lineHtml, messages } = options
  const isEmpty = none !== null && words === null && list.total === 0
  const form = { action: path, label: says.search, hint: says.searchHint, submit: messages.list.submit, words }
  return html`<h1>${says.title}</h1>
${isEmpty ? '' : searchForm(form)}
<p class="total">${isEmpty ? none : words === null ? says.total(list.total) : says.found(list.total, words)}${words !== null && html` <a href="${path}">${says.all}</a>`}</p>
${list.items.length > 0 && html`<ol class="docket${kind && ` ${kind}`}">${list.items.map(lineHtml)}</ol>`}
${pager({ path, words, cursor, next: list.next, messages })}`
}
