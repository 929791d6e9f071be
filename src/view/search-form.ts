import { html } from 'hono/html'
import type { Html } from './html.ts'

/** A search over one list, by GET, so that every search has an address. */
export function searchForm(options: {
  /** Where the list stands. */
  readonly action: string
  readonly label: string
  readonly hint: string
  readonly submit: string
  /** The words searched for now, null for none. */
  readonly words: string | null
}): Html {
  const { action, label, hint, submit, words } = options
  return html`<form class="search" role="search" action="${action}" method="get">
<label for="q">${label}</label>
<div><input id="q" type="search" name="q" value="${words ?? ''}" maxlength="200" aria-describedby="q-hint"> <button type="submit">${submit}</button></div>
<p class="hint" id="q-hint">${hint}</p>
</form>`
}
