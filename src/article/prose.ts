import type { Block } from './blocks.ts'
import { ancestorsOf, type PageElement } from './page-tree.ts'

/** A block that weighs less is no running text by itself. */
const PROSE_WEIGHT = 60

/** From this share of linked characters on, a block leads elsewhere rather than says something. */
const MOSTLY_LINKED = 0.5

/** Han, kana and hangul: a character says about as much as three Latin letters. */
const WIDE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/g

/** How much a text says: its UTF-16 code units, wide characters counted three times. */
export function weightOf(text: string): number {
  return text.length + 2 * (text.match(WIDE)?.length ?? 0)
}

/** Whether a block leads elsewhere rather than says something. */
export function isMostlyLinked(block: Block): boolean {
  return block.linked / block.text.length >= MOSTLY_LINKED
}

/** Running text has them; menus, tags and names in a row do not. Thai and Lao have none, but no long words either. */
const SENTENCE_SIGN = /[.!?…:;。！？；：，、؟،؛۔।։።။།។“”"«»「」]|[\p{Script=Thai}\p{Script=Lao}]{20}/u

/** Running text: long enough, with the signs of a sentence, not mostly links, neither a heading nor a caption. */
export function isProse(block: Block): boolean {
  if (block.kind === 'heading' || block.kind === 'caption' || !SENTENCE_SIGN.test(block.text)) return false
  return weightOf(block.text) >= PROSE_WEIGHT && !isMostlyLinked(block)
}

/** How the prose of a page is spread over its elements. */
export class ProseMap {
  /** The largest share of the prose in one `<article>`, 0 where there is none. */
  readonly largestArticle: number
  private readonly total: number
  private readonly within = new Map<PageElement, number>()

  /** @param prose the blocks whose spread it is */
  constructor(prose: readonly Block[]) {
    let total = 0
    for (const block of prose) {
      const weight = weightOf(block.text)
      total += weight
      for (const element of ancestorsOf(block.element))
        this.within.set(element, (this.within.get(element) ?? 0) + weight)
    }
    this.total = total
    this.largestArticle = this.within
      .keys()
      .filter(({ name }) => name === 'article')
      .reduce((largest, article) => Math.max(largest, this.share(article)), 0)
  }

  /** The share of all prose that stands in `element`, from 0 to 1. */
  share(element: PageElement): number {
    return this.total === 0 ? 0 : (this.within.get(element) ?? 0) / this.total
  }
}
