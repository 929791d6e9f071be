import { GrowingInts } from './growing-ints.ts'

/**
 * The words of a text as the encoder knows them, in order: runs of letters and digits, each mark and each Chinese
 * character alone. `starts` and `ends` are UTF-16 offsets; `folded` is lower case without accents.
 */
export type BasicWords = {
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly folded: readonly string[]
}

/** Marks that are words of their own; the last eight are symbols to Unicode and punctuation to BERT. */
const PUNCTUATION = /^[\p{P}$+<=>^`|~]$/u
const SPACE = /^[\p{Zs}\t\n\r]$/u
const DROPPED = /^[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\ufffd]$/u
const MARK = /\p{Mn}/gu

/** The blocks whose characters BERT takes as words of their own. */
const IDEOGRAPHS: readonly (readonly [first: number, last: number])[] = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
  [0x20000, 0x2a6df],
  [0x2a700, 0x2b73f],
  [0x2b740, 0x2b81f],
  [0x2b820, 0x2ceaf],
  [0x2f800, 0x2fa1f],
]

/** What a character is to the tokeniser, and what of it the vocabulary may know. */
type Char = { readonly kind: 'letter' | 'single' | 'space' | 'dropped'; readonly folded: string }

function charOf(char: string): Char {
  if (SPACE.test(char)) return { kind: 'space', folded: '' }
  if (DROPPED.test(char)) return { kind: 'dropped', folded: '' }
  const folded = char.normalize('NFD').replace(MARK, '').toLowerCase()
  const code = char.codePointAt(0) ?? 0
  const isIdeograph = IDEOGRAPHS.some(([first, last]) => first <= code && code <= last)
  // A mark with a stroke through it (≠) is the mark once the stroke is gone.
  if (isIdeograph || PUNCTUATION.test(folded || char)) return { kind: 'single', folded: folded || char }
  return folded === '' ? { kind: 'dropped', folded } : { kind: 'letter', folded }
}

const ASCII: readonly Char[] = Array.from({ length: 128 }, (_, code) => charOf(String.fromCharCode(code)))
/** Characters beyond ASCII that were met: newspapers use a few dozen. Bounded by the size of Unicode. */
const others = new Map<number, Char>()

function charAt(text: string, at: number): { readonly char: Char; readonly width: number } {
  const unit = text.charCodeAt(at)
  if (unit < 128) return { char: ASCII[unit] as Char, width: 1 }
  const code = text.codePointAt(at) ?? unit
  let char = others.get(code)
  if (char === undefined) {
    char = charOf(String.fromCodePoint(code))
    others.set(code, char)
  }
  return { char, width: code > 0xffff ? 2 : 1 }
}

/**
 * Cuts `text` into words. Any string will do; a character that is dropped belongs to the word it stands in.
 *
 * Cost: linear in the length of `text`.
 * Source: the basic tokeniser of BERT (Devlin et al. 2019), uncased, with offsets.
 */
export function basicWords(text: string): BasicWords {
  const starts = new GrowingInts()
  const ends = new GrowingInts()
  const folded: string[] = []
  let start = -1
  let end = 0
  let word = ''
  const flush = () => {
    if (start < 0) return
    starts.push(start)
    ends.push(end)
    folded.push(word)
    start = -1
    word = ''
  }
  for (let at = 0; at < text.length; ) {
    const { char, width } = charAt(text, at)
    if (char.kind === 'space' || char.kind === 'single') flush()
    if (char.kind === 'letter' || char.kind === 'single') {
      if (start < 0) start = at
      word += char.folded
    }
    at += width
    end = at
    if (char.kind === 'single') flush()
  }
  flush()
  return { starts: starts.done(), ends: ends.done(), folded }
}
