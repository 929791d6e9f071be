import { cleanLine } from '../text/clean-text.ts'
import { type Block, blocksOf } from './blocks.ts'
import { areNames, bylineOf, cleanByline } from './byline.ts'
import { readHeadLine } from './head-line.ts'
import { microdataNames } from './microdata.ts'
import type { PageFacts } from './page-facts.ts'
import { ancestorsOf, elementsOf, type PageElement, textOf } from './page-tree.ts'

/** Names of `<meta>`s that give authors. Best first. */
const AUTHOR_METAS =
  'dc:creator dcterm:creator dc.creator dcterms.creator author parsely-author byl sailthru.author og:article:author'.split(
    ' ',
  )

/** Classes and ids of elements that hold a byline. */
const BYLINE_NAME =
  /(?:^|[\s_-])(?:byline|by-line|authors?|author-?name|writer|contributor)(?:$|[\s_-])|byline(?:name|author)/i

/** An element marked as a byline that holds more than this holds more than that, in UTF-16 code units. */
const MAX_MARKED = 300

/** What may stand before the names in their line: "Reported from the harbour by". */
const MAX_BEFORE = 40

/** More elements marked as bylines are those of a list of articles. */
const MAX_BYLINES = 100

function isAuthorLink({ attributes }: PageElement): boolean {
  return (attributes['rel'] ?? '').split(/\s+/).includes('author')
}

function isMarkedByline(element: PageElement): boolean {
  const { class: classes = '', id = '' } = element.attributes
  return isAuthorLink(element) || BYLINE_NAME.test(`${classes} ${id}`)
}

/** The names in an element that is marked as a byline: those of its links to authors, else its first line of names. */
function namesIn(element: PageElement): readonly string[] {
  const links = [...elementsOf(element)].filter(isAuthorLink)
  if (links.length > 0) return links.flatMap((link) => cleanByline(textOf(link)) ?? [])
  const lines = blocksOf(element).flatMap(({ text }) => text.split('\n'))
  return lines
    .flatMap((line) => cleanByline(line) ?? [])
    .filter(areNames)
    .slice(0, 1)
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
 * The names in the first element near the text that is marked as a byline and names somebody; else those of all such
 * elements, where they agree: bylines of several authors are those of other articles.
 */
function markedNames(body: PageElement, { near, all }: BylinePlaces): readonly string[] {
  const places = new Set(near.map(({ element }) => element))
  const lines = Map.groupBy(all, ({ element }) => element)
  const isNear = (element: PageElement) =>
    ancestorsOf(element).some((around) => places.has(around)) || elementsOf(element).some((inner) => places.has(inner))
  // A class like "author-ana" on the box of the whole article marks no byline.
  const marked = elementsOf(body)
    .filter(isMarkedByline)
    .filter((element) => cleanLine(textOf(element)).length <= MAX_MARKED)
    .take(MAX_BYLINES)
    .filter((element) => beginsItsLine(element, lines))
    .toArray()
  const namesOf = (elements: readonly PageElement[]) => elements.map(namesIn).filter((names) => names.length > 0)
  const [beside] = namesOf(marked.filter(isNear))
  if (beside !== undefined) return beside
  const elsewhere = namesOf(marked)
  return new Set(elsewhere.map(String)).size === 1 ? (elsewhere[0] ?? []) : []
}

/** Where a byline is looked for. */
export type BylinePlaces = {
  /** Blocks around the beginning of the text. */
  readonly near: readonly Block[]
  /** All blocks of the page. */
  readonly all: readonly Block[]
}

/**
 * The names of those who wrote the article: as metadata names them, else as printed above the text, else as marked.
 *
 * @returns several names with commas between them
 */
export function pageByline({ page, head, linked, outlet }: PageFacts, places: BylinePlaces): string | null {
  const sources: readonly (() => readonly string[])[] = [
    () => linked.authors,
    () => head.all(...AUTHOR_METAS),
    () => microdataNames(page.body, 'author'),
    () => places.near.flatMap(({ text }) => readHeadLine(text)?.byline ?? []).slice(0, 1),
    () => markedNames(page.body, places),
    // By its definition an address, where it is a name often that of a series.
    () => head.all('article:author'),
  ]
  for (const source of sources) {
    const byline = bylineOf(source(), outlet)
    if (byline !== null) return byline
  }
  return null
}
