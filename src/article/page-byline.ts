import type { Block } from './blocks.ts'
import { bylineOf, cleanByline } from './byline.ts'
import { readHeadLine } from './head-line.ts'
import { microdataNames } from './microdata.ts'
import type { PageFacts } from './page-facts.ts'
import { elementsOf, type PageElement, textOf } from './page-tree.ts'

const AUTHOR_METAS = [
  'author',
  'parsely-author',
  'byl',
  'dc.creator',
  'dcterms.creator',
  'sailthru.author',
  'article:author',
]

/** Classes and ids of elements that hold a byline. */
const BYLINE_NAME =
  /(?:^|[\s_-])(?:byline|by-line|authors?|author-?name|writer|contributor)(?:$|[\s_-])|byline(?:name|author)/i

function isAuthorLink({ attributes }: PageElement): boolean {
  return (attributes['rel'] ?? '').split(/\s+/).includes('author')
}

/** The names in the first element that is marked as a byline and names somebody. */
function markedNames(body: PageElement): readonly string[] {
  for (const element of elementsOf(body)) {
    const { class: classes = '', id = '' } = element.attributes
    if (!isAuthorLink(element) && !BYLINE_NAME.test(`${classes} ${id}`)) continue
    const links = [...elementsOf(element)].filter(isAuthorLink)
    const names = (links.length > 0 ? links : [element]).flatMap((link) => cleanByline(textOf(link)) ?? [])
    if (names.length > 0) return names
  }
  return []
}

/** Lines that may be the printed byline: those near the text, and those marked as one. */
function* printedLines(body: PageElement, near: readonly Block[]): Generator<string> {
  for (const { text } of near) yield* text.split('\n')
  for (const element of elementsOf(body)) {
    const { class: classes = '', id = '' } = element.attributes
    if (BYLINE_NAME.test(`${classes} ${id}`)) yield textOf(element)
  }
}

/** Several names as the page prints them, "Ana Reyes and Ben Osei", where it prints all of them in one byline. */
function asPrinted(names: readonly string[], lines: Iterable<string>): string | null {
  if (names.length < 2) return null
  for (const line of lines) {
    const printed = cleanByline(line)
    if (printed !== null && names.every((name) => printed.includes(name))) return printed
  }
  return null
}

/**
 * The names of those who wrote the article: as metadata names them, else as printed above the text, else as marked.
 *
 * @param near blocks around the beginning of the text
 */
export function pageByline({ page, head, linked, outlet }: PageFacts, near: readonly Block[]): string | null {
  const sources: readonly (() => readonly string[])[] = [
    () => linked.authors,
    () => head.all(...AUTHOR_METAS),
    () => microdataNames(page.body, 'author'),
    () => near.flatMap(({ text }) => readHeadLine(text)?.byline ?? []).slice(0, 1),
    () => markedNames(page.body),
  ]
  for (const source of sources) {
    const names = source()
    const byline = bylineOf(names, outlet)
    if (byline !== null) return asPrinted(names, printedLines(page.body, near)) ?? byline
  }
  return null
}
