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

/** Every object in `value`, outermost first. */
function nodesOf(value: Json): readonly JsonObject[] {
  const found: JsonObject[] = []
  const visit = (at: Json, depth: number): void => {
    if (depth > MAX_DEPTH || found.length >= MAX_NODES) return
    if (Array.isArray(at)) for (const item of at) visit(item, depth + 1)
    else if (isObject(at)) {
      found.push(at)
      for (const child of Object.values(at)) if (typeof child === 'object') visit(child, depth + 1)
    }
  }
  visit(value, 0)
  return found
}

function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return []
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

/** The name of a person or organisation: given outright, in its object, or in the object that its `@id` points to. */
function nameOf(value: Json, byId: ReadonlyMap<string, JsonObject>): string | null {
  if (typeof value === 'string') return value
  if (!isObject(value)) return null
  const id = value['@id']
  const node = value['name'] === undefined && typeof id === 'string' ? (byId.get(id) ?? value) : value
  const name = node['name']
  return typeof name === 'string' || Array.isArray(name) ? stringOf(name) : null
}

function linkedDataOf(node: JsonObject, byId: ReadonlyMap<string, JsonObject>): LinkedData {
  const names = (value: Json | undefined) => listOf(value).flatMap((item) => nameOf(item, byId) ?? [])
  const page = isObject(node['mainEntityOfPage']) ? node['mainEntityOfPage']['@id'] : node['mainEntityOfPage']
  return {
    headline: stringOf(node['headline']) ?? stringOf(node['name']),
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

/**
 * What the page's JSON-LD says about its article: of several articles the first with a headline, since teasers of
 * others follow it.
 *
 * @param scripts the raw texts of the page's JSON-LD scripts; one that stays broken is passed over
 */
export function readLinkedData(scripts: readonly string[]): LinkedData {
  const nodes = scripts.map(parsed).flatMap(nodesOf)
  const byId = new Map(
    nodes.flatMap((node) =>
      typeof node['@id'] === 'string' && node['name'] !== undefined ? [[node['@id'], node] as const] : [],
    ),
  )
  const articles = nodes.filter(isArticle)
  const node = articles.find(({ headline, name }) => headline !== undefined || name !== undefined) ?? articles[0]
  return node === undefined ? NOTHING : linkedDataOf(node, byId)
}
