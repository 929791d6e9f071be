import jsonld from 'jsonld'

/**
 * What we use of schema.org: each property with the types that it is for. Written down from its pages, so that the
 * tests need no network, and a property that schema.org does not have fails.
 */
const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  about: ['CollectionPage', 'ProfilePage', 'DigitalDocument'],
  alternateName: ['Person', 'Organization', 'NewsMediaOrganization'],
  appearance: ['Claim'],
  author: ['Claim', 'NewsArticle'],
  citation: ['DigitalDocument'],
  dateCreated: ['Quotation', 'Claim'],
  dateModified: ['DigitalDocument'],
  datePublished: ['NewsArticle', 'DigitalDocument'],
  description: ['DigitalDocument'],
  endDate: ['Role'],
  hasOccupation: ['Person', 'Role'],
  hasPart: ['CollectionPage', 'ProfilePage'],
  headline: ['NewsArticle'],
  identifier: ['NewsArticle'],
  inLanguage: ['Quotation', 'Claim', 'NewsArticle', 'DigitalDocument'],
  isPartOf: ['Quotation'],
  mainEntity: ['CollectionPage', 'ProfilePage'],
  name: [
    'Person',
    'Organization',
    'NewsMediaOrganization',
    'Occupation',
    'CollectionPage',
    'ProfilePage',
    'DigitalDocument',
  ],
  publisher: ['NewsArticle'],
  sameAs: ['Person', 'Organization'],
  sdDatePublished: ['Quotation', 'Claim'],
  spokenByCharacter: ['Quotation'],
  startDate: ['Role'],
  subjectOf: ['Quotation', 'Claim'],
  temporal: ['Quotation', 'Claim'],
  text: ['Quotation', 'Claim'],
  url: [
    'Quotation',
    'Claim',
    'NewsArticle',
    'Person',
    'Organization',
    'NewsMediaOrganization',
    'CollectionPage',
    'ProfilePage',
    'DigitalDocument',
  ],
}

const VOCABULARY = 'https://schema.org/'
const CONTEXT = {
  '@vocab': VOCABULARY,
  url: { '@type': '@id' },
  sameAs: { '@type': '@id' },
}

type Node = Readonly<Record<string, unknown>>

/** Properties of a node that its type does not have; of all nodes within it too. */
function faultsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(faultsOf)
  if (typeof value !== 'object' || value === null || '@value' in value) return []
  const node = value as Node
  const types = (node['@type'] as readonly string[] | undefined)?.map((type) => type.replace(VOCABULARY, '')) ?? []
  return Object.entries(node).flatMap(([key, inner]) => {
    if (key.startsWith('@')) return []
    const allowed = PROPERTIES[key.replace(VOCABULARY, '')] ?? []
    // A node without a type is any thing, which has a name.
    const isKnown = types.length === 0 ? key === `${VOCABULARY}name` : types.some((type) => allowed.includes(type))
    return [...(isKnown ? [] : [`${types.join(' ')} has no ${key}`]), ...faultsOf(inner)]
  })
}

/**
 * Reads JSON-LD by an independent parser, which refuses whatever it would have to drop.
 *
 * @returns the expanded nodes, and a line for each property that schema.org does not have on that type
 */
export async function expandedJsonLd(
  document: object,
): Promise<{ readonly nodes: readonly object[]; readonly faults: readonly string[] }> {
  const nodes = await jsonld.expand(document, {
    safe: true,
    documentLoader: async (url) => {
      if (url !== 'https://schema.org') throw new Error(`it asks for ${url}`)
      return { documentUrl: url, document: { '@context': CONTEXT } }
    },
  })
  return { nodes, faults: faultsOf(nodes) }
}
