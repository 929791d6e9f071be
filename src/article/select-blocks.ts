import type { Block } from './blocks.ts'
import { isBoilerplate, leadsAway } from './boilerplate.ts'
import { isMarkedAside } from './container-marks.ts'
import { isCreditedCaption, isHeadLine } from './head-line.ts'
import { ancestorsOf, type PageElement } from './page-tree.ts'

/** A block with fewer code units is no running text by itself; a Han or kana character counts as three. */
const PROSE_LENGTH = 60

/** From this share of linked characters on, a block leads elsewhere rather than says something. */
const MOSTLY_LINKED = 0.5

/** A box marked as standing beside the article that holds more than this share of its prose is the article's own. */
const ASIDE_SHARE = 0.4

/** The innermost element that holds this share of the prose is the article's column. */
const COLUMN_SHARE = 0.85

const WIDE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/g

function weightOf(text: string): number {
  return text.length + 2 * (text.match(WIDE)?.length ?? 0)
}

function isMostlyLinked(block: Block): boolean {
  return block.linked / block.text.length >= MOSTLY_LINKED
}

/** Running text: long enough, not mostly links, neither a heading nor a caption. */
function isProse(block: Block): boolean {
  if (block.kind === 'heading' || block.kind === 'caption') return false
  return weightOf(block.text) >= PROSE_LENGTH && !isMostlyLinked(block)
}

/** How much prose stands in every element. */
class ProseMap {
  private total = 0
  private readonly within = new Map<PageElement, number>()

  constructor(blocks: readonly Block[]) {
    for (const block of blocks) {
      const weight = weightOf(block.text)
      this.total += weight
      for (const element of ancestorsOf(block.element))
        this.within.set(element, (this.within.get(element) ?? 0) + weight)
    }
  }

  share(element: PageElement): number {
    return this.total === 0 ? 0 : (this.within.get(element) ?? 0) / this.total
  }
}

function isBeside(block: Block, prose: ProseMap): boolean {
  return ancestorsOf(block.element).some((element) => isMarkedAside(element) && prose.share(element) < ASIDE_SHARE)
}

/** @returns the innermost element that holds `COLUMN_SHARE` of the prose, null where there is no prose */
function columnOf(blocks: readonly Block[], prose: ProseMap): PageElement | null {
  const paths = blocks.map((block) => [...ancestorsOf(block.element)])
  const columns = paths.flatMap((path) => {
    const at = path.findIndex((element) => prose.share(element) >= COLUMN_SHARE)
    return at < 0 ? [] : [path.slice(at)]
  })
  return columns.sort((a, b) => b.length - a.length)[0]?.[0] ?? null
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Drops headings that nothing follows, and what leads away with the links below it. */
function trimmed(blocks: readonly Block[]): readonly Block[] {
  const kept: Block[] = []
  let away = false
  for (const block of blocks) {
    if (leadsAway(block.text) && !isProse(block)) {
      away = true
      continue
    }
    if (away && !isProse(block) && (isMostlyLinked(block) || block.kind === 'item')) continue
    away = false
    kept.push(block)
  }
  while (kept.at(-1)?.kind === 'heading') kept.pop()
  return kept
}

/**
 * Chooses the article's blocks among all of the page.
 *
 * @param all      every block of the page, in order
 * @param readable texts of the blocks that Readability kept
 * @param headlines what the page calls itself
 */
export function selectBlocks(
  all: readonly Block[],
  readable: ReadonlySet<string>,
  headlines: readonly string[],
): readonly Block[] {
  const kept = all.filter((block) => readable.has(block.text))
  const prose = new ProseMap(kept.filter(isProse))
  const column = columnOf(kept, prose)
  const titles = new Set(headlines.map(folded))
  const isTitle = (line: string) => titles.has(folded(line))
  const isHead = ({ text }: Block) => text.split('\n').every((line) => isTitle(line) || isHeadLine(line))
  const isLeftOut = (block: Block) =>
    block.kind === 'caption' ||
    isBeside(block, prose) ||
    isTitle(block.text) ||
    isBoilerplate(block.text) ||
    isCreditedCaption(block.text)
  const isBody = (block: Block) => readable.has(block.text) && isProse(block) && !isLeftOut(block) && !isHead(block)
  const first = all.findIndex(isBody)
  const last = all.findLastIndex(isBody)
  const title = all.slice(0, Math.max(0, first)).findLastIndex(({ text }) => text.split('\n').some(isTitle))
  const parents = new Set(kept.filter(isProse).map(({ element }) => element.parent))
  return trimmed(
    all.filter((block, at) => {
      if (isLeftOut(block)) return false
      if (at < first && (isHead(block) || (at < title && !isProse(block)))) return false
      const inColumn = column !== null && ancestorsOf(block.element).some((element) => element === column)
      if (readable.has(block.text)) return inColumn || isProse(block)
      const between = at > first && at < last
      return inColumn && (between || parents.has(block.element.parent)) && (isProse(block) || block.kind === 'heading')
    }),
  )
}
