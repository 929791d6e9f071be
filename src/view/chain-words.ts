import { html } from 'hono/html'
import { isOutletName } from '../article/outlet-name.ts'
import { normaliseName } from '../record/actor-name.ts'
import type { PlacedStatement } from '../record/records.ts'
import { languageAttributes } from './article-line.ts'
import type { Html } from './html.ts'
import type { Messages } from './messages/messages.ts'
import { outletPath } from './public-paths.ts'

/** A statement with the article it is printed in, and the way it came as a person has it, where one does. */
type Chained = PlacedStatement & { readonly via?: readonly string[] }

/**
 * Those whom the outlet has the words from, without itself: as a person has it, else as it was read. An agency that
 * stands for the author's name is the first of them.
 */
function hopsOf({ statement, article, via = [] }: Chained): readonly string[] {
  const { byline, outlet } = article
  const agency = byline !== null && isOutletName(byline) ? [byline] : []
  const hops = via.length > 0 ? via : [...agency, ...statement.chain.map(({ name }) => name)]
  const passed = new Set(outlet === null ? [] : [normaliseName(outlet)])
  return hops.filter((name) => passed.size < passed.add(normaliseName(name)).size)
}

/** The way that words came, as plain text within a sentence: "reported by The Harbour Post, citing Reuters". */
export function chainText(placed: Chained, { chain: says }: Messages): string {
  const outlet = placed.article.outlet ?? says.unknownOutlet
  const hops = hopsOf(placed).map((name, at) => `, ${at === 0 ? says.citing : says.whichCites} ${name}`)
  return `${says.reportedBy} ${outlet}${hops.join('')}`
}

/** The same for a page: the outlet leads to its own. */
export function chainHtml(placed: Chained, { chain: says }: Messages): Html {
  const { outlet, language } = placed.article
  const name = outlet === null ? html`${says.unknownOutlet}` : html`<bdi${languageAttributes(language)}>${outlet}</bdi>`
  const path = outlet === null ? null : outletPath(outlet)
  return html`${says.reportedBy} ${path === null ? name : html`<a href="${path}">${name}</a>`}${hopsOf(placed).map(
    (hop, at) => html`, ${at === 0 ? says.citing : says.whichCites} <bdi>${hop}</bdi>`,
  )}`
}
