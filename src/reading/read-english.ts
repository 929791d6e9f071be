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

/** The quotations with nothing but a colon or dash before them in their unit: no part of somebody else's sentence. */
function standingApart({ tokens }: Unit): ReadonlySet<Token> {
  const apart = tokens.filter((_, at) => {
    const left = tokens[at - 1]
    return left === undefined || left.kind === 'quotation' || /^[:—–]$/.test(left.word)
  })
  return new Set(apart)
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

/** A statement that quotations behind it may go on with: `content` grows in place, so that time stays linear. */
type OpenStatement = { readonly content: Span[]; paragraph: number }

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
  let open: OpenStatement | null = null
  for (const [index, unit] of units.entries()) {
    const own = found[index] ?? []
    const near = [...(found[index - 1] ?? []), ...own, ...(found[index + 1] ?? [])]
    const free = unit.tokens.filter((token) => token.quotation !== null && !isTaken(token, near))
    if (!isQuotationOnly(unit)) open = null
    else if (open !== null && unit.paragraph <= open.paragraph + 1) {
      for (const { quotation } of free) open.content.push(...(quotation?.spans ?? []))
      open.paragraph = unit.lastParagraph
      continue
    }
    const apart = standingApart(unit)
    for (const token of free) if (apart.has(token)) drafts.push(...loneDraft(text, token))
    drafts.push(...own.slice(0, -1))
    const last = own.at(-1)
    if (last === undefined) continue
    open = { content: [...last.content], paragraph: unit.lastParagraph }
    drafts.push({ ...last, content: open.content })
  }
  return drafts.toSorted((a, b) => startOf(a) - startOf(b))
}

/** Where the first word of a draft stands. */
function startOf({ source, cue, content }: Draft): number {
  return Math.min(...[source[0], cue[0], content[0]].map((span) => span?.[0] ?? Number.POSITIVE_INFINITY))
}
