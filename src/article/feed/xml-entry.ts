import { plainOf } from '../plain-of.ts'
import type { RawEntry } from './feed.ts'
import type { XmlField, XmlFields } from './xml-fields.ts'

/** Where an element's own tag says what it is called: `rdf:about` of an item. */
export type EntryTag = { readonly about: string | null; readonly base: string | null }

/** An address that stands alone, as in a `guid`. */
const ADDRESS = /^https?:\/\/\S+$/i

/** The addresses that `<link>`s give for reading: Atom's with `rel="alternate"` or none, RSS's as text. */
function linksOf(fields: XmlFields): readonly string[] {
  const atom = fields
    .named('link')
    .filter(({ attributes }) => attributes['href'] !== undefined)
    .filter(({ attributes: { rel = 'alternate' } }) => rel.trim().toLowerCase() === 'alternate')
  const isPage = ({ attributes: { type = 'text/html' } }: XmlField) => /html/i.test(type)
  const pages = [...atom.filter(isPage), ...atom.filter((link) => !isPage(link))]
  return [...fields.values('link'), ...pages.map(({ attributes }) => attributes['href'] ?? '')]
}

/** A `guid` is an address unless it says that it is none. */
function permalinksOf(fields: XmlFields): readonly string[] {
  return fields
    .named('guid')
    .filter(({ attributes }) => (attributes['isPermaLink'] ?? attributes['ispermalink']) !== 'false')
    .map(({ value }) => value)
    .filter((value) => ADDRESS.test(value))
}

/** RSS writes `desk@example.org (Ana Ruiz)`, Atom `<name>Ana Ruiz</name><uri>…</uri>`. */
function authorOf(fields: XmlFields): string | null {
  const given = fields.value('dc:creator', 'author', 'itunes:author', 'managingeditor')
  const atom = /<name>(.*?)<\/name>/is.exec(given ?? '')?.[1]
  const rss = /^\S+@\S+ \((.+)\)$/s.exec(given ?? '')?.[1]
  return atom ?? rss ?? (given === null || /<|^\S+@\S+$/.test(given) ? null : given)
}

/**
 * One `<item>` or `<entry>`.
 *
 * @param fields the elements directly in it
 */
export function xmlEntry(fields: XmlFields, { about, base }: EntryTag): RawEntry {
  const original = fields.values('feedburner:origlink')
  const id = fields.value('guid', 'id') ?? about ?? fields.value('dc:identifier')
  const content = fields.value('content:encoded', 'content', 'xhtml:body', 'xhtml:div')
  // An Atom id is an address in many feeds, and stands for a missing link where there is no content either.
  const lastResort = content === null ? fields.values('id').filter((value) => ADDRESS.test(value)) : []
  const isLink = about !== null && ADDRESS.test(about) ? [about] : []
  return {
    id,
    links: [...original, ...linksOf(fields), ...permalinksOf(fields), ...isLink, ...lastResort],
    base,
    title: fields.value('title', 'media:title', 'dc:title'),
    dates: fields.values('pubdate', 'published', 'issued', 'dc:date', 'dc:issued', 'created', 'updated', 'modified'),
    author: authorOf(fields),
    summary: fields.value('description', 'summary', 'dc:description', 'itunes:summary', 'media:description'),
    content: content === null || plainOf(content) === '' ? null : content,
  }
}
