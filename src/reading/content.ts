import type { Span } from '../text/span.ts'
import type { Clause } from './clause.ts'
import { cueOf } from './cues.ts'
import { nounPhraseBefore } from './noun-phrase.ts'
import type { Token, Unit } from './unit.ts'
import { FINITE, isBesideVerb, isPronoun, isStop, startsAdjunct, startsTime } from './word-classes.ts'

/** What a clause attributes. */
export type Found = {
  readonly content: readonly Span[]
  /** Whether a whole quotation stands right beside the cue. */
  readonly hasQuotationBeside: boolean
  /** Whether it can be nothing else: a quotation beside the cue, "that …", or words enough for a clause. */
  readonly isPlain: boolean
}

/** A clause in its surroundings. */
export type Context = {
  readonly unit: Unit
  readonly tokens: readonly Token[]
  readonly clause: Clause
  /** The first token that no clause to the left has taken. */
  readonly free: number
  readonly before: Unit | undefined
  readonly after: Unit | undefined
}

/** Where behind a clause its content is looked for. */
type Search = Context & {
  readonly start: number
  /** Whether only a quotation will do. */
  readonly onlyQuotation?: boolean
  /** Whether the content starts right at `start`, whatever stands there. */
  readonly isOpen?: boolean
}

/** An indirect content has at least so many words: "Asked about it, she said" has none. */
const MIN_WORDS = 3
/** How far behind a cue its content may begin: "told reporters at a rally in Port Ellen on Monday that …". */
const MAX_ADJUNCT_TOKENS = 16
/** A dateline is short: "PORT ELLEN, Feb. 3 (KNW) —". */
const MAX_DATELINE_TOKENS = 10
/** A clause set between commas at a sentence's end is short: ", its waters minister said on Tuesday". */
const MAX_CLOSING_TOKENS = 14

/** The spans of a quotation, else of the words `[from, to)`. */
function spansOf(tokens: readonly Token[], from: number, to: number): readonly Span[] {
  const [first, last] = [tokens[from], tokens[to - 1]]
  if (first === undefined || last === undefined || to <= from) return []
  const spans: Span[] = []
  let start = first.start
  for (const { quotation } of tokens.slice(from, to))
    for (const [index, [, end]] of (quotation?.spans ?? []).entries()) {
      const next = quotation?.spans[index + 1]
      if (next === undefined) continue
      spans.push([start, end])
      start = next[0]
    }
  return [...spans, [start, last.end]]
}

/** What stands before the clause: a quotation, or words up to a comma. */
export function contentBefore({ tokens, clause, free }: Context): Found | null {
  const start = clause.whole[0]
  const hasComma = tokens[start - 1]?.word === ','
  const end = hasComma ? start - 1 : start
  const last = tokens[end - 1]
  if (end <= free) return null
  if (last?.kind === 'quotation' && (hasComma || last.standsAlone)) {
    const from = startOfMixed(tokens, free, end - 1)
    return { content: spansOf(tokens, from, end), hasQuotationBeside: true, isPlain: true }
  }
  const isAccording = tokens[clause.cueRange[0]]?.word === 'according'
  // A clause behind a comma at the end attributes the whole sentence, other clauses in it included.
  const from = skipJoints(tokens, hasComma || isAccording ? startOfSentence(tokens) : free)
  if (!(hasComma || isAccording) || end - from < MIN_WORDS) return null
  return { content: spansOf(tokens, from, end), hasQuotationBeside: false, isPlain: false }
}

/** "The report, | she said, | will appear", "Her report, | she said, | “cannot wait”": a clause between commas in the middle of what it attributes. */
export function contentAround(context: Context): Found | null {
  const { tokens, clause, free } = context
  const [from, to] = clause.whole
  const next = tokens[to + 1]
  const goesOn = next?.isFragment || FINITE.has(next?.word ?? '')
  const isBetween = tokens[from - 1]?.word === ',' && tokens[to]?.word === ',' && goesOn
  const start = skipJoints(tokens, free === 0 ? startOfSentence(tokens) : free)
  if (!isBetween || start >= from - 1 || tokens[from - 2]?.kind !== 'word') return null
  const end = endOfContent(tokens, to + 1)
  const content = [...spansOf(tokens, start, from - 1), ...spansOf(tokens, to + 1, end)]
  return { content, hasQuotationBeside: false, isPlain: true }
}

/** “A.” | She said: the quotation before a unit that starts with its clause, in one paragraph with it. */
export function quotationBefore({ clause, unit, before }: Context): Found | null {
  const [only, ...more] = before?.tokens ?? []
  if (clause.whole[0] > 0 || before?.lastParagraph !== unit.paragraph) return null
  if (only?.kind !== 'quotation' || more.length > 0 || !only.standsAlone) return null
  return { content: only.quotation?.spans ?? [], hasQuotationBeside: true, isPlain: true }
}

/** Where a content that ends in the quotation at `at` starts: with the words that run into it, if any do. */
function startOfMixed(tokens: readonly Token[], free: number, at: number): number {
  const runsIn = at > free && tokens[at - 1]?.kind === 'word' && cueOf(tokens[at - 1]?.word ?? '') === null
  return runsIn ? skipJoints(tokens, free) : at
}

/** Behind a dateline: "PORT ELLEN (KNW) — |", "New York – |". */
function startOfSentence(tokens: readonly Token[]): number {
  const dash = tokens.slice(0, MAX_DATELINE_TOKENS).findIndex(({ word }) => /^[—–]$/.test(word))
  const isDateline = dash > 0 && tokens.slice(0, dash).every(({ kind, capital }) => capital || kind === 'mark')
  return isDateline ? dash + 1 : 0
}

/** Skips what joins a content to what stands before it. */
function skipJoints(tokens: readonly Token[], from: number): number {
  let at = from
  while (tokens[at] !== undefined && /^(?:[,.:;—–-]|and|but)$/.test(tokens[at]?.word ?? '')) at += 1
  return at
}

/** What stands behind the clause. */
export function contentAfter(search: Search): Found | null {
  const { tokens, start, onlyQuotation, after } = search
  const first = search.isOpen ? start : onlyQuotation ? quotationAfter(tokens, start) : startAfter(search)
  if (first === null) return null
  if (first >= tokens.length) return leadsTo(after)
  const isQuotation = tokens[first]?.kind === 'quotation'
  const end = endOfContent(tokens, first)
  if (!isQuotation && end - first < 2) return null
  const isPlain = isQuotation || tokens[first]?.word === 'that' || end - first > MIN_WORDS
  return { content: spansOf(tokens, first, end), hasQuotationBeside: isQuotation, isPlain }
}

/** The quotation that a colon at a paragraph's end leads to. */
function leadsTo(after: Unit | undefined): Found | null {
  const first = after?.tokens[0]
  if (first?.kind !== 'quotation') return null
  return { content: first.quotation?.spans ?? [], hasQuotationBeside: true, isPlain: true }
}

/** “A,” she said on Monday, | “B.” */
function quotationAfter(tokens: readonly Token[], start: number): number | null {
  for (let at = start; at < tokens.length && at < start + MAX_ADJUNCT_TOKENS; at += 1) {
    const token = tokens[at]
    if (token?.kind === 'quotation') return /^[,.:;—–-]$/.test(tokens[at - 1]?.word ?? '') || at === start ? at : null
    if (token?.kind === 'word' && cueOf(token.word) !== null && at > start) return null
  }
  return null
}

/** The token with which a content behind a cue starts; the number of tokens where a colon ends the unit. */
function startAfter({ tokens, start, clause }: Search): number | null {
  const token = tokens[start]
  if (tokens[start - 1]?.word === ':' && clause.cueRange[1] === start) return start
  if (token === undefined || isStop(token)) return null
  if (token.word === ',') return tokens[start + 1]?.kind === 'quotation' ? start + 1 : farStart(tokens, start + 1)
  if (token.kind === 'quotation' || token.word === 'that') return start
  if (clause.cue.takesAddressee && isTell(tokens, clause))
    return farStart(tokens, start) ?? afterAddressee(tokens, start)
  if (startsAdjunct(tokens, start) && (clause.cue.act === 'assert' || startsTime(tokens, start)))
    return farStart(tokens, start)
  return start
}

function isTell(tokens: readonly Token[], { cueRange }: Clause): boolean {
  return tokens.slice(...cueRange).some(({ word }) => /^(?:told|tell|tells|telling)$/.test(word))
}

/** Behind adjuncts: "that …", or a quotation after a comma or colon. */
function farStart(tokens: readonly Token[], start: number): number | null {
  for (let at = start; at < tokens.length && at < start + MAX_ADJUNCT_TOKENS; at += 1) {
    const token = tokens[at]
    if (token?.word === 'that') return at
    if (token?.word === ':') return at + 1
    if (token?.word === ',' && tokens[at + 1]?.kind !== 'quotation' && tokens[at + 1]?.word !== 'that') return null
    if (token?.kind === 'quotation' && /^[,:]$/.test(tokens[at - 1]?.word ?? '')) return at
    if (isStop(token)) return null
    if (token?.kind === 'word' && cueOf(token.word)?.isNounToo === false) return null
  }
  return null
}

/** told | reporters | he would …: the addressee is a name, a pronoun, or a noun, each with its determiner. */
function afterAddressee(tokens: readonly Token[], start: number): number | null {
  let at = /^(?:the|a|an|his|her|their)$/.test(tokens[start]?.word ?? '') ? start + 1 : start
  if (tokens[at]?.capital) while (tokens[at]?.capital) at += 1
  else at += 1
  return tokens[at]?.kind === 'word' && !startsAdjunct(tokens, at) ? at : null
}

/** Up to where the content goes: to the unit's end without its stop, or to where another attribution starts. */
function endOfContent(tokens: readonly Token[], start: number): number {
  if (tokens[start]?.kind === 'quotation' && tokens[start]?.standsAlone) {
    let end = start + 1
    while (tokens[end]?.kind === 'quotation') end += 1
    return end
  }
  for (let at = start + 1; at < tokens.length; at += 1) if (startsAttribution(tokens, at)) return at
  return isStop(tokens.at(-1)) ? tokens.length - 1 : tokens.length
}

/** ", according to", ", adding that", ", and said", " and said". */
function startsAttribution(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.word
  if (word !== ',' && word !== 'and' && word !== 'but') return false
  let next = at + 1
  if (word === ',' && /^(?:and|but)$/.test(tokens[next]?.word ?? '')) next += 1
  if (tokens[next]?.word === 'according' || (word === ',' && isClosingClause(tokens, at + 1))) return true
  if (word === ',' && next > at + 1 && isPronoun(tokens[next])) next += 1
  if (isBesideVerb(tokens[next])) next += 1
  const verb = tokens[next]
  if (verb?.kind !== 'word' || cueOf(verb.word) === null) return false
  return /(?:ing|ed|said|told|wrote)$/.test(verb.word)
}

/** ", | its waters minister said on Tuesday": a source and its cue with nothing behind them that could be content. */
function isClosingClause(tokens: readonly Token[], from: number): boolean {
  for (let at = from + 1; at < tokens.length && at < from + MAX_CLOSING_TOKENS; at += 1) {
    const token = tokens[at]
    if (token?.kind !== 'word') return false
    if (cueOf(token.word) === null) continue
    const next = tokens[at + 1]
    const closes = next === undefined || isStop(next) || next.word === ',' || startsAdjunct(tokens, at + 1)
    if (closes && nounPhraseBefore(tokens, at)?.[0] === from) return true
  }
  return false
}
