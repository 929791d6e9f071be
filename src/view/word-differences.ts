import { html } from 'hono/html'
import type { WordDifference } from '../text/word-differences.ts'
import type { Html } from './html.ts'

/** Words with what is gone struck out and what is new underlined; told apart in words for who hears the page. */
export function wordDifferencesHtml(differences: readonly WordDifference[]): Html {
  return html`${differences.map(({ kind, words }) => {
    if (kind === 'same') return html`${words}`
    return kind === 'gone' ? html`<del>${words}</del>` : html`<ins>${words}</ins>`
  })}`
}
