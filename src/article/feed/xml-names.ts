/** Vocabularies that feeds borrow from, by their address, and how they are called here. */
const VOCABULARIES: readonly (readonly [address: RegExp, name: string])[] = [
  [/purl\.org\/dc\//i, 'dc'],
  [/purl\.org\/rss\/1\.0\/modules\/content/i, 'content'],
  [/purl\.org\/rss\/1\.0\/modules\/syndication/i, 'sy'],
  [/www\.w3\.org\/2005\/atom|purl\.org\/atom/i, ''],
  [/purl\.org\/rss\/1\.0\/?$|my\.netscape\.com\/rdf|backend\.userland\.com\/rss/i, ''],
  [/rssnamespace\.org\/feedburner|feedburner\.com/i, 'feedburner'],
  [/search\.yahoo\.com\/mrss/i, 'media'],
  [/itunes\.com\/dtds/i, 'itunes'],
]

/** What prefixes mean where nobody declared them: feeds forget to. */
const CUSTOMARY: Readonly<Record<string, string>> = { atom: '', rss: '', atom10: '', a10: '' }

/** Gives elements one name each, whatever prefix a feed writes them with. */
export class XmlNames {
  readonly #declared = new Map<string, string>()

  /** Takes note of the prefixes that a tag declares. */
  declare(attributes: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(attributes)) {
      if (!name.startsWith('xmlns:')) continue
      const known = VOCABULARIES.find(([address]) => address.test(value))
      if (known !== undefined) this.#declared.set(name.slice('xmlns:'.length), known[1])
    }
  }

  /** @returns lower case: `title` for RSS's and Atom's own whatever their prefix, `dc:date` for Dublin Core's */
  nameOf(tag: string): string {
    const colon = tag.indexOf(':')
    if (colon < 0) return tag.toLowerCase()
    const prefix = tag.slice(0, colon)
    const local = tag.slice(colon + 1).toLowerCase()
    const vocabulary = this.#declared.get(prefix) ?? CUSTOMARY[prefix.toLowerCase()] ?? prefix.toLowerCase()
    return vocabulary === '' ? local : `${vocabulary}:${local}`
  }
}
