import { cleanLine } from '../text/clean-text.ts'
import { type Block, blocksOf } from './blocks.ts'
import { areNames, bylineOf, cleanByline } from './byline.ts'
import { endByline } from './end-byline.ts'
import { readHeadLine } from './head-line.ts'
import { articleScope, microdataNames } from './microdata.ts'
import type { PageFacts } from './page-facts.ts'
import { ancestorsOf, elementsOf, type PageElement, textOf } from './page-tree.ts'
import { squeezed } from './title-parts.ts'

/** Names of `<meta>`s that give authors. Best first. */
const AUTHOR_METAS =
  'dc:creator dcterm:creator dc.creator dcterms.creator author parsely-author byl sailthru.author og:article:author citation_author'.split(
    ' ',
  )

/** Classes and ids of elements that hold a byline. */
const BYLINE_NAME =
  /(?:^|[\s_-])(?:byline|by-line|authors?|author-?name|writer|contributor|autor|autora|auteur|autore|firma|yazar)(?:$|[\s_-])|byline(?:name|author)/i

/** An element marked as a byline that holds more than this holds more than that, in UTF-16 code units. */
const MAX_MARKED = 300

/** What may stand before the names in their line: "Reported from the harbour by". */
const MAX_BEFORE = 40

/** More elements marked as bylines are those of a list of articles. */
const MAX_BYLINES = 100

function isAuthorLink({ attributes }: PageElement): boolean {
  return (attributes['rel'] ?? '').split(/\s+/).includes('author')
}

/** Where the pages of authors stand on a site. */
const AUTHOR_PAGE = /\/(?:authors?|autore?s?|auteurs?|writers?|by|people|profiles?|journalists?|contributors?|staff)\//i

function isMarkedByline(element: PageElement): boolean {
  const { class: classes = '', id = '' } = element.attributes
  return isAuthorLink(element) || BYLINE_NAME.test(`${classes} ${id}`)
}

/** The names in an element that is marked as a byline: those of its links to authors, else its first line of names. */
function namesIn(element: PageElement): readonly string[] {
  const leads = ({ name, attributes }: PageElement) => name === 'a' && AUTHOR_PAGE.test(attributes['href'] ?? '')
  const links = [...elementsOf(element)].filter((inner) => isAuthorLink(inner) || leads(inner))
  if (links.length > 0) return links.flatMap((link) => cleanByline(textOf(link)) ?? [])
  const lines = blocksOf(element).flatMap(({ text }) => text.split('\n'))
  return lines
    .flatMap((line) => cleanByline(line) ?? [])
    .filter(areNames)
    .slice(0, 1)
}

/** Elements in which pages name other articles, with their authors. */
const OTHERS =
  /(?:^|[\s_-])(?:related|recommend\w*|more-?stories|teasers?|popular|trending|most-?read|latest|promos?|comments?)(?:$|[\s_-])/i

function isAmongOthers(element: PageElement): boolean {
  return ancestorsOf(element).some(({ name, attributes: { class: classes = '', id = '' } }) => {
    return name === 'nav' || name === 'footer' || OTHERS.test(`${classes} ${id}`)
  })
}

/** Whether marked words begin the line that they stand in: a teaser ends with its author. */
function beginsItsLine(element: PageElement, lines: ReadonlyMap<PageElement, readonly Block[]>): boolean {
  const words = cleanLine(textOf(element))
  const around = [...ancestorsOf(element)]
    .map((ancestor) => lines.get(ancestor) ?? [])
    .find((blocks) => blocks.length > 0)
  const at = around?.map(({ text }) => text.indexOf(words)).find((index) => index >= 0)
  return at === undefined || at <= MAX_BEFORE
}

/**
 * The names in the first element near the text that is marked as a byline and names somebody, below the headline before
 * others; else those of all such elements, where they agree: bylines of several authors are those of other articles.
 *
 * @param names what the page calls its article
 */
function markedNames(body: PageElement, { near, all }: BylinePlaces, names: readonly string[]): readonly string[] {
  const lines = Map.groupBy(all, ({ element }) => element)
  const isIn = (blocks: readonly Block[]) => {
    const places = new Set(blocks.map(({ element }) => element))
    return (element: PageElement) =>
      ancestorsOf(element).some((around) => places.has(around)) ||
      elementsOf(element).some((inner) => places.has(inner))
  }
  // A class like "author-ana" on the box of the whole article marks no byline.
  const marked = elementsOf(body)
    .filter(isMarkedByline)
    .filter((element) => cleanLine(textOf(element)).length <= MAX_MARKED)
    .take(MAX_BYLINES)
    .filter((element) => beginsItsLine(element, lines) && !isAmongOthers(element))
    .toArray()
  const namesOf = (elements: readonly PageElement[]) => elements.map(namesIn).filter((names) => names.length > 0)
  const headline = near.findLastIndex(({ text }) => names.includes(text))
  const [beside] = [near.slice(headline + 1), near].flatMap((blocks) => namesOf(marked.filter(isIn(blocks))))
  if (beside !== undefined) return beside
  const elsewhere = namesOf(marked)
  return new Set(elsewhere.map(String)).size === 1 ? (elsewhere[0] ?? []) : []
}

/** Where a byline is looked for. */
export type BylinePlaces = {
  /** Blocks around the beginning of the text. */
  readonly near: readonly Block[]
  /** The last block of the text, and those below it. */
  readonly end: readonly Block[]
  /** All blocks of the page. */
  readonly all: readonly Block[]
}

/** The authors that the page's microdata names: of the article that the text stands in, where it is marked as one. */
function microdataAuthors(body: PageElement, { near }: BylinePlaces): readonly string[] {
  const scope = near.map(({ element }) => articleScope(element)).findLast((found) => found !== null)
  const names = scope === undefined || scope === null ? [] : microdataNames(scope, 'author')
  return names.length > 0 ? names : microdataNames(body, 'author')
}

/** Whether a byline names the outlet alone, with or without its article. */
function isOutlet(byline: string, outlet: string | null): boolean {
  const bare = (name: string) => squeezed(name).replace(/^the/, '')
  return outlet !== null && bare(byline) === bare(outlet)
}

/**
 * The names of those who wrote the article: as metadata names them, else as printed above or below the text, else as
 * marked. The outlet is the author where nobody else is named anywhere.
 *
 * @returns several names with commas between them
 */
export function pageByline({ page, head, linked, outlet, names }: PageFacts, places: BylinePlaces): string | null {
  const sources: readonly (() => readonly string[])[] = [
    () => linked.authors,
    () => head.all(...AUTHOR_METAS),
    () => microdataAuthors(page.body, places),
    () => places.near.flatMap(({ text }) => readHeadLine(text)?.byline ?? []).slice(0, 1),
    () => markedNames(page.body, places, names),
    () => places.end.flatMap(({ text }) => endByline(text) ?? []).slice(0, 1),
    // By its definition an address, where it is a name often that of a series.
    () => head.all('article:author'),
  ]
  let fallback: string | null = null
  for (const source of sources) {
    const byline = bylineOf(source(), outlet)
    if (byline !== null && !isOutlet(byline, outlet)) return byline
    fallback ??= byline
  }
  return fallback
}
