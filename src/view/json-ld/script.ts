import { html, raw } from 'hono/html'
import type { Html } from '../html.ts'

/**
 * Structured data within a page. It is data to a browser, which neither runs nor blocks it under our policy.
 *
 * @param graph plain data
 */
export function jsonLdScript(graph: object): Html {
  // HTML reads no entities within a script, and ends it at "</script"; "<!--" opens what hides that end.
  const json = JSON.stringify(graph).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
  return html`<script type="application/ld+json">${raw(json)}</script>`
}
