import { html } from 'hono/html'
import type { Html } from './html.ts'

/**
 * A sentence with its slots filled: "{who} was to {what}". Each language puts them where it wants them.
 *
 * @param slots what stands in each; a slot that nothing is given for stays empty
 */
export function filled(sentence: string, slots: Readonly<Record<string, Html | string>>): Html {
  return html`${sentence.split(/\{(\w+)\}/).map((part, at) => (at % 2 === 0 ? part : (slots[part] ?? '')))}`
}
