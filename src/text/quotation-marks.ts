import { paragraphsOf } from './paragraphs.ts'
import { MARKS, type QuotationMarks, roleOf, SureClose } from './quotation-role.ts'
import type { Span } from './span.ts'

/** Words between quotation marks. */
export type Quotation = {
  /** With their marks, one span a paragraph; more than one where the quotation runs over paragraphs. */
  readonly spans: readonly [Span, ...Span[]]
  readonly marks: QuotationMarks
  /** How many quotations it stands in; 0 for the outermost. */
  readonly depth: number
}

const WORD = /[\p{L}\p{N}]/u
const ANY_MARK = /''|``|[“”„‟〝〞〟"＂‘’‚‛'«»‹›「」﹁﹂｢｣『』﹃﹄]/g

/** Marks around blanks or dots are no longer than this; a bound keeps the look for a word short. */
const LONGEST_EMPTY = 40
/** Deeper than any real text; a text of nothing but opening marks stays linear in time. */
const MAX_OPEN = 8

/** A quotation whose end has not been met. */
type Open = {
  readonly marks: QuotationMarks
  readonly opener: string
  /** Its parts in earlier paragraphs; grows in place, as a copy a paragraph would cost the square of their number. */
  readonly done: Span[]
  readonly start: number
  /** Whether another of its family opened and closed inside: an unclosed one like that is a slip, it does not run on. */
  holdsOwnKind: boolean
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
    const open = this.#open.findLast(({ marks }) => marks === known.marks)
    const role = roleOf({ text: this.#text, mark, at, paragraph }, this.#open, this.#sureClose)
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

  /** “ ” and “…” are no quotations; whatever is longer than a row of dots is. */
  #hasWords([start, end]: Span, { done }: Open): boolean {
    return done.length > 0 || end - start > LONGEST_EMPTY || WORD.test(this.#text.slice(start, end))
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
