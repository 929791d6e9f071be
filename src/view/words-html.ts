import { html } from 'hono/html'
import type { Html } from './html.ts'
import { plainWords } from './marked-text.ts'

/** Words that somebody wrote, kept from turning the line around; each run in another script has its language. */
export function wordsHtml(words: string): Html {
  return html`<bdi>${plainWords({ text: words, script: null, names: [] }, [0, words.length])}</bdi>`
}
