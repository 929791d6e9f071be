import { html } from 'hono/html'
import type { Html } from './html.ts'
import type { Messages } from './messages/messages.ts'

/** Links to what follows in a list and back to its start; nothing where the list is one page long. */
export function pager(options: {
  readonly path: string
  readonly words: string | null
  /** Where this page starts, null for the first. */
  readonly cursor: string | null
  /** Where the next page starts, null at the end. */
  readonly next: string | null
  readonly messages: Messages
}): Html | '' {
  const { path, words, cursor, next, messages } = options
  if (cursor === null && next === null) return ''
  const href = (after: string | null) => {
    const query = new URLSearchParams({
      ...(words !== null && { q: words }),
      ...(after !== null && { after }),
    }).toString()
    return query === '' ? path : `${path}?${query}`
  }
  return html`<nav class="pager" aria-label="${messages.list.pages}">${cursor !== null && html`<a href="${href(null)}">${messages.list.first}</a>`} ${
    next !== null && html`<a href="${href(next)}" rel="next">${messages.list.next}</a>`
  }</nav>`
}
