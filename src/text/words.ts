/**
 * Words for search, the same on every engine: what is indexed of a text, and what a person's query asks of it.
 */
import { fold } from './fold.ts'

/** Longer words are cut, in the index and in queries alike: an encoded file in a page is no word. */
const MAX_WORD = 64

/** A compound of more pieces ("not-in-my-back-yard" has five) is never written as one word. */
const MAX_JOINED = 8

/** More than a person types; the rest of a longer query is left out. In UTF-16 code units, and in words. */
const MAX_QUERY_LENGTH = 1000
const MAX_QUERY_WORDS = 24

/** Letters of scripts that put no space between words: each is indexed by itself, and a word is a row of them. */
const UNSPACED =
  '[[\\p{L}\\p{N}]&&[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Hang}\\p{scx=Bopo}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}]]'
const WORD = '[\\p{L}\\p{N}\\p{M}]'
/** What is longer is taken for several: matching four million letters at once would run out of stack. */
const MAX_MATCH = 250_000
/** A mark that no letter carries begins no word. */
const SPACED = `[\\p{L}\\p{N}]${WORD}{0,${MAX_MATCH}}`

/**
 * What stands together without a space, in the order in which it is tried: an abbreviation by letters ("U.N."), a
 * number by thousands ("1,000,000"), and letters with apostrophes or hyphens between them.
 */
const CHUNK = new RegExp(
  [
    `(?<!${WORD})\\p{L}(?:\\.\\p{L}){1,${MAX_MATCH}}(?!${WORD})`,
    `(?<!${WORD})\\p{Nd}{1,3}(?:[.,']\\p{Nd}{3}){1,${MAX_MATCH}}(?!${WORD})`,
    `${SPACED}(?:['\\u2010\\-]${SPACED}){0,${MAX_MATCH}}`,
  ].join('|'),
  'gv',
)
const JOINER = /['.,\u2010-]/u
const PIECE = new RegExp(`${UNSPACED}\\p{M}*|(?:(?!${UNSPACED})${WORD})+`, 'gv')
const ENDS_UNSPACED = new RegExp(`${UNSPACED}\\p{M}*$`, 'v')
const HAS_UNSPACED = new RegExp(UNSPACED, 'v')

function cut(word: string): string {
  return word.length <= MAX_WORD ? word : [...word].slice(0, MAX_WORD).join('')
}

function piecesOf(chunk: string): readonly string[] {
  return chunk.split(JOINER).flatMap((part) => (part.match(PIECE) ?? []).map(cut))
}

/** A chunk written as one word: "O'Malley" as "omalley". Null where it is one already, or not written so. */
function joinedWhole(chunk: string): string | null {
  const parts = chunk.split(JOINER)
  const isCompound = parts.length > 1 && parts.length <= MAX_JOINED && !HAS_UNSPACED.test(chunk)
  return isCompound ? cut(parts.join('')) : null
}

/** Two or three neighbours as one word, so that "omalley" finds "O'Malley's". */
function joinedNeighbours(pieces: readonly string[]): readonly string[] {
  return pieces
    .flatMap((_, at) => [2, 3].flatMap((n) => (at + n <= pieces.length ? [pieces.slice(at, at + n)] : [])))
    .map((row) => cut(row.join('')))
}

/**
 * The words of `text` to be indexed, in runs: words that follow each other within a run stand side by side in the
 * text. After a chunk's own words come the forms in which it is written as one.
 *
 * @param text any string; folded here
 * @returns words of letters, digits and marks only, at most `MAX_WORD` code points each; no run is empty
 */
export function searchWords(text: string): readonly (readonly string[])[] {
  return runsOf(text, (chunk) => {
    const pieces = piecesOf(chunk)
    const whole = joinedWhole(chunk)
    return whole === null ? pieces : [...pieces, ...new Set([...joinedNeighbours(pieces), whole])]
  })
}

/**
 * The words of `text` in their order and nothing else, in the same runs: what a row of words is looked for in.
 *
 * @param text any string; folded here
 */
export function wordRuns(text: string): readonly (readonly string[])[] {
  return runsOf(text, piecesOf)
}

function runsOf(text: string, wordsOf: (chunk: string) => readonly string[]): readonly (readonly string[])[] {
  const runs: (readonly string[])[] = []
  let chunks: (readonly string[])[] = []
  const endRun = () => {
    if (chunks.length > 0) runs.push(chunks.flat())
    chunks = []
  }
  for (const [chunk] of fold(text).matchAll(CHUNK)) {
    chunks.push(wordsOf(chunk))
    // Without a gap, the last letter of one Chinese clause and the first of the next would make a word.
    if (ENDS_UNSPACED.test(chunk)) endRun()
  }
  endRun()
  return runs
}

/** All of these have to be found; each in one of its forms; a form is words side by side. */
export type WordQuery = readonly (readonly (readonly string[])[])[]

/**
 * What `words`, as a person types them, asks of a text.
 *
 * @param words any string; what is too long for a query is left out
 * @returns empty where there is no word in it
 */
export function wordQuery(words: string): WordQuery {
  const asked: (readonly (readonly string[])[])[] = []
  for (const [chunk] of fold(words.slice(0, MAX_QUERY_LENGTH)).matchAll(CHUNK)) {
    if (asked.length === MAX_QUERY_WORDS) break
    const whole = joinedWhole(chunk)
    asked.push(whole === null ? [piecesOf(chunk)] : [piecesOf(chunk), [whole]])
  }
  return asked
}
