import type { Block } from './blocks.ts'
import { isAppeal, isBoilerplate, isCaption, leadsAway } from './boilerplate.ts'
import { isMarkedAside } from './container-marks.ts'
import { isSignature } from './end-byline.ts'
import { isDatedLine, readHeadLine } from './head-line.ts'
import { withoutHouseEnd } from './house-end.ts'
import { ancestorsOf, type PageElement } from './page-tree.ts'
import { isMostlyLinked, isProse, ProseMap, weightOf } from './prose.ts'
import { teaserArticles } from './teasers.ts'
import { squeezed } from './title-parts.ts'

/** A box marked as standing beside the article that holds more than this share of its prose is the article's own. */
const ASIDE_SHARE = 0.4

/** An `<article>` with less than this share of the prose is a teaser of another one, if there is a bigger one. */
const TEASER_SHARE = 0.3

/** A box that begins with an invitation and holds less than this share of the prose is one as a whole. */
const APPEAL_SHARE = 0.55

/** The innermost element that holds this share of the prose is the article's column. */
const COLUMN_SHARE = 0.85

/** Elements marked as the article's body are believed when they hold this share of the prose. */
const BODY_SHARE = 0.7

/** What the page calls its article is taken instead of what Readability kept when it has this many times the prose. */
const RIVAL = 2

/** With more than this share of its paragraphs outside `<p>` and the like, a page does not use them. */
const BARE_SHARE = 0.2

/** What is known of the page besides its blocks. */
export type Evidence = {
  /** Texts of the blocks that Readability kept. */
  readonly readable: ReadonlySet<string>
  /** What the page calls its article: blocks that only repeat it are left out. */
  readonly headlines: readonly string[]
}

/** Boxes that begin with an invitation or a label and hold little more than it: "Subscribe to continue reading". */
function appealBoxes(all: readonly Block[], prose: ProseMap): readonly PageElement[] {
  const begun = new Set<PageElement>()
  const boxes: PageElement[] = []
  for (const { element, text } of all) {
    const box = element.parent
    if (box !== null && !begun.has(box) && isAppeal(text) && prose.share(box) < APPEAL_SHARE) boxes.push(box)
    for (const around of ancestorsOf(element)) {
      // What is around a box that has begun has begun, too.
      if (begun.has(around)) break
      begun.add(around)
    }
  }
  return boxes
}

/** Whether an element, or one around it, stands beside the article. Remembers what it was asked. */
function asideTest(prose: ProseMap, boxes: ReadonlySet<PageElement>): (element: PageElement) => boolean {
  const known = new Map<PageElement, boolean>()
  const isAside = (element: PageElement): boolean => {
    const share = prose.share(element)
    if (boxes.has(element)) return true
    if (element.name === 'article' && share < TEASER_SHARE && prose.largestArticle > ASIDE_SHARE) return true
    return share < ASIDE_SHARE && isMarkedAside(element)
  }
  const test = (element: PageElement): boolean => {
    const before = known.get(element)
    if (before !== undefined) return before
    const answer = isAside(element) || (element.parent !== null && test(element.parent))
    known.set(element, answer)
    return answer
  }
  return test
}

/** The innermost element around paragraphs that holds `COLUMN_SHARE` of the prose, null where there is no prose. */
function columnOf(blocks: readonly Block[], prose: ProseMap): PageElement | null {
  let column: PageElement | null = null
  let deepest = -1
  for (const { element } of blocks) {
    const path = [...ancestorsOf(element)]
    const at = path.findIndex((around) => prose.share(around) >= COLUMN_SHARE)
    if (at < 0 || path.length - at <= deepest) continue
    deepest = path.length - at
    column = path[at] ?? null
  }
  // One paragraph may hold nearly all of it: the others stand beside it.
  return blocks.filter(({ element }) => element === column).length === 1 ? (column?.parent ?? column) : column
}

/** Elements that the page marks as the article's body, together with `BODY_SHARE` of the prose; else none. */
function markedBodies(blocks: readonly Block[], prose: ProseMap): ReadonlySet<PageElement> {
  const bodies = new Set<PageElement>()
  for (const { element } of blocks) {
    const body = ancestorsOf(element).find(({ attributes }) => /\barticleBody\b/i.test(attributes['itemprop'] ?? ''))
    if (body !== undefined) bodies.add(body)
  }
  const share = [...bodies].reduce((sum, body) => sum + prose.share(body), 0)
  return share >= BODY_SHARE ? bodies : new Set()
}

function isWithin(element: PageElement, around: ReadonlySet<PageElement>): boolean {
  return ancestorsOf(element).some((ancestor) => around.has(ancestor))
}

/** Ends as a sentence does, also within quotation marks or brackets. Thai and Lao set nothing there. */
const SENTENCE_END = /(?:[.!?…。！？؟۔।॥]|\p{Script=Thai}{8}|\p{Script=Lao}{8})[\s"'”’»」』)\]）]*$/u

/** A paragraph that is no running text by its length and a sentence by its end: “No,” she said. */
function isShortParagraph(block: Block): boolean {
  return block.kind === 'paragraph' && !isMostlyLinked(block) && SENTENCE_END.test(block.text)
}

/** Whether an element stands in one that also holds running text in an element of the same name. */
function siblingTest(prose: readonly Block[]): (element: PageElement) => boolean {
  const names = new Map<PageElement | null, Set<string>>()
  for (const { element } of prose) names.set(element.parent, (names.get(element.parent) ?? new Set()).add(element.name))
  return ({ parent, name }) => names.get(parent)?.has(name) ?? false
}

function weightOfAll(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + weightOf(text), 0)
}

/** Elements that the page itself calls the article, with the blocks in them that are not marked as beside it. */
function namedArticles(all: readonly Block[]): ReadonlyMap<PageElement, readonly Block[]> {
  const found = new Map<PageElement, Block[]>()
  for (const block of all) {
    if (ancestorsOf(block.element).some(isMarkedAside)) continue
    for (const element of ancestorsOf(block.element)) {
      if (element.name !== 'article' && !/\barticleBody\b/i.test(element.attributes['itemprop'] ?? '')) continue
      const blocks = found.get(element)
      if (blocks === undefined) found.set(element, [block])
      else blocks.push(block)
    }
  }
  return found
}

/** What Readability kept; or, where it missed the article, what stands in the element that the page calls so. */
function keptBlocks(all: readonly Block[], readable: ReadonlySet<string>): readonly Block[] {
  const kept = all.filter(({ text }) => readable.has(text))
  const weight = weightOfAll(kept.filter(isProse))
  const rivals = [...namedArticles(all).values()].map((blocks) => ({
    blocks,
    weight: weightOfAll(blocks.filter(isProse)),
  }))
  const rival = rivals.sort((a, b) => b.weight - a.weight)[0]
  return rival !== undefined && rival.weight > weight * RIVAL ? rival.blocks : kept
}

/** Drops what leads away together with the links below it, and headings that nothing follows. */
function withoutLeads(blocks: readonly Block[]): readonly Block[] {
  const kept: Block[] = []
  let leading = false
  for (const block of blocks) {
    const isLead = leadsAway(block.text) && !isProse(block)
    leading = isLead || (leading && !isProse(block) && (isMostlyLinked(block) || block.kind === 'item'))
    if (!leading) kept.push(block)
  }
  while (kept.at(-1)?.kind === 'heading') kept.pop()
  return kept
}

/**
 * Drops what stands before the first running text and is a date, a byline, a menu or the headline again, line by line.
 */
function withoutHeadLines(blocks: readonly Block[], names: ReadonlySet<string>): readonly Block[] {
  const first = blocks.findIndex(isProse)
  const isHead = (line: string) => readHeadLine(line) !== null || isDatedLine(line) || names.has(squeezed(line))
  return blocks.flatMap((block, at) => {
    if (at > first) return [block]
    const lines = block.text.split('\n')
    const from = lines.findIndex((line) => !isHead(line))
    if (from < 0) return []
    const rest = from === 0 ? block : { ...block, text: lines.slice(from).join('\n') }
    return isMostlyLinked(rest) ? [] : [rest]
  })
}

/** Elements of running text. What stands in none of them, below text that does, was not written with it. */
const TEXT_NAMES = new Set('p li dd dt blockquote pre td h1 h2 h3 h4 h5 h6'.split(' '))

/** Drops bare text at the end, an imprint or a label, where nearly all running text stands in elements of text. */
function withoutBareEnd(blocks: readonly Block[]): readonly Block[] {
  const isBare = ({ element }: Block) => !ancestorsOf(element).some(({ name }) => TEXT_NAMES.has(name))
  const prose = blocks.filter(isProse)
  if (prose.filter(isBare).length > prose.length * BARE_SHARE) return blocks
  return blocks.slice(0, blocks.findLastIndex((block) => !isBare(block)) + 1)
}

/** Drops who wrote it from the end: the metadata has it. */
function withoutEndByline(blocks: readonly Block[]): readonly Block[] {
  const last = blocks.findLastIndex(({ text }) => !isSignature(text))
  return blocks.slice(0, last + 1)
}

/**
 * Chooses the article's blocks among all of the page: those that Readability kept, without what stands beside the
 * article, and with the running text and headings between them that it lost.
 *
 * @param all every block of the page, in order
 * @returns in order; none where there is no article
 */
export function selectBlocks(all: readonly Block[], { readable, headlines }: Evidence): readonly Block[] {
  const kept = new Set(keptBlocks(all, readable))
  const keptProse = [...kept].filter(isProse)
  const prose = new ProseMap(keptProse)
  const column = columnOf(keptProse, prose)
  if (column === null) return []
  const names = new Set(headlines.map(squeezed))
  const isAside = asideTest(prose, new Set([...teaserArticles(all, names), ...appealBoxes(all, prose)]))
  const bodies = markedBodies(keptProse, prose)
  const [firstProse, lastProse] = [keptProse[0], keptProse.at(-1)]
  const first = firstProse === undefined ? -1 : all.indexOf(firstProse)
  const last = lastProse === undefined ? -1 : all.lastIndexOf(lastProse)
  const parents = new Set(keptProse.map(({ element }) => element.parent))
  const isSibling = siblingTest(keptProse)

  const belongs = (block: Block, at: number): boolean => {
    if (block.kind === 'caption' || isAside(block.element) || isBoilerplate(block.text)) return false
    if (isCaption(block.text)) return false
    if (at < first && names.has(squeezed(block.text))) return false
    if (bodies.size > 0 && !isWithin(block.element, bodies)) return false
    const inColumn = isWithin(block.element, new Set([column]))
    if (kept.has(block)) return inColumn || isProse(block)
    const isNear = (at > first && at < last) || parents.has(block.element.parent)
    const isBeside = isShortParagraph(block) && isSibling(block.element)
    return inColumn && isNear && (isProse(block) || block.kind === 'heading' || isBeside)
  }
  const body = withoutHeadLines(withoutLeads(all.filter(belongs)), names)
  return withoutEndByline(withoutHouseEnd(withoutBareEnd(body)))
}
