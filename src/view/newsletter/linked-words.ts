import { html } from 'hono/html'
import type { Html } from '../html.ts'
import { safeLink } from '../safe-link.ts'

/** An address of the web in running text; what ends a sentence or closes a bracket behind it is not part of it. */
const ADDRESS = /https?:\/\/[^\s<>"“”]*[^\s<>"“”.,;:!?)\]}'’]/gu

/** The addresses in words that an editor wrote, as they stand there. */
export function addressesIn(words: string): readonly string[] {
  return [...words.matchAll(ADDRESS)].map(([address]) => address)
}

/** Words with the addresses in them as links, each of which shows where it leads. @param style of the links */
export function linkedWords(words: string, style: string | null): Html {
  const pieces: Html[] = []
  let from = 0
  for (const match of words.matchAll(ADDRESS)) {
    const link = safeLink(match[0])
    pieces.push(html`${words.slice(from, match.index)}`)
    pieces.push(
      link === null
        ? html`${match[0]}`
        : html`<a class="onr-link" href="${link.href}"${style !== null && html` style="${style}"`}><bdi>${match[0]}</bdi></a>`,
    )
    from = match.index + match[0].length
  }
  return html`${pieces}${words.slice(from)}`
}
