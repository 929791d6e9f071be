import { paragraphsOf } from '../text/paragraphs.ts'
import { type Quotation, quotationsOf } from '../text/quotation-marks.ts'
import { sentencesOf } from '../text/sentences.ts'

/** A word, a mark, or a whole outermost quotation: what stands in it is not looked at. */
export type Token = {
  readonly kind: 'word' | 'mark' | 'quotation'
  readonly start: number
  readonly end: number
  /** In small letters, with a straight apostrophe; a mark as printed; empty for a quotation. */
  readonly word: string
  /** Whether it is printed with a capital. */
  readonly capital: boolean
  readonly quotation: Quotation | null
  /** A quotation that can stand for itself: it ends with a stop or has three words; no nickname, no scare quote. */
  readonly standsAlone: boolean
  /** A quotation that starts with a small letter: a piece of the sentence around it. */
  readonly isFragment: boolean
}

/** A sentence with the quotations in it kept whole, however many sentences and paragraphs they hold. */
export type Unit = {
  readonly tokens: readonly Token[]
  /** The number of the paragraph in which it starts, and of that in which it ends. */
  readonly paragraph: number
  readonly lastParagraph: number
}

const TOKEN =
  /(?:\p{Lu}\.){2,}|\p{Lu}\.(?=\s\p{Lu})|(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Prof|Rev|St|Jr|Sr)\.|[\p{L}\p{M}\p{N}]+(?:['’.,‑-](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*(?:(?<=s)['’](?=\s))?|\S/gu

function wordsBetween(text: string, from: number, to: number): readonly Token[] {
  return Array.from(text.slice(from, to).matchAll(TOKEN), ({ 0: printed, index }): Token => {
    const isWord = /^[\p{L}\p{N}]/u.test(printed)
    return {
      kind: isWord ? 'word' : 'mark',
      start: from + index,
      end: from + index + printed.length,
      word: isWord ? printed.toLowerCase().replaceAll('’', "'") : printed,
      capital: /^\p{Lu}/u.test(printed),
      quotation: null,
      standsAlone: false,
      isFragment: false,
    }
  })
}

function quotationToken(text: string, quotation: Quotation): Token {
  const [start] = quotation.spans[0]
  const end = quotation.spans.at(-1)?.[1] ?? start
  const standsAlone = /[,.?!…;—–，。！？؟،-]['’]?.{1,2}$|\s\S+\s|\p{Script=Han}{4}/su.test(
    text.slice(Math.max(start, end - 60), end),
  )
  const isFragment = /^\P{L}{1,3}\p{Ll}/u.test(text.slice(start, start + 8))
  return { kind: 'quotation', start, end, word: '', capital: false, quotation, standsAlone, isFragment }
}

/**
 * Cuts `text` into units, in order.
 *
 * Cost: O(length of text).
 */
export function unitsOf(text: string): readonly Unit[] {
  const quotations = quotationsOf(text)
    .filter(({ depth }) => depth === 0)
    .map((quotation) => quotationToken(text, quotation))
  const paragraphs = paragraphsOf(text)
  const sentences = sentencesOf(text)
  const units: Unit[] = []
  let [quotation, paragraph, from] = [0, 0, -1]
  for (const [start, end] of sentences) {
    if (from < 0) from = start
    const inside = firstEndingPast(quotations, quotation, end)
    if ((quotations[inside]?.start ?? Number.POSITIVE_INFINITY) < end) continue
    const held = quotations.slice(quotation, inside)
    paragraph = lastStartingBy(paragraphs, paragraph, from)
    const lastParagraph = lastStartingBy(paragraphs, paragraph, end - 1)
    units.push({ tokens: tokensBetween(text, [from, end], held), paragraph, lastParagraph })
    quotation = inside
    from = -1
  }
  return units
}

function firstEndingPast(quotations: readonly Token[], at: number, end: number): number {
  let index = at
  while (index < quotations.length && (quotations[index]?.end ?? end) <= end) index += 1
  return index
}

function lastStartingBy(paragraphs: readonly (readonly [number, number])[], at: number, offset: number): number {
  let index = at
  while ((paragraphs[index + 1]?.[0] ?? Number.POSITIVE_INFINITY) <= offset) index += 1
  return index
}

function tokensBetween(text: string, [from, to]: readonly [number, number], held: readonly Token[]): readonly Token[] {
  const tokens: Token[] = []
  let at = from
  for (const quotation of held) {
    for (const word of wordsBetween(text, at, quotation.start)) tokens.push(word)
    tokens.push(quotation)
    at = quotation.end
  }
  for (const word of wordsBetween(text, at, to)) tokens.push(word)
  return tokens
}
