import { cleanLine } from '../text/clean-text.ts'
import type { Block } from './blocks.ts'
import { type HeadValues, headValues } from './head-values.ts'
import { headlineOf } from './headline.ts'
import { type LinkedData, readLinkedData } from './json-ld.ts'
import { mastheadOf } from './masthead.ts'
import { microdataNames, microdataValue } from './microdata.ts'
import { outletOf } from './outlet.ts'
import { pageAddress, siteHost } from './page-address.ts'
import { ancestorsOf, elementsOf, type PageElement, textOf } from './page-tree.ts'
import type { SlimPage } from './slim-html.ts'

/** What a page says about itself, before its text is found. */
export type PageFacts = {
  readonly page: SlimPage
  readonly head: HeadValues
  readonly linked: LinkedData
  readonly url: string | null
  readonly outlet: string | null
  readonly headline: string | null
}

/** How many first-level headings are looked at: the article's is among the first. */
const MAX_HEADINGS = 20

/** Names of `<meta>`s that give the outlet; then those that give the headline. Best first. */
const OUTLET_METAS = ['application-name', 'publisher', 'dc.publisher', 'citation_journal_title']
const TITLE_METAS = ['og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'parsely-title', 'weibo:article:title']

/** Whether an address leads to the front page of a site. "#" and "" lead nowhere. */
function isFrontPage(href: string, url: string | null): boolean {
  if (/^\s*(?:#|$)/.test(href)) return false
  const to = URL.parse(href, url ?? 'https://page.invalid/article')
  return to !== null && to.search === '' && /^\/(?:index\.\w+)?$/.test(to.pathname)
}

/** Whether a heading is the site's own name, as it stands above every page: a link to the front page. */
function isSiteName(heading: PageElement, url: string | null): boolean {
  const words = cleanLine(textOf(heading))
  return [...ancestorsOf(heading), ...elementsOf(heading)].some(
    (element) =>
      element.name === 'a' &&
      isFrontPage(element.attributes['href'] ?? '', url) &&
      cleanLine(textOf(element)).length >= words.length,
  )
}

/**
 * Reads what a page says about itself.
 *
 * @param from all blocks of the page, and where it was fetched from or null
 */
export function pageFacts(
  page: SlimPage,
  from: { readonly blocks: readonly Block[]; readonly fetched: string | null },
): PageFacts {
  const head = headValues(page.head)
  const linked = readLinkedData(page.jsonLd)
  const url = pageAddress([head.link('canonical'), head.first('og:url'), linked.url], from.fetched)
  const title = page.titles[0] === undefined ? null : cleanLine(page.titles[0])
  const host = siteHost(url)
  const [publisher = null] = microdataNames(page.body, 'publisher')
  const named = outletOf(
    [head.first('og:site_name'), linked.outlet, publisher, head.first(...OUTLET_METAS)],
    title,
    host,
  )
  const masthead = named === null ? mastheadOf(title, from.blocks) : null
  const outlet = named ?? masthead?.outlet ?? null
  const headings = elementsOf(page.body)
    .filter((element) => element.name === 'h1' && !isSiteName(element, url))
    .take(MAX_HEADINGS)
  const headline = headlineOf({
    headings: [...headings].map((heading) => cleanLine(textOf(heading))),
    linked: linked.headline ?? microdataValue(page.body, 'headline'),
    shared: head.first(...TITLE_METAS),
    title: masthead?.headline ?? title,
    outlet,
    host,
  })
  return { page, head, linked, url, outlet, headline }
}
