import { plainOf } from './plain-of.ts'
import { squeezed } from './title-parts.ts'

/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

export type JsonObject = { readonly [key: string]: Json }

/** What a page says about its article in schema.org's words. Values as given, not yet cleaned. */
export type LinkedData = {
  readonly headline: string | null
  /** Names of the authors, in order. */
  readonly authors: readonly string[]
  readonly outlet: string | null
  readonly published: string | null
  /** When it was written, which may be days before. */
  readonly created: string | null
  readonly language: string | null
  readonly url: string | null
  /** The article's text, with line breaks or markup between its paragraphs. */
  readonly body: string | null
}

const NOTHING: LinkedData = {
  headline: null,
  authors: [],
  outlet: null,
  published: null,
  created: null,
  language: null,
  url: null,
  body: null,
}

/** How deep nodes are looked for, and how many: a graph may be hostile. */
const MAX_DEPTH = 12
const MAX_NODES = 5_000

const ARTICLE_TYPE = /(?:Article|BlogPosting|SocialMediaPosting|Reportage|Report|LiveBlogPosting|Review)$/

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What pages get wrong in JSON, in the order in which it is mended. */
const MENDINGS: readonly ((json: string) => string)[] = [
  (json) => json,
  // Comment and CDATA marks around it, and a semicolon behind.
  (json) =>
    json
      .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
      .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)?\s*;?\s*$/, ''),
  // Line breaks and tabs inside strings.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is mended
  (json) => json.replace(/[\u0000-\u001f]+/g, ' '),
  // Commas before a closing bracket.
  (json) => json.replace(/,\s*([}\]])/g, '$1'),
]

function parsed(script: string): Json {
  let json = script
  for (const mend of MENDINGS) {
    json = mend(json)
    try {
      return JSON.parse(json) as Json
    } catch {
      // The next mending may do; a script that stays broken says nothing.
    }
  }
  return null
}

/** Keys below which other articles, comments and reviews stand, and not the page's own article. */
const OTHERS = new Set(
  'itemListElement hasPart review reviews comment mentions citation isBasedOn isRelatedTo relatedLink liveBlogUpdate'.split(
    ' ',
  ),
)

/** The vocabulary's name before a key: "schema:author", "https://schema.org/author". */
const PREFIX = /^(?:schema:|https?:\/\/schema\.org\/)/

function withoutPrefixes(value: Json, depth = 0): Json {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return value
  if (Array.isArray(value)) return value.map((item: Json) => withoutPrefixes(item, depth + 1))
  const entries = Object.entries(value).map(([key, child]) => [
    key.replace(PREFIX, ''),
    withoutPrefixes(child, depth + 1),
  ])
  return Object.fromEntries(entries) as Json
}

/** An object of a graph, and whether it stands among others of its kind that are none of the page's. */
type Node = { readonly node: JsonObject; readonly isOther: boolean }

/** Every object in `value`, outermost first. */
function nodesOf(value: Json): readonly Node[] {
  const found: Node[] = []
  const visit = (at: Json, depth: number, isOther: boolean): void => {
    if (depth > MAX_DEPTH || found.length >= MAX_NODES) return
    if (Array.isArray(at)) for (const item of at) visit(item, depth + 1, isOther)
    else if (isObject(at)) {
      found.push({ node: at, isOther })
      for (const [key, child] of Object.entries(at))
        if (typeof child === 'object') visit(child, depth + 1, isOther || OTHERS.has(key))
    }
  }
  visit(value, 0, false)
  return found
}

function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return []
  if (isObject(value) && value['@list'] !== undefined) return listOf(value['@list'])
  return Array.isArray(value) ? value : [value]
}

function isArticle(node: JsonObject): boolean {
  return listOf(node['@type']).some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type))
}

function stringOf(value: Json | undefined): string | null {
  const [first] = listOf(value)
  if (typeof first === 'string') return first.trim() || null
  return isObject(first) ? stringOf(first['@value'] ?? first['name'] ?? first['@id']) : null
}

/** The names of a person or organisation: given outright, in its object, or in the object that its `@id` points to. */
function namesOf(value: Json, byId: ReadonlyMap<string, JsonObject>): readonly string[] {
  if (typeof value === 'string') return [plainOf(value)]
  if (!isObject(value)) return []
  const id = value['@id']
  const node = value['name'] === undefined && typeof id === 'string' ? (byId.get(id) ?? value) : value
  const names = listOf(node['name']).flatMap((name) => stringOf(name) ?? [])
  if (names.length > 0) return names.map(plainOf)
  const parts = [node['givenName'], node['familyName']].flatMap((part) => stringOf(part) ?? [])
  return parts.length === 0 ? [] : [plainOf(parts.join(' '))]
}

function plainOrNull(value: string | null): string | null {
  return value === null ? null : plainOf(value) || null
}

function linkedDataOf(node: JsonObject, byId: ReadonlyMap<string, JsonObject>): LinkedData {
  const names = (value: Json | undefined) => listOf(value).flatMap((item) => namesOf(item, byId))
  const page = isObject(node['mainEntityOfPage']) ? node['mainEntityOfPage']['@id'] : node['mainEntityOfPage']
  return {
    headline: plainOrNull(stringOf(node['headline']) ?? stringOf(node['name'])),
    authors: names(node['author'] ?? node['creator']),
    outlet: names(node['publisher'])[0] ?? names(node['isPartOf'])[0] ?? null,
    published: stringOf(node['datePublished']),
    created: stringOf(node['dateCreated']),
    language: isObject(node['inLanguage'])
      ? stringOf(node['inLanguage']['alternateName'])
      : stringOf(node['inLanguage']),
    url: stringOf(node['url']) ?? stringOf(page),
    body: stringOf(node['articleBody']),
  }
}

/** What the page is besides its JSON-LD, by which its own article is told from others. */
export type LinkedPage = {
  /** Its titles, of any kind. */
  readonly titles: readonly string[]
  /** Its addresses, as it gives them or where it was fetched. */
  readonly urls: readonly string[]
}

/** An address without what is of no account for which page it is. */
function placeOf(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.|m\.|amp\.)?/i, '').replace(/\/*(?:[?#].*)?$/, '')
}

/** How surely an article of a graph is the page's own: by its address, by its headline, by where it stands. */
function rankIn({ titles, urls }: LinkedPage): (of: Node) => number {
  const places = new Set(urls.map(placeOf))
  const names = titles.map(squeezed)
  return ({ node, isOther }) => {
    const page = isObject(node['mainEntityOfPage']) ? node['mainEntityOfPage']['@id'] : node['mainEntityOfPage']
    const isHere = [node['url'], page].some((url) => places.has(placeOf(stringOf(url) ?? ' ')))
    const headline = squeezed(plainOrNull(stringOf(node['headline']) ?? stringOf(node['name'])) ?? '')
    const isNamed = headline !== '' && names.some((name) => name.includes(headline))
    return (isHere ? 4 : 0) + (isNamed ? 2 : 0) + (isOther ? 0 : 1) + (headline === '' ? 0 : 0.5)
  }
}

/**
 * What the page's JSON-LD says about its article: of several articles the one at the page's address or with its title;
 * else the first with a headline, since teasers of others follow it.
 *
 * @param scripts the raw texts of the page's JSON-LD scripts; one that stays broken is passed over
 */
export function readLinkedData(scripts: readonly string[], page: LinkedPage = { titles: [], urls: [] }): LinkedData {
  const nodes = scripts.map(parsed).flatMap((value) => nodesOf(withoutPrefixes(value)))
  const byId = new Map(
    nodes.flatMap(({ node }) => {
      const isNamed = node['name'] !== undefined || node['familyName'] !== undefined
      return typeof node['@id'] === 'string' && isNamed ? [[node['@id'], node] as const] : []
    }),
  )
  const rank = rankIn(page)
  const articles = nodes.filter(({ node }) => isArticle(node)).map((of) => ({ of, rank: rank(of) }))
  const best = articles.toSorted((a, b) => b.rank - a.rank)[0]
  return best === undefined ? NOTHING : linkedDataOf(best.of.node, byId)
}
