import type { Block } from './blocks.ts'
import { ancestorsOf, elementsOf, type PageElement } from './page-tree.ts'
import { isMostlyLinked, isProse, weightOf } from './prose.ts'
import { squeezed } from './title-parts.ts'

/** A linked line that weighs less is a button or a name, no headline of another article. */
const MIN_HEADLINE_WEIGHT = 20

/** So many headlines that lead to other articles make an index, if little else is on the page. */
const INDEX_TEASERS = 4

/** And so many where the page says that it is an article: some front pages say so, too. */
const INDEX_TEASERS_UNSAID = 8

/** More running text under one headline than this many blocks is an article, not its summary. */
const MAX_SUMMARY = 2

/** A longer text below a headline is more than a summary. */
const MAX_SUMMARY_WEIGHT = 600

/** The first address that an element holds or stands in, null where it leads nowhere else: "#", "" and parts of this page. */
function addressIn(element: PageElement): string | null {
  const around = ancestorsOf(element).find(({ name }) => name === 'a')
  const link = around ?? elementsOf(element).find(({ name, attributes }) => name === 'a' && attributes['href'])
  const href = link?.attributes['href']?.trim() ?? ''
  return href === '' || href.startsWith('#') || /^(?:javascript|mailto|tel):/i.test(href) ? null : href
}

/**
 * Tells where a block leads that is the headline of another article: linked as a whole, and none of the names of the
 * page's own. Remembers each element, since thousands of lines may stand in one.
 *
 * @param names what the page calls its own article, squeezed
 * @returns for each block an address, or null
 */
function teaserTargets(names: ReadonlySet<string>): (block: Block) => string | null {
  const known = new Map<PageElement, string | null>()
  return (block) => {
    if (weightOf(block.text) < MIN_HEADLINE_WEIGHT || names.has(squeezed(block.text))) return null
    if (!isMostlyLinked(block) && !ancestorsOf(block.element).some(({ name }) => name === 'a')) return null
    const { element } = block
    if (!known.has(element)) known.set(element, addressIn(element))
    return known.get(element) ?? null
  }
}

/** Whether an address stands on the same site as the page: a list of things to buy leads to other ones. */
function isWithinSite(target: string, url: string | null): boolean {
  if (!/^(?:https?:)?\/\//i.test(target)) return true
  return url !== null && URL.parse(target, url)?.hostname === new URL(url).hostname
}

/**
 * Elements that the page calls articles and that only introduce other ones: their first heading leads away. None where
 * every article of the page does, since then the page has no other.
 *
 * @param all   every block of the page, in order
 * @param names what the page calls its own article, squeezed
 */
export function teaserArticles(all: readonly Block[], names: ReadonlySet<string>): ReadonlySet<PageElement> {
  const first = new Map<PageElement, Block>()
  const withProse = new Set<PageElement>()
  for (const block of all) {
    const article = ancestorsOf(block.element).find(({ name }) => name === 'article')
    if (article === undefined) continue
    if (isProse(block)) withProse.add(article)
    if (block.kind === 'heading' && !first.has(article)) first.set(article, block)
  }
  const targetOf = teaserTargets(names)
  const teasers = [...first].filter(([, heading]) => targetOf(heading) !== null).map(([article]) => article)
  const found = new Set(teasers)
  return withProse.isSubsetOf(found) ? new Set() : found
}

/** What a page is besides its blocks. */
export type IndexPage = {
  /** Its own address, or null. */
  readonly url: string | null
  /** What it calls its own article, squeezed. */
  readonly names: ReadonlySet<string>
  /** Whether it says of itself that it is an article. */
  readonly saysArticle: boolean
}

/**
 * Whether blocks are a list of other articles, a front page or an index: headlines that lead to different places, each
 * with a summary or nothing, and no longer text anywhere.
 *
 * @param blocks what was chosen, with the headings and linked lines between, in order
 * @param page   what it is besides its blocks
 */
export function isIndex(blocks: readonly Block[], { url, names, saysArticle }: IndexPage): boolean {
  const targetOf = teaserTargets(names)
  const targets = new Set<string>()
  let run = 0
  let longest = 0
  for (const block of blocks) {
    const target = targetOf(block)
    if (target !== null && isWithinSite(target, url)) targets.add(target)
    if (target !== null) run = 0
    else if (isProse(block)) {
      run += weightOf(block.text) > MAX_SUMMARY_WEIGHT ? MAX_SUMMARY + 1 : 1
      longest = Math.max(longest, run)
    }
  }
  return targets.size >= (saysArticle ? INDEX_TEASERS_UNSAID : INDEX_TEASERS) && longest <= MAX_SUMMARY
}
