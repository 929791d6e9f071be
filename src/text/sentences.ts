import { paragraphsOf } from './paragraphs.ts'
import { type Span, trimmed } from './span.ts'
import { wordSet } from './word-set.ts'

/** Always followed by what they belong to: a stop after them never ends a sentence. */
const LEADING = wordSet(
  'mr mrs ms dr prof rev fr hon st gen lt col maj sgt capt cmdr adm sen rep gov pres supt insp no nos vol fig vs cf eg e.g i.e viz mt ft messrs mmes mme m.p al art sec para pp approx ca',
)
/** May stand at the end of a sentence too: only a word that starts sentences after them tells. */
const EITHER = wordSet(
  'inc corp co ltd llc plc jr sr u.s u.k u.n e.u d.c a.m p.m jan feb mar apr jun jul aug sep sept oct nov dec etc ph.d m.d b.a bros dept univ ave blvd rd mass calif conn ariz fla ga ill ind kan ky la md mich minn mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo',
)
const STARTERS = wordSet(
  'a an the this that these those he she it they we i you his her their its our my but and or so in on at as if when while after before for from with by to there here what who why how where however meanwhile also yet still then now not no nobody nothing one some many most both each all according',
)

const STOPS = /[.!?…‼⁇⁈⁉。！？｡؟۔।॥።։]/
/** Stops of scripts that put no space after a sentence. */
const UNSPACED_STOPS = /[。！？｡]/
const CLOSERS = /[”’"'»›)\]」』】〉》）〟]/
const OPENERS = /[“‘"'«‹„‚「『([（【《—–-]/

/** The longest word that is looked up before a stop. */
const MAX_ABBREVIATION = 12

/** The word that ends at `end`, dots within it kept, in lower case. */
function wordBefore(text: string, end: number): string {
  return /[\p{L}.]+$/u.exec(text.slice(Math.max(0, end - MAX_ABBREVIATION), end))?.[0] ?? ''
}

/** The first word at or after `at`, past opening marks; as printed. */
function wordAfter(text: string, at: number): string {
  let start = at
  while (start < text.length && start < at + 8 && OPENERS.test(text.charAt(start))) start += 1
  return /^[\p{L}\p{N}]+/u.exec(text.slice(start, start + 24))?.[0] ?? ''
}

/** Whether the stop at `at` only shortens a word. */
function shortens(text: string, at: number, next: string): boolean {
  const word = wordBefore(text, at)
  if (/^\p{Lu}$/u.test(word)) return word !== 'I' && !STARTERS.has(next.toLowerCase())
  const lower = word.toLowerCase()
  if (LEADING.has(lower)) return lower !== 'no' || /^\d/.test(next)
  return EITHER.has(lower) && !STARTERS.has(next.toLowerCase())
}

/** Where a sentence ends that has a stop at `at`: after its stops and closing marks; null where it goes on. */
function endAt(text: string, at: number, limit: number): { readonly past: number; readonly ends: boolean } {
  let past = at + 1
  while (past < limit && STOPS.test(text.charAt(past))) past += 1
  const stops = past - at
  while (past < limit && CLOSERS.test(text.charAt(past))) past += 1
  if (past >= limit) return { past, ends: true }
  if (UNSPACED_STOPS.test(text.charAt(at))) return { past, ends: true }
  let next = past
  while (next < limit && /\s/.test(text.charAt(next))) next += 1
  if (next === past) return { past, ends: false }
  const word = wordAfter(text, next)
  if (/^\p{Ll}/u.test(word)) return { past, ends: false }
  return { past, ends: !(stops === 1 && text.charAt(at) === '.' && shortens(text, at, word)) }
}

/**
 * The sentences of `text`. A stop ends one together with the marks that close after it; abbreviations, initials and
 * a stop before a small letter (“Why?” she asked) do not. A blank line always does.
 *
 * @returns spans in order, white space trimmed, none empty, none over two paragraphs
 * Cost: O(length of text).
 */
export function sentencesOf(text: string): readonly Span[] {
  const sentences: Span[] = []
  for (const [from, to] of paragraphsOf(text)) {
    let start = from
    for (let at = from; at < to; at += 1) {
      if (!STOPS.test(text.charAt(at))) continue
      const { past, ends } = endAt(text, at, to)
      at = past - 1
      if (!ends) continue
      const sentence = trimmed(text, start, past)
      if (sentence) sentences.push(sentence)
      start = past
    }
    const last = trimmed(text, start, to)
    if (last) sentences.push(last)
  }
  return sentences
}
