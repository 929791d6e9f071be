import { cleanLine } from '../text/clean-text.ts'
import type { Block } from './blocks.ts'
import { type HeadValues, headValues } from './head-values.ts'
import { headingsLike, headlineOf } from './headline.ts'
import { type LinkedData, readLinkedData } from './json-ld.ts'
import { mastheadOf } from './masthead.ts'
import { microdataNames, microdataValue } from './microdata.ts'
import { outletOf } from './outlet.ts'
import { pageAddress, siteHost } from './page-address.ts'
import { ancestorsOf, elementsOf, type PageElement, textOf } from './page-tree.ts'
import type { SlimPage } from './slim-html.ts'
import { titleParts } from './title-parts.ts'

/** What a page says about itself, before its text is found. */
export type PageFacts = {
  readonly page: SlimPage
  readonly head: HeadValues
  readonly linked: LinkedData
  readonly url: string | null
  readonly outlet: string | null
  readonly headline: string | null
  /** All that the page calls its article, the headline included: a block that only repeats one is none of the text. */
  readonly names: readonly string[]
  /** Lines that only name the authors whom its metadata names, one by one or all. */
  readonly authors: readonly string[]
}

/** How many first-level headings are looked at: the article's is among the first. */
const MAX_HEADINGS = 20

/** Names of `<meta>`s that give the outlet. Best first. */
const OUTLET_METAS = ['application-name', 'publisher', 'dc.publisher', 'citation_journal_title']

/** Names of `<meta>`s that give the headline: for catalogues, then for sharing. Best first. */
const TITLE_METAS = (
  'dc:title dcterm:title dc.title dcterms.title og:title weibo:article:title weibo:webpage:title twitter:title ' +
  'parsely-title title'
).split(' ')

/** A shorter part of a title is a section's or an outlet's name. */
const MIN_NAME = 15

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

/** All that a page calls its article. */
function namesOf({
  page,
  head,
  linked,
  headings,
  headline,
}: Pick<PageFacts, 'page' | 'head' | 'linked' | 'headline'> & {
  readonly headings: readonly string[]
}): readonly string[] {
  const shared = TITLE_METAS.flatMap((name) => head.all(name))
  const parts = [...page.titles, ...shared].flatMap(titleParts).map(({ text }) => text)
  const like = headline === null ? [] : headingsLike(headline, headings)
  const given = [headline, linked.headline, ...page.titles, ...shared].filter((name) => name !== null)
  return [...given, ...like, ...parts.filter((part) => part.length >= MIN_NAME || headings.includes(part))]
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
  const shared = TITLE_METAS.flatMap((name) => head.all(name))
  const addresses = [head.link('canonical'), head.first('og:url'), from.fetched].filter((url) => url !== null)
  const linked = readLinkedData(page.jsonLd, { titles: [...page.titles, ...shared], urls: addresses })
  const url = pageAddress([head.link('canonical'), head.first('og:url'), linked.url], from.fetched)
  const title = page.titles[0] === undefined ? null : cleanLine(page.titles[0])
  const host = siteHost(url)
  const [publisher = null] = microdataNames(page.body, 'publisher')
  const named = outletOf(
    [linked.outlet, head.first('og:site_name'), publisher, head.first(...OUTLET_METAS)],
    title,
    host,
  )
  const masthead = named === null ? mastheadOf(title, from.blocks) : null
  const outlet = named ?? masthead?.outlet ?? null
  const headings = [
    ...elementsOf(page.body)
      .filter((element) => element.name === 'h1' && !isSiteName(element, url))
      .take(MAX_HEADINGS)
      .map((heading) => cleanLine(textOf(heading))),
  ]
  const headline = headlineOf({
    headings,
    lines: from.blocks.flatMap(({ text }) => text.split('\n')),
    linked: linked.headline,
    shared: head.first(...TITLE_METAS) ?? microdataValue(page.body, 'headline'),
    title: masthead?.headline ?? title,
    outlet,
    host,
  })
  const writers = linked.authors.length > 0 ? linked.authors : microdataNames(page.body, 'author')
  return {
    ...{ page, head, linked, url, outlet, headline },
    names: namesOf({ page, head, linked, headings, headline }),
    authors: [...writers, writers.join(' ')].filter((name) => name.trim() !== ''),
  }
}
