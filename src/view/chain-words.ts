import { html } from 'hono/html'
import { normaliseName } from '../record/actor-name.ts'
import type { PlacedStatement } from '../record/records.ts'
import { languageAttributes } from './article-line.ts'
import type { Html } from './html.ts'
import type { Messages } from './messages/messages.ts'
import { outletPath } from './public-paths.ts'

/** Those whom the outlet names as where it has the words from, without itself. */
function hopsOf({ statement, article }: PlacedStatement): readonly string[] {
  const own = article.outlet === null ? null : normaliseName(article.outlet)
  return statement.chain.map(({ name }) => name).filter((name) => normaliseName(name) !== own)
}

/** The way that words came, as plain text within a sentence: "reported by The Harbour Post, citing Reuters". */
export function chainText(placed: PlacedStatement, { chain: says }: Messages): string {
  const outlet = placed.article.outlet ?? says.unknownOutlet
  const hops = hopsOf(placed).map((name, at) => `, ${at === 0 ? says.citing : says.whichCites} ${name}`)
  return `${says.reportedBy} ${outlet}${hops.join('')}`
}

/** The same for a page: the outlet leads to its own. */
export function chainHtml(placed: PlacedStatement, { chain: says }: Messages): Html {
  const { outlet, language } = placed.article
  const name = outlet === null ? html`${says.unknownOutlet}` : html`<bdi${languageAttributes(language)}>${outlet}</bdi>`
  const path = outlet === null ? null : outletPath(outlet)
  return html`${says.reportedBy} ${path === null ? name : html`<a href="${path}">${name}</a>`}${hopsOf(placed).map(
    (hop, at) => html`, ${at === 0 ? says.citing : says.whichCites} <bdi>${hop}</bdi>`,
  )}`
}
