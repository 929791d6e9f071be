import { cleanLine } from '../text/clean-text.ts'
import { elementsOf, type PageElement } from './page-tree.ts'

/** What a block is on the page. */
export type BlockKind = 'paragraph' | 'heading' | 'item' | 'quote' | 'row' | 'caption'

/** One run of text that the page sets apart from its neighbours, in the order of the page. */
export type Block = {
  /** Cleaned; lines that `<br>` broke are separated by `\n`. Never empty. */
  readonly text: string
  readonly kind: BlockKind
  /** How many UTF-16 code units of `text` stand inside links; of a line broken into paragraphs, each one's share. */
  readonly linked: number
  /** The innermost block element around it. */
  readonly element: PageElement
}

/** Elements that begin and end a line of their own. What is not named here runs on in its line. */
const BLOCK_NAMES = new Set(
  'address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

/** Class names of words within a line that only a screen reader reads, or that are shown on demand. */
const UNSEEN =
  /(?:^|\s)(?:sr-only|screen-reader-text|screenreader|visually-?hidden|a11y-hidden|assistive-text|tooltip-?text|tooltip-content)(?:\s|$)/i

/** Words within a line that people do not see: "opens in a new window" behind a link. */
function isUnseen({ attributes }: PageElement): boolean {
  return attributes['hidden'] !== undefined || UNSEEN.test(attributes['class'] ?? '')
}

type Place = {
  readonly kind: BlockKind
  readonly element: PageElement
  readonly inLink: boolean
  readonly preformatted: boolean
}

/** The innermost kind wins, except that what stands in a quotation is the quotation's. */
function kindOf(name: string, around: BlockKind): BlockKind {
  if (around === 'quote' || name === 'blockquote') return 'quote'
  if (/^h[1-6]$/.test(name)) return 'heading'
  if (name === 'li' || name === 'dt' || name === 'dd') return 'item'
  if (name === 'tr') return 'row'
  if (name === 'figcaption' || name === 'caption') return 'caption'
  return around
}

/** A cell whose text runs on in the line of its row. */
function isInlineCell(element: PageElement, kind: BlockKind): boolean {
  if (kind !== 'row' || (element.name !== 'td' && element.name !== 'th')) return false
  return elementsOf(element)
    .drop(1)
    .every(({ name }) => !BLOCK_NAMES.has(name) && name !== 'br')
}

/** The line being collected while the tree is walked, and the blocks that are done. */
class Collector {
  readonly blocks: Block[] = []
  private parts: string[] = []
  private linked = 0

  add(text: string, inLink: boolean): void {
    this.parts.push(text)
    if (inLink) this.linked += cleanLine(text).length
  }

  /** Ends the line that was collected in `place`. An empty line made by `<br>`s ends a paragraph, too. */
  flush({ kind, element }: Place): void {
    const lines = this.parts.join('').split('\n').map(cleanLine).join('\n')
    const paragraphs = lines.split(/\n{2,}/).map((paragraph) => paragraph.replace(/^\n|\n$/g, ''))
    const length = paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0)
    const share = length === 0 ? 0 : Math.min(1, this.linked / length)
    for (const text of paragraphs)
      if (text !== '') this.blocks.push({ text, kind, linked: Math.round(text.length * share), element })
    this.parts = []
    this.linked = 0
  }
}

function walkElement(element: PageElement, place: Place, into: Collector): void {
  const { name } = element
  if (name === 'br') into.add('\n', false)
  else if (isInlineCell(element, place.kind)) {
    walkChildren(element, place, into)
    into.add(' ', false)
  } else if (BLOCK_NAMES.has(name)) {
    into.flush(place)
    const inner = {
      ...place,
      kind: kindOf(name, place.kind),
      element,
      preformatted: place.preformatted || name === 'pre',
    }
    walkChildren(element, inner, into)
    into.flush(inner)
  } else if (!isUnseen(element)) walkChildren(element, { ...place, inLink: place.inLink || name === 'a' }, into)
}

function walkChildren(element: PageElement, place: Place, into: Collector): void {
  for (const child of element.children)
    if (typeof child !== 'string') walkElement(child, place, into)
    // White space in markup is one space; only `<br>` and preformatted text break a line.
    else into.add(place.preformatted ? child : child.replace(/\s+/g, ' '), place.inLink)
}

/**
 * The blocks of everything below `root`, in the order of the page.
 *
 * Recursion goes as deep as the elements are nested, which `MAX_DEPTH` bounds.
 */
export function blocksOf(root: PageElement): readonly Block[] {
  const collector = new Collector()
  const place: Place = { kind: 'paragraph', element: root, inLink: false, preformatted: false }
  walkChildren(root, place, collector)
  collector.flush(place)
  return collector.blocks
}
