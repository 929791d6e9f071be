import { cleanLine } from '../text/clean-text.ts'
import { dateLine, firstPrintedDate } from '../text/printed-date.ts'
import type { Article } from './article.ts'
import type { Block } from './blocks.ts'
import { bylineOf, cleanByline, isBylineLine } from './byline.ts'
import { type HeadValues, headValues } from './head-values.ts'
import { headlineOf } from './headline.ts'
import { type LinkedData, readLinkedData } from './json-ld.ts'
import { articleLanguage } from './language-tag.ts'
import { mastheadOf } from './masthead.ts'
import { outletOf } from './outlet.ts'
import { pageAddress, siteHost } from './page-address.ts'
import { elementsOf, type PageElement, textOf } from './page-tree.ts'
import { publishedDate } from './published-date.ts'
import type { SlimPage } from './slim-html.ts'

/** Everything about an article but its text. */
export type Metadata = Omit<Article, 'text'>

/** Names of elements that hold a byline, by class, id, rel or itemprop. */
const BYLINE_NAME =
  /(?:^|[\s_-])(?:byline|by-line|author|authors|author-?name|writer|c-byline|post-author|entry-author|article-author|contributor)(?:$|[\s_-])|byline(?:name|author)/i

/** How many blocks before the text's first are looked at for a date and a byline, and how many from it on. */
const BLOCKS_BEFORE = 15
const BLOCKS_AFTER = 3

/** A page's head, parsed once. */
export type PageFacts = {
  readonly page: SlimPage
  readonly head: HeadValues
  readonly linked: LinkedData
  readonly url: string | null
  readonly outlet: string | null
  readonly headline: string | null
}

/** What the head says, and the headline, which is needed to leave it out of the text. */
export function pageFacts(
  page: SlimPage,
  { blocks, fetched }: { readonly blocks: readonly Block[]; readonly fetched: string | null },
): PageFacts {
  const head = headValues(page.head)
  const linked = readLinkedData(page.jsonLd)
  const url = pageAddress([head.link('canonical'), head.first('og:url'), linked.url], fetched)
  const title = page.titles[0] === undefined ? null : cleanLine(page.titles[0])
  const host = siteHost(url)
  const given = outletOf(
    [
      head.first('og:site_name'),
      linked.outlet,
      publisherOn(page),
      head.first('application-name', 'cre', 'publisher', 'dc.publisher', 'citation_journal_title'),
    ],
    title,
    host,
  )
  const masthead = given === null ? mastheadOf(title, blocks) : null
  const outlet = given ?? masthead?.outlet ?? null
  const headings = [...elementsOf(page.body)]
    .filter(({ name }) => name === 'h1')
    .map((heading) => cleanLine(textOf(heading)))
  const shared = head.first(
    'og:title',
    'twitter:title',
    'dc.title',
    'dcterms.title',
    'parsely-title',
    'weibo:article:title',
  )
  const headline = headlineOf({
    headings,
    linked: linked.headline,
    shared,
    title: masthead?.headline ?? title,
    outlet,
    host,
  })
  return { page, head, linked, url, outlet, headline }
}

/** The publisher's name in microdata: in a `<meta>` within the publisher's element, or printed there. */
function publisherOn({ head, body }: SlimPage): string | null {
  const meta = head.find(({ within, attributes }) => within === 'publisher' && attributes['itemprop'] === 'name')
  if (meta !== undefined) return meta.attributes['content'] ?? null
  for (const element of elementsOf(body)) {
    if (element.attributes['itemprop'] !== 'publisher') continue
    const name = [...elementsOf(element)].find(({ attributes }) => attributes['itemprop'] === 'name')
    return textOf(name ?? element)
  }
  return null
}

function bylinesOnPage(body: PageElement): readonly string[] {
  for (const element of elementsOf(body)) {
    const { itemprop = '', rel = '', class: classes = '', id = '' } = element.attributes
    if (itemprop !== 'author' && !/\bauthor\b/.test(rel) && !BYLINE_NAME.test(`${classes} ${id}`)) continue
    const names = [...elementsOf(element)].filter(
      ({ attributes }) => attributes['itemprop'] === 'name' || /\bauthor\b/.test(attributes['rel'] ?? ''),
    )
    const printed = names.length > 0 ? names.map(textOf) : [textOf(element)]
    const cleaned = printed.flatMap((text) => cleanByline(text) ?? [])
    if (cleaned.length > 0) return cleaned
  }
  return []
}

function byline({ page, head, linked, outlet }: PageFacts, around: readonly Block[]): string | null {
  const sources: (() => readonly string[])[] = [
    () => linked.authors,
    () =>
      head.all(
        'author',
        'parsely-author',
        'byl',
        'dc.creator',
        'dcterms.creator',
        'sailthru.author',
        'article:author',
        'twitter:creator:name',
      ),
    () =>
      around
        .map(({ text }) => text)
        .filter(isBylineLine)
        .slice(0, 1),
    () => bylinesOnPage(page.body),
  ]
  for (const source of sources) {
    const found = bylineOf(source(), outlet)
    if (found !== null) return found
  }
  return null
}

/** The values of elements marked as the date of publication, then of `<time>`s near the text. */
function markedDates(body: PageElement, around: readonly Block[]): readonly string[] {
  const marked: string[] = []
  const near = new Set(around.map(({ element }) => element))
  const times: string[] = []
  for (const element of elementsOf(body)) {
    const { itemprop = '', datetime, content, class: classes = '' } = element.attributes
    const value = datetime ?? content ?? textOf(element)
    if (/\bdatePublished\b/.test(itemprop)) marked.push(value)
    else if (
      element.name === 'time' &&
      (/\bpublish|entry-date\b/.test(classes) ||
        (element.parent !== null && near.has(element.parent)) ||
        near.has(element))
    )
      times.push(value)
  }
  return [...marked, ...times]
}

function printedDate(around: readonly Block[]): string | null {
  for (const { text } of around) {
    const date = dateLine(text)
    if (date !== null) return date
  }
  for (const { text, element } of around) {
    const { class: classes = '', id = '' } = element.attributes
    if (
      /date|time|publish|posted|meta|byline/i.test(`${classes} ${id} ${element.parent?.attributes['class'] ?? ''}`) ||
      isBylineLine(text.split(/[|•·]/)[0] ?? '')
    ) {
      const date = firstPrintedDate(text)
      if (date !== null) return date.edtf
    }
  }
  return null
}

/**
 * Everything about the article but its text.
 *
 * @param blocks   all blocks of the page
 * @param selected those of the article, at least one
 */
export function metadataOf(facts: PageFacts, blocks: readonly Block[], selected: readonly Block[]): Metadata {
  const { page, head, linked, url, outlet, headline } = facts
  const first = selected[0] === undefined ? -1 : blocks.indexOf(selected[0])
  const around = blocks.slice(Math.max(0, first - BLOCKS_BEFORE), first + BLOCKS_AFTER)
  const machine = [
    linked.published,
    head.first(
      'article:published_time',
      'og:article:published_time',
      'article:published',
      'datepublished',
      'parsely-pub-date',
      'sailthru.date',
      'publishdate',
      'publish-date',
      'pubdate',
      'pdate',
      'dc.date.issued',
      'dcterms.issued',
      'dc.date',
      'dcterms.created',
      'date',
      'weibo:article:create_at',
      'ptime',
      'cxenseparse:recs:publishtime',
      'article_date_original',
      'originalpublicationdate',
      'citation_publication_date',
      'citation_online_date',
    ),
    ...markedDates(page.body, around),
  ].filter((value) => value !== null)
  const text = selected.map((block) => block.text).join('\n')
  return {
    headline,
    byline: byline(facts, around),
    outlet,
    published: publishedDate(machine, printedDate(around)),
    language: articleLanguage(
      [head.language, linked.language, head.first('og:locale', 'content-language', 'dc.language', 'language')],
      text,
    ),
    url,
  }
}
