import type { Span } from '../../text/span.ts'
import type { NamePlace } from './actors.ts'

/** How far before "who" its antecedent is looked for; code units. */
const REACH = 160

/** Words that a noun phrase begins with, and words that it begins behind. */
const DETERMINER =
  /(?<![\p{L}\p{N}])(?:the|an?|his|her|its|their|our|my|this|that|these|those|some|many|most|several|few|all|no)\s+(?!of\s)/giu
const LEAD =
  /(?<![\p{L}\p{N}])(?:is|was|are|were|be|been|said|says|that|and|but|or|with|by|from|to|for|as|of|in|on|at|has|have|had|told|among|between|against|like)\s+|[,;:.—–“"(]\s*/giu

/** Where the noun phrase that ends `words` begins. */
function phraseStart(words: string): number {
  const determiner = [...words.matchAll(DETERMINER)].at(-1)
  const lead = [...words.matchAll(LEAD)].at(-1)
  const behindLead = lead === undefined ? 0 : lead.index + lead[0].length
  const between = determiner === undefined ? '' : words.slice(determiner.index, behindLead)
  // "a group of voters", not over a comma or a verb
  const isOnePhrase =
    determiner !== undefined && (behindLead <= determiner.index || /^[^,;:.—–“"(]+ of\s+$/.test(between))
  return isOnePhrase ? determiner.index : behindLead
}

/** What a relative pronoun goes back to: a name, or the words of a noun phrase. */
export type Antecedent = { readonly place: NamePlace } | { readonly span: Span }

/**
 * What the relative pronoun at `at` goes back to.
 *
 * @param before the names before the pronoun, nearest first; at least those of its sentence
 * @returns null where nothing stands before it
 */
export function relativeAntecedent(text: string, at: number, before: readonly NamePlace[]): Antecedent | null {
  const from = Math.max(0, at - REACH)
  const left = text.slice(from, at).replace(/.*\n/s, '')
  const start = at - left.length
  const end = start + left.replace(/[\s,—–-]+$/, '').length
  const place = before.find(({ name }) => name.span[0] >= start)
  if (place !== undefined && isNear(text, place, end)) return { place }
  const first = start + phraseStart(text.slice(start, end))
  return first < end ? { span: [first, end] } : null
}

/** Whether `place` ends right before `end`, or only an apposition or a bracket stands between. */
function isNear(text: string, { name }: NamePlace, end: number): boolean {
  const between = text.slice(name.span[1], end)
  return between === '' || /^(?:\s?\([^()]*\)|, (?:an?|the|\d+|his|her)\b[^;.“”"]*)$/.test(between)
}
