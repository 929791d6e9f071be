import type { Span } from './span.ts'

/** A family of marks: those that can open and close one another. Titles in 《》 and 〈〉 are no quotations. */
export type QuotationMarks = 'double' | 'single' | 'angle' | 'single angle' | 'corner' | 'white corner'

/** `usual` is what a mark does in most texts; the rules below know where it does the other thing. */
type Mark = { readonly marks: QuotationMarks; readonly usual: 'open' | 'close' | 'either' }

/** Every quotation mark; doubled ones are two characters long. */
export const MARKS: ReadonlyMap<string, Mark> = new Map([
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

/** What is needed of a quotation that is open at a mark's place. */
type Opened = { readonly marks: QuotationMarks; readonly opener: string }

/** One mark in its text; nothing outside its paragraph is looked at. */
export type Place = { readonly text: string; readonly mark: string; readonly at: number; readonly paragraph: Span }

/** What a mark does at its place; null where it is an apostrophe or inches, or closes nothing. */
type Role = 'open' | 'close' | null

const LETTER = /[\p{L}\p{M}\p{N}]/u
/** Letters of scripts that put no space between words: a mark beside them may do either. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** What may stand right before an opening mark. */
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

/** Whether the mark is an apostrophe between letters: O’Malley. */
function insideWord(place: Place): boolean {
  const [left, right] = [before(place), after(place)]
  return LETTER.test(left) && LETTER.test(right) && !UNSPACED.test(left) && !UNSPACED.test(right)
}

/** Finds, ahead of an s’ that may close or may be a plural's, a mark that surely closes. Amortised linear. */
export class SureClose {
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

/** Whether a single mark shortens a word (it’s, ’90s) or follows a plural (the groups’ letter). */
function isApostrophe(place: Place, sureClose: SureClose, isOpen: boolean): boolean {
  if (insideWord(place)) return true
  const rest = place.text.slice(place.at + 1, place.at + 8)
  if (ELISION.test(rest) && !LETTER.test(before(place))) return true
  if (!isOpen || place.mark === '‘') return false
  const plural = /s/i.test(before(place)) && /^\s\p{Ll}/u.test(rest)
  return plural && sureClose.isAhead(place.at, place.paragraph[1])
}

/** `top` is the innermost open quotation of any family: single marks, often apostrophes, close nothing across another. */
function roleOfSingle(place: Place, top: Opened | undefined, sureClose: SureClose): Role {
  const isOpen = top?.marks === 'single'
  if (isOpen && top.opener === '‚' && place.mark === '‘') return 'close'
  if (place.mark === '‚') return opensHere(place) ? 'open' : null
  if (isApostrophe(place, sureClose, isOpen)) return null
  if (isOpen && place.mark !== '‘' && /\S/.test(before(place))) return 'close'
  return place.mark !== '’' && opensHere(place) ? 'open' : null
}

/** `open` is the innermost open quotation of the mark's family. */
function roleOfOther(place: Place, { usual }: Mark, open: Opened | undefined): Role {
  const isInches =
    (place.mark === '"' || place.mark === '”') &&
    FEET_AND_INCHES.test(place.text.slice(Math.max(place.paragraph[0], place.at - 10), place.at))
  if (isInches) return null
  const clearlyOpens = opensHere(place) && !UNSPACED.test(before(place))
  if (usual === 'either') {
    if (open !== undefined) return clearlyOpens && !/[-—–:/]/.test(before(place)) ? 'open' : 'close'
    return opensHere(place) ? 'open' : null
  }
  if (usual === 'open') {
    const closesForeign = (open?.opener === '„' && place.mark === '“') || open?.opener === '»' || open?.opener === '›'
    return closesForeign && !clearlyOpens ? 'close' : 'open'
  }
  if (open !== undefined) return 'close'
  return clearlyOpens && LETTER.test(after(place)) ? 'open' : null
}

/**
 * What a mark does at its place.
 *
 * @param opened the quotations that are open there, the innermost last
 */
export function roleOf(place: Place, opened: readonly Opened[], sureClose: SureClose): Role {
  const mark = MARKS.get(place.mark)
  if (mark === undefined) return null
  if (mark.marks === 'single') return roleOfSingle(place, opened.at(-1), sureClose)
  return roleOfOther(
    place,
    mark,
    opened.findLast(({ marks }) => marks === mark.marks),
  )
}
