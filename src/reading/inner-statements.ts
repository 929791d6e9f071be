import type { Name } from '../text/names.ts'
import type { Span } from '../text/span.ts'
import { within } from '../text/within.ts'
import type { Draft } from './draft.ts'
import { isRoleNoun } from './speakers/role-words.ts'

/** How much of a content is looked at for who says it, by which words, to whom; code units. */
const REACH = 240
/** Statements inside statements inside statements: nobody writes deeper. */
const MAX_DEPTH = 4
/** What of a statement's confidence goes over to one inside it. */
const LEFT = 0.8

/** Between the commas of "the minister, Ana Lee, said". */
const APPOSITION = String.raw`(?:, [^,.;:“”"()\n]{2,70},)?`
const PRONOUN = /^(?:he|she|they)(?= )/iu
const BEHIND_NAME = new RegExp(`^(?: [^\\p{Script=Latin}\\s.,;:]{1,12})?${APPOSITION}(?= )`, 'u')
const PHRASE = new RegExp(String.raw`^(?<phrase>[^,.;:“”"()\n]{2,70}?)${APPOSITION}$`, 'u')

const LEADS = '(?: (?:had|has|have|also|later|then|once|repeatedly|already|again|recently|always|previously))*'
const OBJECT = String.raw`(?:me|us|him|her|them|it|you|(?:the|an?|his|her|their|its|our|my) (?!(?:the|an?|his|her|that|he|she|they|it) )(?:\p{L}[\p{L}'’-]* ){0,2}?\p{L}[\p{L}'’-]*|(?:\p{L}[\p{L}'’-]* ){0,2}?\p{Ll}{4,}s|\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3})`
/** "To investigators", "at a rally": what may stand before "that". */
const ASIDE = String.raw`(?:(?: only)?(?: (?:to|in|at|on|during) [^,.;:“”"\n]{2,60}?)?(?= that ))?`
const BEFORE_THAT = new RegExp(`^${ASIDE}`, 'u')
const SAYING = [
  '(?:alleged|claims?|states)(?= that )',
  'as (?:saying|stating|having said)',
  String.raw`(?:told|tells|tell|warned|assured|informed|reminded)(?= ${OBJECT},? (?:that |to |whether |if |how |why |of |about |\p{L}))`,
  `(?:asked|urged|ordered|advised|encouraged|instructed|begged)(?= ${OBJECT} (?:not )?to )`,
  '(?:promised|promises|vowed|vows|pledged|pledges|threatened|threatens|refused|refuses|offered|offers|agreed|agrees|declined|declines)(?= (?:not )?to )',
  String.raw`(?:said|says|say|stated|claimed|argued|argues|insisted|insists|admitted|admits|acknowledged|acknowledges|confirmed|confirms|denied|denies|alleges|warned|warns|announced|announces|added|adds|testified|complained|conceded|concedes|vowed|promised|predicted|predicts)(?=${ASIDE}(?:,? ["“‘]|: | (?!(?:to|so|and|or|of|in|at|on|by|for|from|nothing|something|as|,)\b)[\p{L}\p{N}$€£]))`,
].join('|')
const CUE = new RegExp(`^${LEADS} (?:${SAYING})`, 'u')
/** To whom, and how or when it was told, before what was told; and without a word between. */
const TELLING = [
  String.raw`^ ${OBJECT},?(?: (?:by|in|on|at|during|over|last|this) [^,.;:“”"\n]{2,40}?)? (?=(?:that|to|not to|whether|if|how|why|of|about|he|she|they|it|we|I) )`,
  String.raw`^ (?:me|us|him|her|them|you|\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}) `,
].map((pattern) => new RegExp(pattern, 'u'))
const IS_TELLING = /(?:told|tells?|warned|assured|informed|reminded)$/u

/** Bodies that say things, singular. */
const BODIES =
  /^(?:administration|agency|army|association|authority|bank|board|campaign|city|commission|committee|company|council|court|department|embassy|firm|government|group|industry|institute|jury|ministry|newspaper|office|organi[sz]ation|panel|party|police|school|study|survey|team|tribunal|union|university)$/u
const KIN =
  /^(?:brother|daughter|client|neighbou?r|partner|parent|source|insider|people|family|aunt|uncle|cousin|boyfriend|girlfriend|pal)$/u
/** A phrase that holds one of them is more than somebody's name or office. */
const CLAUSE =
  /\b(?:who|whom|whose|which|that|what|when|while|if|because|although|is|was|are|were|be|been|has|had|have|will|would|could|should|may|might|can|not|nothing|said|says|told)\b/iu

/** "A prosecutor to investigate" is wished for, and speaks not; an ambassador to the bay does. */
const TO_DO = /^to |(?<!close|ambassador|envoy|advis[eo]r|aide) to (?!(?:the|an?|his|her|its|their)\b)\p{Ll}/u

/** Whether words without commas are somebody who speaks: "officials", "two people close to him", "its ambassador". */
export function isSpeaker(phrase: string): boolean {
  if (CLAUSE.test(phrase) || TO_DO.test(phrase)) return false
  const noun =
    (phrase.split(/ (?:of|for|from|at|in|with|to|close|familiar|on|by)\b/u, 1)[0] ?? '').split(/[\s-]+/u).at(-1) ?? ''
  const singular = noun
    .toLowerCase()
    .replace(/ies$/u, 'y')
    .replace(/(?<=[^s])s$/u, '')
  return [noun.toLowerCase(), singular].some((one) => isRoleNoun(one) || BODIES.test(one) || KIN.test(one))
}

/** Where the words that begin at `at` cease to be who says it; null where they are nobody. */
function subjectEnd(text: string, at: number, end: number, names: readonly Name[]): number | null {
  const words = text.slice(at, Math.min(end, at + REACH))
  const pronoun = PRONOUN.exec(words)
  if (pronoun !== null) return at + pronoun[0].length
  const [name] = within(names, [at, at + 1], ({ span, title }) => [title?.[0] ?? span[0], span[1]])
  if (name !== undefined && (name.title?.[0] ?? name.span[0]) === at && name.span[1] < end) {
    const behind = BEHIND_NAME.exec(text.slice(name.span[1], Math.min(end, name.span[1] + REACH)))
    const after = name.span[1] + (behind?.[0].length ?? 0)
    if (CUE.test(text.slice(after, Math.min(end, after + REACH)))) return after
  }
  return phraseEnd(words, at)
}

/** The shortest phrase for somebody that a verb of saying follows. */
function phraseEnd(words: string, at: number): number | null {
  for (const { index } of words.matchAll(/ /gu)) {
    if (index > 2 * 70 || !CUE.test(words.slice(index))) continue
    const phrase = PHRASE.exec(words.slice(0, index))?.groups?.['phrase']
    return phrase !== undefined && isSpeaker(phrase) ? at + index : null
  }
  return null
}

/** The statement that the words `[start, end)` of a content begin with, if any. */
function innerOf(text: string, [start, end]: Span, names: readonly Name[]): Omit<Draft, 'confidence'> | null {
  const at = start + (/^that /u.exec(text.slice(start, start + 5))?.[0].length ?? 0)
  const sourceEnd = subjectEnd(text, at, end, names)
  if (sourceEnd === null) return null
  const cue = CUE.exec(text.slice(sourceEnd, Math.min(end, sourceEnd + REACH)))
  if (cue === null) return null
  const cueEnd = sourceEnd + cue[0].length
  const rest = text.slice(cueEnd, Math.min(end, cueEnd + REACH))
  const told = IS_TELLING.test(cue[0]) ? (TELLING.map((one) => one.exec(rest)).find(Boolean)?.[0].length ?? 0) : 0
  const aside = BEFORE_THAT.exec(rest.slice(told))?.[0].length ?? 0
  const gap = /^[\s,:]*/u.exec(rest.slice(told + aside))?.[0].length ?? 0
  const from = cueEnd + told + aside + gap
  return from < end ? { source: [[at, sourceEnd]], cue: [[sourceEnd + 1, cueEnd]], content: [[from, end]] } : null
}

/**
 * Statements that stand inside others: "According to Reuters, [the minister said the dam had failed]". PolNeAR, from
 * which the model learned, marks none, so they are read by their form: a content that begins with somebody and a verb
 * of saying.
 *
 * @param names of the text, in order
 * @returns `drafts` with those inside them, in any order
 * Cost: each content is looked at over a limited length, and a few levels deep.
 */
export function withInner(text: string, drafts: readonly Draft[], names: readonly Name[]): readonly Draft[] {
  const all = [...drafts]
  let level = drafts
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth += 1) {
    level = level.flatMap(({ content, confidence }) =>
      content.flatMap((span): readonly Draft[] => {
        const inner = innerOf(text, span, names)
        return inner === null ? [] : [{ ...inner, confidence: confidence * LEFT }]
      }),
    )
    all.push(...level)
  }
  return all
}
