import type { Span } from '../text/span.ts'
import type { Clause } from './clause.ts'
import { type Context, contentAfter, contentAround, contentBefore, type Found, quotationBefore } from './content.ts'
import { type Cue, cueOf } from './cues.ts'
import type { Draft } from './draft.ts'
import { nounPhraseAfter, nounPhraseBefore, type Range, subjectOf } from './noun-phrase.ts'
import type { Token, Unit } from './unit.ts'
import { isBesideVerb, startsAdjunct } from './word-classes.ts'

/** A longer sentence is a table or a list without stops; its clauses are not read, so that time stays linear. */
const MAX_TOKENS = 1_000

/** The span from the first to the last token of a range. */
function spanOf(tokens: readonly Token[], [from, to]: Range): Span {
  return [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0]
}

/**
 * Finds the statements that the words of one unit attribute.
 *
 * @param before the unit before it, whose quotation a cue at the start may attribute: “A.” Ana Lee said.
 * @param after  the unit after it, which a colon at the end may lead to
 */
export function draftsOf(unit: Unit, before: Unit | undefined, after: Unit | undefined): readonly Draft[] {
  const { tokens } = unit
  if (tokens.length > MAX_TOKENS) return []
  const drafts: Draft[] = []
  let [free, source]: [number, Range | null] = [0, null]
  for (let at = 0; at < tokens.length; at += 1) {
    const clause: Clause | null = accordingTo(tokens, at) ?? verbClause(tokens, at, source)
    if (clause === null) continue
    source ??= clause.source
    const context = { unit, tokens, clause, free, before, after }
    const found = clause.cue === ACCORDING ? accordingContent(context) : contentOf(context)
    if (found === null) continue
    drafts.push(draftOf(tokens, clause, found))
    free = Math.max(free, clause.whole[1])
    at = Math.max(at, clause.cueRange[1] - 1)
  }
  return drafts
}

function draftOf(tokens: readonly Token[], clause: Clause, { content, hasQuotationBeside }: Found): Draft {
  const near = hasQuotationBeside ? 'quotation with cue' : clause.cue === ACCORDING ? 'according to' : 'clause with cue'
  return {
    source: clause.source === null ? [] : [spanOf(tokens, clause.source)],
    cue: [spanOf(tokens, clause.cueRange)],
    content,
    act: clause.cue.act,
    rule: clause.source === null || clause.isFar ? 'far source' : near,
  }
}

const ACCORDING: Cue = { act: 'assert', takesAddressee: false, inverts: false, isNounToo: false }

function accordingTo(tokens: readonly Token[], at: number): Clause | null {
  if (tokens[at]?.word !== 'according' || tokens[at + 1]?.word !== 'to') return null
  const source = accordingSource(tokens, at)
  return source && { cue: ACCORDING, cueRange: [at, at + 2], source, whole: [at, source[1]], isFar: false }
}

/** At a sentence's start the source ends at the comma; at its end an apposition belongs to it. */
function accordingSource(tokens: readonly Token[], at: number): Range | null {
  if (at > 0 && tokens[at - 1]?.word !== 'and') return untilStop(tokens, at + 2)
  let end = at + 2
  while (tokens[end]?.kind === 'word') end += 1
  return end > at + 2 ? [at + 2, end] : null
}

function untilStop(tokens: readonly Token[], start: number): Range | null {
  const phrase = nounPhraseAfter(tokens, start)
  if (phrase !== null) return phrase
  let end = start
  while (tokens[end]?.kind === 'word') end += 1
  return end > start ? [start, end] : null
}

/** "According to Lee, A", "A, according to Lee", and "that, according to Lee, A". */
function accordingContent(context: Context): Found | null {
  const { tokens, clause, free } = context
  const [from, to] = clause.whole
  const leads =
    from === free || /^(?:and|but|that)$/.test(tokens[from - 1]?.word ?? '') || tokens[from - 2]?.word === 'that'
  return leads && tokens[to]?.word === ','
    ? contentAfter({ ...context, start: to + 1, isOpen: true })
    : contentBefore(context)
}

const DETERMINER =
  /^(?:a|an|the|each|every|both|all|some|another|early|his|her|their|its|our|my|no|any|this|that|these|those|of|to|for|by|from)$/
const PASSIVE = /^(?:was|were|is|are|been|be|being|get|got)$/

function verbClause(tokens: readonly Token[], at: number, source: Range | null): Clause | null {
  const token = tokens[at]
  const cue = token?.kind === 'word' ? cueOf(token.word) : null
  if (token === undefined || cue === null || DETERMINER.test(tokens[at - 1]?.word ?? '')) return null
  if (isNamePart(tokens, at)) return null
  const isParticiple = token.word.endsWith('ing')
  let from = at
  while (from > 0 && at - from < 4 && isBesideVerb(tokens[from - 1])) from -= 1
  const auxiliaries = tokens.slice(from, at)
  if (!isParticiple && auxiliaries.some(({ word }) => PASSIVE.test(word))) return null
  const cueRange: Range = [from, withColon(tokens, withOccasion(tokens, at + 1))]
  const inverted = isParticiple || !cue.inverts ? null : invertedSource(tokens, at, from)
  if (inverted !== null)
    return { cue, cueRange: [from, at + 1], source: inverted, whole: [from, inverted[1]], isFar: false }
  const near = nounPhraseBefore(tokens, from)
  if (near !== null && (!isParticiple || auxiliaries.length > 0))
    return cue.isNounToo && !plainSubject(tokens, near)
      ? null
      : { cue, cueRange, source: near, whole: [near[0], cueRange[1]], isFar: false }
  return farClause(tokens, { cue, cueRange, isParticiple, source })
}

/** "Granite | State |": a capital inside a sentence that is not all in capitals. */
function isNamePart(tokens: readonly Token[], at: number): boolean {
  return (
    at > 0 &&
    tokens[at]?.capital === true &&
    tokens.some(({ kind, capital, word }) => kind === 'word' && !capital && /^\p{L}/u.test(word))
  )
}

/** "He claims", "Lee reports", "critics say"; not "the states" or "news reports". */
function plainSubject(tokens: readonly Token[], [, to]: Range): boolean {
  const last = tokens[to - 1]
  return last !== undefined && (last.capital || /^(?:he|she|they|it|we|i|who)$/.test(last.word) || last.word === ',')
}

/** "…, and said that …", "…, adding that …": the source is the sentence's. */
function farClause(
  tokens: readonly Token[],
  {
    cue,
    cueRange,
    isParticiple,
    source,
  }: Pick<Clause, 'cue' | 'cueRange' | 'source'> & { readonly isParticiple: boolean },
): Clause | null {
  const left = tokens[cueRange[0] - 1]
  const joins = left?.word === ',' || left?.word === 'and' || left?.word === 'but' || left?.kind === 'quotation'
  if (cue.isNounToo && !isParticiple && left?.word !== 'and') return null
  if (!joins) return null
  return { cue, cueRange, source: source ?? subjectOf(tokens), whole: cueRange, isFar: source === null }
}

/** “…,” said | Ana Lee |; but not Ana Lee, the minister, said | the visit | would …. */
function invertedSource(tokens: readonly Token[], at: number, from: number): Range | null {
  const left = tokens[from - 1]
  const mayInvert = left === undefined || left.kind === 'quotation' || /^[,;:—–-]$/.test(left.word)
  const source = mayInvert ? nounPhraseAfter(tokens, at + 1) : null
  if (source === null || left?.kind === 'quotation' || tokens[from - 2]?.kind === 'quotation') return source
  const next = tokens[source[1]]
  return next?.kind !== 'word' || startsAdjunct(tokens, source[1]) ? source : null
}

/** "said:": the colon is part of the cue. */
function withColon(tokens: readonly Token[], at: number): number {
  return tokens[at]?.word === ':' ? at + 1 : at
}

/** "said in a statement": the occasion is part of the cue where it stands right behind the verb. */
function withOccasion(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.word !== 'in' && tokens[at]?.word !== 'on' && tokens[at]?.word !== 'at') return at
  const noun = /^(?:a|an)$/.test(tokens[at + 1]?.word ?? '') ? at + 2 : at + 1
  const isOccasion = /^(?:statement|interview|speech|letter|tweet|post|email|e-mail|report|briefing|memo|twitter)$/
  if (isOccasion.test(tokens[noun]?.word ?? '')) return noun + 1
  return tokens[noun]?.kind === 'word' && noun > at + 1 && isOccasion.test(tokens[noun + 1]?.word ?? '') ? noun + 2 : at
}

function contentOf(context: Context): Found | null {
  const { clause } = context
  const around = contentAround(context)
  if (around !== null) return around
  const before = contentBefore(context)
  if (before?.hasQuotationBeside) {
    const more = contentAfter({ ...context, start: clause.whole[1], onlyQuotation: true })
    return more === null ? before : { ...before, content: [...before.content, ...more.content] }
  }
  const isInverted = clause.source !== null && clause.source[0] > clause.cueRange[0]
  const after = contentAfter({ ...context, start: clause.whole[1], onlyQuotation: isInverted })
  return after?.isPlain ? after : (quotationBefore(context) ?? after ?? before)
}
