import { overlaps, type Span } from '../text/span.ts'
import { draftsOf } from './clauses.ts'
import type { Draft } from './draft.ts'
import type { Token, Unit } from './unit.ts'

/** A quotation without a cue is a statement only from so many words on: below, it is a nickname, a title, a scare quote. */
const MIN_LONE_WORDS = 6
/** A word; in scripts without spaces every letter counts as one. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{N}][^\s\p{Script=Han}]*/gu
/** Enough of a quotation to count that far in. */
const COUNTED_UNITS = 200

/** A unit that is nothing but quotations. */
function isQuotationOnly({ tokens }: Unit): boolean {
  return tokens.length > 0 && tokens.every(({ kind }) => kind === 'quotation')
}

function isTaken({ start, end }: Token, drafts: readonly Draft[]): boolean {
  return drafts.some(({ content }) => content.some((span) => overlaps(span, [start, end])))
}

function loneDraft(text: string, { quotation, start, end }: Token): readonly Draft[] {
  if (
    quotation === null ||
    (text.slice(start, Math.min(end, start + COUNTED_UNITS)).match(WORD)?.length ?? 0) < MIN_LONE_WORDS
  )
    return []
  return [{ source: [], cue: [], content: quotation.spans, act: null, rule: 'quotation alone' }]
}

/** The outermost quotations of `units` by their marks alone, each a statement that nobody is named for. */
export function readMarks(text: string, units: readonly Unit[]): readonly Draft[] {
  return units.flatMap(({ tokens }) => tokens.flatMap((token) => loneDraft(text, token)))
}

/**
 * Finds the statements of English units.
 *
 * A unit of quotations alone goes on with the statement before it: in the same paragraph (“A,” she said. “B.”), or
 * as the next paragraph.
 *
 * @returns in the order in which their first words stand in the text
 * Cost: O(length of text).
 */
export function readEnglish(text: string, units: readonly Unit[]): readonly Draft[] {
  const found = units.map((unit, index) => draftsOf(unit, units[index - 1], units[index + 1]))
  const drafts: Draft[] = []
  /** The paragraph in which the statement that may go on ends; it is the last of `drafts`. */
  let goesOn: number | null = null
  for (const [index, unit] of units.entries()) {
    const near = [...(found[index - 1] ?? []), ...(found[index] ?? []), ...(found[index + 1] ?? [])]
    const free = unit.tokens.filter((token) => token.quotation !== null && !isTaken(token, near))
    const last = drafts.at(-1)
    if (
      isQuotationOnly(unit) &&
      free.length > 0 &&
      last !== undefined &&
      goesOn !== null &&
      unit.paragraph <= goesOn + 1
    ) {
      const more: readonly Span[] = free.flatMap(({ quotation }) => quotation?.spans ?? [])
      drafts.splice(-1, 1, { ...last, content: [...last.content, ...more] })
      goesOn = unit.lastParagraph
      continue
    }
    const own = found[index] ?? []
    drafts.push(...free.flatMap((token) => loneDraft(text, token)), ...own)
    const isOpen: boolean = own.length > 0 || (isQuotationOnly(unit) && free.length === 0 && goesOn !== null)
    goesOn = isOpen ? unit.lastParagraph : null
  }
  return drafts.toSorted((a, b) => startOf(a) - startOf(b))
}

/** Where the first word of a draft stands. */
function startOf({ source, cue, content }: Draft): number {
  return Math.min(...[source[0], cue[0], content[0]].map((span) => span?.[0] ?? Number.POSITIVE_INFINITY))
}
