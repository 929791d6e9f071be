import { cueOf } from './cues.ts'
import type { Token } from './unit.ts'
import { BOUNDARIES, DETERMINERS, FINITE, isPronoun, PREPOSITIONS, TIMES } from './word-classes.ts'

/** Half-open range of token numbers within a unit. */
export type Range = readonly [from: number, to: number]

/** After a comma they do not stand in apposition: the name before it is the whole source. */
const NO_APPOSITION =
  /^(?:who|whose|which|when|while|asked|speaking|meanwhile|however|though|too|instead|also|for|in|on|at|after|before|during|if|as|with|and|but|not|\w+ing)$/
/** Nouns that speak without a determiner: plurals, and the few below. */
const BARE_NOUN =
  /^(?!(?:always|perhaps|sometimes|besides|thus|yes|its|his|less)$)(?:.*[^s]s|people|police|men|women|media|staff)$/
/** "deputy campaign manager | Ana Lee": so many small words may lead to a name. */
const MAX_WORDS_BEFORE_NAME = 4
/** A source longer than this is a misread sentence. */
const MAX_TOKENS = 14

/** Whether `token` can be the first of a noun phrase that speaks. */
function startsNoun(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || BOUNDARIES.has(token.word)) return token !== undefined && DETERMINERS.has(token.word)
  return (
    token.capital ||
    isPronoun(token) ||
    DETERMINERS.has(token.word) ||
    (BARE_NOUN.test(token.word) && cueOf(token.word) === null)
  )
}

/**
 * The noun phrase that ends right before token `end`, with an apposition between commas.
 *
 * @returns null where the words there are none that could speak
 */
export function nounPhraseBefore(tokens: readonly Token[], end: number): Range | null {
  const last = tokens[end - 1]
  if (last === undefined || /'s$/.test(last.word)) return null
  if (isPronoun(last)) return [end - 1, end]
  if (last.word === ',') return withApposition(tokens, end)
  if (last.word === ')') return withBrackets(tokens, end)
  return simplePhrase(tokens, end)
}

/** "John Marsh (R-Ohio) | said". */
function withBrackets(tokens: readonly Token[], end: number): Range | null {
  let open = end - 2
  while (open > 0 && end - open < 8 && tokens[open]?.word !== '(') open -= 1
  const head = tokens[open]?.word === '(' ? simplePhrase(tokens, open) : null
  return head && [head[0], end]
}

/** "Ana Lee, the minister, | said": up to and with the second comma, as PolNeAR has it. */
function withApposition(tokens: readonly Token[], end: number): Range | null {
  const limit = Math.max(0, end - 2 - 2 * MAX_TOKENS)
  let comma = end - 2
  while (comma > limit && tokens[comma]?.word !== ',' && tokens[comma]?.kind !== 'quotation') comma -= 1
  const first = tokens[comma + 1]
  if (tokens[comma]?.word !== ',' || first === undefined || comma + 1 >= end - 1) return null
  const head = simplePhrase(tokens, comma)
  const isAdverbial = head !== null && PREPOSITIONS.has(tokens[head[0] - 1]?.word ?? '') && first.capital
  if (head === null || isAdverbial) return behindComma(tokens, comma, end)
  return NO_APPOSITION.test(first.word) ? head : [head[0], end]
}

/** "After the vote, Ana Lee (N), | said": what stands before the first comma is no noun phrase, what follows is all. */
function behindComma(tokens: readonly Token[], comma: number, end: number): Range | null {
  const phrase = nounPhraseBefore(tokens, end - 1)
  return phrase?.[0] === comma + 1 ? phrase : null
}

function simplePhrase(tokens: readonly Token[], end: number): Range | null {
  let from = end
  while (from > 0 && end - from < MAX_TOKENS && belongs(tokens, from - 1)) from -= 1
  // A pronoun further left is the subject of another verb that stands between.
  for (let at = from; at < end; at += 1) if (isPronoun(tokens[at])) return null
  const start = withoutAdverbial(tokens, from, end)
  // "campaign manager Ana Lee": small words may stand in front of a name.
  if (start >= end || !(startsNoun(tokens[start]) || tokens[end - 1]?.capital)) return null
  return canSpeak(tokens, start, end) ? [start, end] : null
}

/** Whether the token can stand inside a noun phrase, seen from its end. */
function belongs(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token?.kind !== 'word') return false
  if (token.word === 'and') return joinsNames(tokens, at) || /^(?:for|of)$/.test(tokens[at - 2]?.word ?? '')
  return !BOUNDARIES.has(token.word) && (token.capital || cueOf(token.word) === null || isNounHere(tokens, at))
}

/** "Lee | and | Park"; the other "and" inside a noun phrase is that of "minister for waters and energy". */
function joinsNames(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.capital === true && tokens[at + 1]?.capital === true
}

/** "A news | report |", "the | claim |": a word that is a verb elsewhere. */
function isNounHere(tokens: readonly Token[], at: number): boolean {
  return [at - 1, at - 2].some((left) => DETERMINERS.has(tokens[left]?.word ?? ''))
}

/** Skips "On Monday" and "In Iowa" in front of the phrase proper. */
function withoutAdverbial(tokens: readonly Token[], from: number, end: number): number {
  let start = from
  while (start < end && TIMES.has(tokens[start]?.word ?? '')) start += 1
  if (!PREPOSITIONS.has(tokens[start]?.word ?? '')) return start
  for (let at = end - 1; at > start + 1; at -= 1) if (DETERMINERS.has(tokens[at]?.word ?? '')) return at
  let name = end
  while (name > start + 1 && tokens[name - 1]?.capital === true && !TIMES.has(tokens[name - 1]?.word ?? '')) name -= 1
  return name
}

/** A last word with a capital, a determiner in front, or a bare plural. */
function canSpeak(tokens: readonly Token[], start: number, end: number): boolean {
  const [first, last] = [tokens[start], tokens[end - 1]]
  if (first === undefined || last === undefined || PREPOSITIONS.has(last.word)) return false
  if (end - start === 1 && /^(?:an?|the|its|his|her|their|our|my|your|every|each|other)$/.test(first.word)) return false
  return last.capital || BARE_NOUN.test(last.word) || DETERMINERS.has(first.word) || first.capital
}

/**
 * The noun phrase that starts at token `start`, with its apposition: "said | Ana Lee, the minister".
 *
 * @returns null where the words there are none that could speak
 */
export function nounPhraseAfter(tokens: readonly Token[], start: number): Range | null {
  if (!startsNoun(tokens[start]) && !leadsToName(tokens, start)) return null
  if (/^(?:that|it|this)$/.test(tokens[start]?.word ?? '')) return null
  if (isPronoun(tokens[start])) return [start, start + 1]
  let end = start
  while (isHead(tokens, end, start)) end += 1
  if (end === start || end - start > MAX_TOKENS) return null
  const first = tokens[end + 1]
  const isApposition =
    tokens[end]?.word === ',' && first?.kind === 'word' && !NO_APPOSITION.test(first.word) && !TIMES.has(first.word)
  if (!isApposition) return [start, end]
  let past = end + 1
  while (past < tokens.length && tokens[past]?.kind === 'word') past += 1
  return isClause(tokens.slice(end + 1, past)) ? [start, end] : [start, past]
}

/** "study co-author | Ana Lee": small words right before a name. */
function leadsToName(tokens: readonly Token[], start: number): boolean {
  let at = start
  while (at < start + MAX_WORDS_BEFORE_NAME && isHead(tokens, at, start - 1) && tokens[at]?.capital === false) at += 1
  return at > start && tokens[at]?.capital === true
}

/** Whether words behind a comma have a verb of their own, and are no apposition. */
function isClause(words: readonly Token[]): boolean {
  const relative = words.findIndex(({ word }) => /^(?:who|which|whose|that)$/.test(word))
  const own = relative < 0 ? words : words.slice(0, relative)
  return own.some(({ word, capital }) => FINITE.has(word) || (!capital && cueOf(word) !== null))
}

function isHead(tokens: readonly Token[], at: number, start: number): boolean {
  const token = tokens[at]
  if (token?.kind !== 'word') return false
  if (at === start) return true
  if (token.word === 'and') return tokens[at + 1]?.capital === true
  if (/^(?:of|for|from|with)$/.test(token.word)) return true
  return !BOUNDARIES.has(token.word) && !PREPOSITIONS.has(token.word) && !TIMES.has(token.word)
}

/** What a sentence is about: the pronoun or the name it starts with; the source of its second verb. */
export function subjectOf(tokens: readonly Token[]): Range | null {
  const start = tokens.findIndex(({ kind }) => kind === 'word')
  const first = tokens[start]
  if (first === undefined) return null
  if (isPronoun(first)) return [start, start + 1]
  if (!startsNoun(first) || PREPOSITIONS.has(first.word) || /(?:ed|ing|stead)$/.test(first.word)) return null
  let end = start
  while (tokens[end]?.capital === true) end += 1
  const isDeterminerAlone = end - start === 1 && DETERMINERS.has(first.word)
  return end > start && !isDeterminerAlone ? [start, end] : null
}
