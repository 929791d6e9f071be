import { wordSet } from '../text/word-set.ts'
import type { Token } from './unit.ts'

/** Pronouns that stand as the source of a statement. */
const PRONOUNS = wordSet('he she they it we i you who')

/** Start a noun phrase. */
export const DETERMINERS = wordSet(
  'the a an this that these those his her their its our my your some many most several other another both all one no two three four five six every each any more few',
)

/** End a noun phrase on either side. */
export const BOUNDARIES = wordSet(
  'and but or nor that when as because while after before if although though since unless until which what how where why whether so than then is are was were be been has have had did does do will would can could may might should must to not',
)

/** Start what only says where, when or with whom; also "this week", "last week". */
export const PREPOSITIONS = wordSet(
  'in on at during after before by under since from with without for as despite over about last this next earlier later among including like such',
)

const DAYS = 'monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow'

/** Say when, by themselves. */
export const TIMES = wordSet(`${DAYS} earlier later meanwhile recently previously afterwards late early last`)

const ADJUNCT_STARTS = wordSet(
  `${DAYS} in on at during after before to from about of by with via through last this earlier later early late`,
)

const AUXILIARIES = 'has have had did does do is are was were been will would may might could'

/** Verbs in a form that makes a clause. */
export const FINITE = wordSet(`${AUXILIARIES} can should must`)

/** Stand between a source and its verb, or between "has" and "said". */
const BESIDE_VERBS = wordSet(
  `${AUXILIARIES} also later then still now never not often once further only just already himself herself itself themselves again even first all`,
)
/** End in -ly and are no adverbs. */
const NO_ADVERBS = wordSet('family july italy assembly ally rally daily weekly monthly')

/** Adverbs and auxiliaries that stand between a source and its verb. */
export function isBesideVerb(token: Token | undefined): boolean {
  if (token?.kind !== 'word') return false
  return BESIDE_VERBS.has(token.word) || (token.word.endsWith('ly') && !NO_ADVERBS.has(token.word))
}

export function isPronoun(token: Token | undefined): boolean {
  return token?.kind === 'word' && PRONOUNS.has(token.word)
}

/** Whether a place, a day or an occasion starts at token `at`: "on Monday", but not "at least". */
export function startsAdjunct(tokens: readonly Token[], at: number): boolean {
  return ADJUNCT_STARTS.has(tokens[at]?.word ?? '') && !/^(?:least|most)$/.test(tokens[at + 1]?.word ?? '')
}

/** Whether token `at` starts a time: "Monday", "on Monday", "last week". */
export function startsTime(tokens: readonly Token[], at: number): boolean {
  return TIMES.has(tokens[tokens[at]?.word === 'on' ? at + 1 : at]?.word ?? '')
}

/** Whether `token` ends a sentence or its half. */
export function isStop(token: Token | undefined): boolean {
  return token !== undefined && /^[.;?!]$/.test(token.word)
}
