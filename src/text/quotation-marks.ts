import { paragraphsOf } from './paragraphs.ts'
import type { Span } from './span.ts'

/** A family of marks: those that can open and close one another. Titles in 《》 and 〈〉 are no quotations. */
export type QuotationMarks = 'double' | 'single' | 'angle' | 'single angle' | 'corner' | 'white corner'

/** Words between quotation marks. */
export type Quotation = {
  /** With their marks, one span a paragraph; more than one where the quotation runs over paragraphs. */
  readonly spans: readonly [Span, ...Span[]]
  readonly marks: QuotationMarks
  /** How many quotations it stands in; 0 for the outermost. */
  readonly depth: number
}

/** `usual` is what a mark does in most texts; the rules below know where it does the other thing. */
type Mark = { readonly marks: QuotationMarks; readonly usual: 'open' | 'close' | 'either' }

const MARKS: ReadonlyMap<string, Mark> = new Map([
  ['“', { marks: 'double', usual: 'open' }],
  ['„', { marks: 'double', usual: 'open' }],
  ['‟', { marks: 'double', usual: 'open' }],
  ['〝', { marks: 'double', usual: 'open' }],
  ['``', { marks: 'double', usual: 'open' }],
  ['”', { marks: 'double', usual: 'close' }],
  ['〞', { marks: 'double', usual: 'close' }],
  ['〟', { marks: 'double', usual: 'close' }],
  ['"', { marks: 'double', usual: 'either' }],
  ['＂', { marks: 'double', usual: 'either' }],
  ["''", { marks: 'double', usual: 'either' }],
  ['‘', { marks: 'single', usual: 'open' }],
  ['‚', { marks: 'single', usual: 'open' }],
  ['‛', { marks: 'single', usual: 'open' }],
  ['’', { marks: 'single', usual: 'close' }],
  ["'", { marks: 'single', usual: 'either' }],
  ['«', { marks: 'angle', usual: 'open' }],
  ['»', { marks: 'angle', usual: 'close' }],
  ['‹', { marks: 'single angle', usual: 'open' }],
  ['›', { marks: 'single angle', usual: 'close' }],
  ['「', { marks: 'corner', usual: 'open' }],
  ['﹁', { marks: 'corner', usual: 'open' }],
  ['｢', { marks: 'corner', usual: 'open' }],
  ['」', { marks: 'corner', usual: 'close' }],
  ['﹂', { marks: 'corner', usual: 'close' }],
  ['｣', { marks: 'corner', usual: 'close' }],
  ['『', { marks: 'white corner', usual: 'open' }],
  ['﹃', { marks: 'white corner', usual: 'open' }],
  ['』', { marks: 'white corner', usual: 'close' }],
  ['﹄', { marks: 'white corner', usual: 'close' }],
])

const ANY_MARK = /''|``|[“”„‟〝〞〟"＂‘’‚‛'«»‹›「」﹁﹂｢｣『』﹃﹄]/g

/** Deeper than any real text; a text of nothing but opening marks stays linear in time. */
const MAX_OPEN = 8

type Open = {
  readonly marks: QuotationMarks
  readonly opener: string
  /** Its parts in earlier paragraphs; grows in place, as a copy a paragraph would cost the square of their number. */
  readonly done: Span[]
  readonly start: number
  /** Whether another of its family opened and closed inside: an unclosed one like that is a slip, it does not run on. */
  holdsOwnKind: boolean
}

type Place = { readonly text: string; readonly mark: string; readonly at: number; readonly paragraph: Span }

const LETTER = /[\p{L}\p{M}\p{N}]/u
/** Letters of scripts that put no space between words: a mark beside them may do either. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Myanmar}]/u
const OPENING_BEFORE = /[\s([{¿¡—–‒―/\-=:“„‘‚«‹「『（【《〈，。：；、！？]/u
/** What shortens a word at its front: ’90s, ’em, ’tis. */
const ELISION = /^(?:\d\ds?|em|tis|twas|til|till|cause|bout|round|n|cos|s)(?![\p{L}\p{N}])/iu
const FEET_AND_INCHES = /\d\s?['’′]\s?\d{1,2}(?:[.½¼¾]\d?)?$/

/** The code point that ends at `at` in `text`, or ''. */
function before({ text, at, paragraph }: Place): string {
  if (at <= paragraph[0]) return ''
  const unit = text.charCodeAt(at - 1)
  return unit >= 0xdc00 && unit <= 0xdfff ? text.slice(at - 2, at) : text.charAt(at - 1)
}

/** The code point after the mark, or ''. */
function after({ text, mark, at, paragraph }: Place): string {
  const next = at + mark.length
  return next < paragraph[1] ? String.fromCodePoint(text.codePointAt(next) ?? 0) : ''
}

/** Whether a mark stands where one opens: something follows it, and no word runs into it. */
function opensHere(place: Place): boolean {
  const [left, right] = [before(place), after(place)]
  if (right === '' || /\s/.test(right)) return false
  return left === '' || OPENING_BEFORE.test(left) || UNSPACED.test(left)
}

function insideWord(place: Place): boolean {
  const [left, right] = [before(place), after(place)]
  return LETTER.test(left) && LETTER.test(right) && !UNSPACED.test(left) && !UNSPACED.test(right)
}

/** Finds, ahead of an s’ that may close or may be a plural's, a mark that surely closes. Amortised linear. */
class SureClose {
  readonly #text: string
  #next = -1
  #sure = false

  constructor(text: string) {
    this.#text = text
  }

  /** Whether a single mark after `at` surely closes, before another opens and before `end`. */
  isAhead(at: number, end: number): boolean {
    if (this.#next <= at) {
      const search = /[.,!?…]['’](?![\p{L}\p{N}])|‘|\s'(?=\p{L})/gu
      search.lastIndex = at + 1
      const found = search.exec(this.#text)
      this.#next = found === null ? Number.POSITIVE_INFINITY : found.index + 1
      this.#sure = found !== null && /^[.,!?…]/.test(found[0])
    }
    return this.#sure && this.#next < end
  }
}

function isApostrophe(place: Place, sureClose: SureClose, isOpen: boolean): boolean {
  if (insideWord(place)) return true
  const rest = place.text.slice(place.at + 1, place.at + 8)
  if (ELISION.test(rest) && !LETTER.test(before(place))) return true
  if (!isOpen || place.mark === '‘') return false
  const plural = /s/i.test(before(place)) && /^\s\p{Ll}/u.test(rest)
  return plural && sureClose.isAhead(place.at, place.paragraph[1])
}

function roleOfSingle(place: Place, top: Open | undefined, sureClose: SureClose): 'open' | 'close' | null {
  const isOpen = top?.marks === 'single'
  if (isOpen && top.opener === '‚' && place.mark === '‘') return 'close'
  if (place.mark === '‚') return opensHere(place) ? 'open' : null
  if (isApostrophe(place, sureClose, isOpen)) return null
  if (isOpen && place.mark !== '‘' && /\S/.test(before(place))) return 'close'
  return place.mark !== '’' && opensHere(place) ? 'open' : null
}

/** What a mark does at its place, given the innermost open quotation of its family; null where it is no quotation mark. */
function roleOf(place: Place, mark: Mark, open: Open | undefined): 'open' | 'close' | null {
  const isInches =
    (place.mark === '"' || place.mark === '”') &&
    FEET_AND_INCHES.test(place.text.slice(Math.max(place.paragraph[0], place.at - 10), place.at))
  if (isInches) return null
  const clearlyOpens = opensHere(place) && !UNSPACED.test(before(place))
  if (mark.usual === 'either') {
    if (open !== undefined) return clearlyOpens && !/[-—–:/]/.test(before(place)) ? 'open' : 'close'
    return opensHere(place) ? 'open' : null
  }
  if (mark.usual === 'open') {
    const closesForeign = (open?.opener === '„' && place.mark === '“') || open?.opener === '»' || open?.opener === '›'
    return closesForeign && !clearlyOpens ? 'close' : 'open'
  }
  if (open !== undefined) return 'close'
  return clearlyOpens && LETTER.test(after(place)) ? 'open' : null
}

type Found = { readonly spans: readonly [Span, ...Span[]]; readonly marks: QuotationMarks }

/** Walks the marks of one text, paragraph by paragraph. */
class Pairing {
  readonly #text: string
  readonly #sureClose: SureClose
  readonly found: Found[] = []
  #open: Open[] = []
  #pending: Open | null = null

  constructor(text: string) {
    this.#text = text
    this.#sureClose = new SureClose(text)
  }

  mark(mark: string, at: number, paragraph: Span): void {
    const known = MARKS.get(mark)
    if (known === undefined) return
    if (this.#pending !== null && at === paragraph[0] && known.marks === this.#pending.marks) {
      this.#open = [{ ...this.#pending, start: at, holdsOwnKind: false }]
      this.#pending = null
      return
    }
    const place = { text: this.#text, mark, at, paragraph }
    const top = this.#open.at(-1)
    const open = this.#open.findLast(({ marks }) => marks === known.marks)
    const role = known.marks === 'single' ? roleOfSingle(place, top, this.#sureClose) : roleOf(place, known, open)
    if (role === 'open') this.#begin(known.marks, mark, at)
    if (role === 'close' && open !== undefined) this.#end(open, at + mark.length)
  }

  /** Ends a paragraph: a quotation still open runs on if the next paragraph opens with its mark. */
  endParagraph(end: number): void {
    const outer = this.#open[0]
    const runsOn = outer !== undefined && !outer.holdsOwnKind
    if (runsOn) outer.done.push([outer.start, end])
    this.#pending = runsOn ? outer : null
    if (outer !== undefined && !runsOn) this.#keepDone(outer)
    this.#open = []
  }

  /** Starts a paragraph: one that does not open with the mark of what ran on ends that. */
  startParagraph([start]: Span): void {
    const doubled = MARKS.get(this.#text.slice(start, start + 2))
    const mark = doubled ?? MARKS.get(this.#text.charAt(start))
    if (this.#pending !== null && mark?.marks !== this.#pending.marks) this.endText()
  }

  endText(): void {
    if (this.#pending !== null) this.#keepDone(this.#pending, -1)
    this.#pending = null
  }

  /** What ran on over paragraphs and was never closed is kept but for its last, doubtful, part. */
  #keepDone({ done, marks }: Open, end?: number): void {
    const [first, ...more] = done.slice(0, end)
    if (first !== undefined) this.found.push({ marks, spans: [first, ...more] })
  }

  #begin(marks: QuotationMarks, opener: string, start: number): void {
    if (this.#open.length === MAX_OPEN) this.#open.shift()
    this.#open.push({ marks, opener, start, done: [], holdsOwnKind: false })
  }

  #end(open: Open, end: number): void {
    this.#open.length = this.#open.indexOf(open)
    const parent = this.#open.findLast(({ marks }) => marks === open.marks)
    if (parent !== undefined) parent.holdsOwnKind = true
    const [first, ...more]: Span[] = [...open.done, [open.start, end]]
    if (first !== undefined && this.#hasWords([open.start, end], open))
      this.found.push({ marks: open.marks, spans: [first, ...more] })
  }

  #hasWords([start, end]: Span, { done }: Open): boolean {
    return done.length > 0 || end - start > 40 || LETTER.test(this.#text.slice(start, end))
  }
}

/** Gives each its depth, in the order in which they open. */
function withDepth(found: readonly Found[]): readonly Quotation[] {
  const ordered = found.toSorted((a, b) => a.spans[0][0] - b.spans[0][0])
  const around: number[] = []
  return ordered.map(({ spans, marks }) => {
    while (around.length > 0 && (around.at(-1) ?? 0) <= spans[0][0]) around.pop()
    const quotation = { spans, marks, depth: around.length }
    around.push(spans.at(-1)?.[1] ?? spans[0][1])
    return quotation
  })
}

/**
 * Finds the quotations of `text` by their marks: “ ” „ " ＂ '' ‘ ’ ‚ ' « » ‹ › 「 」 『 』, nested ones too.
 * Apostrophes, inches and marks without a partner are left out. A quotation runs over paragraphs where each opens
 * with its mark and only the last closes it.
 *
 * @param text any string; a paragraph ends at a blank line
 * @returns in the order in which they open; an inner one lies within its outer one
 * Cost: O(length of text).
 */
export function quotationsOf(text: string): readonly Quotation[] {
  const pairing = new Pairing(text)
  const marks = text.matchAll(ANY_MARK)
  let next = marks.next()
  for (const paragraph of paragraphsOf(text)) {
    pairing.startParagraph(paragraph)
    for (; !next.done && next.value.index < paragraph[1]; next = marks.next())
      pairing.mark(next.value[0], next.value.index, paragraph)
    pairing.endParagraph(paragraph[1])
  }
  pairing.endText()
  return withDepth(pairing.found)
}
