import type { BasicWords } from './basic-words.ts'

/** How a word is printed; the numbers are the model's. */
const CASE = { none: 0, lower: 1, title: 2, upper: 3, mixed: 4, digit: 5 } as const
/** Where a word stands to double quotation marks. */
const QUOTE = { outside: 0, inside: 1, open: 2, close: 3 } as const
/** What stands before a word: nothing, space, the end of a sentence, the end of a paragraph. */
export const GAP = { none: 0, space: 1, sentence: 2, paragraph: 3 } as const

const OPENERS = '“„«'
const CLOSERS = '”»'
const CLOSING_TAIL = new Set(['”', '»', '"', "'", '’', ')', ']'])
const SENTENCE_OPENERS = `${OPENERS}"'‘([`
const ENDS = new Set(['!', '?', '…'])
/** As many closing marks may stand between a stop and the next sentence. */
const MAX_TAIL = 3

/**
 * What the encoder, which knows no capitals, is told of each word beside its pieces. All arrays are as long as the
 * words; `sentences` and `paragraphs` count up from 0.
 */
export type WordFeatures = {
  readonly cases: Uint8Array
  readonly quotes: Uint8Array
  readonly gaps: Uint8Array
  readonly sentences: Int32Array
  readonly paragraphs: Int32Array
}

function caseOf(printed: string): number {
  if (/^[a-z]+$/.test(printed)) return CASE.lower
  if (/\p{Nd}/u.test(printed)) return CASE.digit
  const cased = [...printed].filter((char) => char.toLowerCase() !== char.toUpperCase())
  const capitals = cased.filter((char) => char !== char.toLowerCase()).length
  if (cased.length === 0) return CASE.none
  if (capitals === 0) return CASE.lower
  if (capitals === cased.length) return capitals > 1 ? CASE.upper : CASE.title
  const [first = ''] = cased
  return capitals === 1 && first !== first.toLowerCase() ? CASE.title : CASE.mixed
}

/** One text's words, looked at from left to right. */
class FeatureWalk {
  readonly #text: string
  readonly #words: BasicWords
  readonly #abbreviations: ReadonlySet<string>
  readonly features: WordFeatures

  constructor(text: string, words: BasicWords, abbreviations: ReadonlySet<string>) {
    const count = words.starts.length
    this.#text = text
    this.#words = words
    this.#abbreviations = abbreviations
    this.features = {
      cases: new Uint8Array(count),
      quotes: new Uint8Array(count),
      gaps: new Uint8Array(count),
      sentences: new Int32Array(count),
      paragraphs: new Int32Array(count),
    }
  }

  walk(): WordFeatures {
    const { cases, quotes, gaps, sentences, paragraphs } = this.features
    let [sentence, paragraph] = [0, 0]
    let inside = false
    for (let word = 0; word < cases.length; word += 1) {
      cases[word] = caseOf(this.#printed(word))
      const gap = this.#gapBefore(word)
      if (gap === GAP.paragraph) inside = false
      if (word > 0 && gap >= GAP.sentence) sentence += 1
      if (word > 0 && gap === GAP.paragraph) paragraph += 1
      const quote = this.#quoteAt(word, inside)
      if (quote === QUOTE.open) inside = true
      if (quote === QUOTE.close) inside = false
      gaps[word] = gap
      quotes[word] = quote
      sentences[word] = sentence
      paragraphs[word] = paragraph
    }
    return this.features
  }

  #printed(word: number): string {
    return this.#text.slice(this.#words.starts[word], this.#words.ends[word])
  }

  #touches(word: number, next: number): boolean {
    return this.#words.ends[word] === this.#words.starts[next]
  }

  #gapBefore(word: number): number {
    if (word === 0) return GAP.paragraph
    if (this.#touches(word - 1, word)) return GAP.none
    const between = this.#text.slice(this.#words.ends[word - 1], this.#words.starts[word])
    if (between.includes('\n')) return GAP.paragraph
    return this.#startsSentence(word) ? GAP.sentence : GAP.space
  }

  #startsSentence(word: number): boolean {
    const { folded } = this.#words
    const first = this.#printed(word).charAt(0)
    if ((this.features.cases[word] ?? 0) < CASE.title && !SENTENCE_OPENERS.includes(first)) return false
    let stop = word - 1
    while (stop >= 0 && word - stop <= MAX_TAIL && CLOSING_TAIL.has(folded[stop] ?? '')) stop -= 1
    const mark = folded[stop]
    if (mark === undefined) return false
    if (ENDS.has(mark)) return true
    if (mark !== '.') return false
    if (stop < word - 1 || stop === 0 || !this.#touches(stop - 1, stop)) return true
    return !this.#isAbbreviation(stop)
  }

  /** Whether the stop at `stop` belongs to the word before it: "Mr.", "U.S.", an initial. */
  #isAbbreviation(stop: number): boolean {
    const { folded } = this.#words
    const last = folded[stop - 1] ?? ''
    const isDotted = stop >= 3 && folded[stop - 2] === '.' && this.#touches(stop - 3, stop - 2)
    const before = isDotted ? `${folded[stop - 3]}.${last}` : last
    return this.#abbreviations.has(before) || /^\p{L}$/u.test(before)
  }

  #quoteAt(word: number, inside: boolean): number {
    const { starts, ends } = this.#words
    const [start, end] = [starts[word] ?? 0, ends[word] ?? 0]
    const mark = end === start + 1 ? this.#text.charAt(start) : ''
    if (mark !== '' && OPENERS.includes(mark)) return QUOTE.open
    if (mark !== '' && CLOSERS.includes(mark)) return QUOTE.close
    if (mark !== '"') return inside ? QUOTE.inside : QUOTE.outside
    const before = /\S/u.test(this.#text.charAt(start - 1))
    const after = /\S/u.test(this.#text.charAt(end))
    const opens = inside ? !before && after : after || !before
    return opens ? QUOTE.open : QUOTE.close
  }
}

/**
 * The features of every word of `text`.
 *
 * @param abbreviations lower-case words, without their last stop, that end in a stop without ending a sentence
 * Cost: linear in the length of `text`.
 */
export function wordFeatures(text: string, words: BasicWords, abbreviations: ReadonlySet<string>): WordFeatures {
  return new FeatureWalk(text, words, abbreviations).walk()
}
