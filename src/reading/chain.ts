import { overlaps, type Span, wordsOf } from '../text/span.ts'
import { BLOTTED, type CueClause, cueClauseOf } from './cue-clause.ts'
import type { Draft } from './draft.ts'
import { isOutlet, type Outlet, outletsWithin } from './outlets.ts'
import type { Hop, Speaker } from './statement.ts'

/** How many statements to either side are looked at for one that reports this one. */
const BESIDE = 4
/** Over how many code units an interview goes on without being named again: some three paragraphs. */
const GOES_ON = 900
/** Over how many once somebody else has spoken in between. */
const GOES_ON_AFTER_OTHERS = 300

/** What `chainsOf` looks around in. */
type Around = {
  readonly outlets: readonly Outlet[]
  readonly sentences: readonly Span[]
  /** Of the drafts, in their order; null where not known. */
  readonly speakers: readonly (Speaker | null)[]
}

/** A draft with its speaker. */
type Spoken = { readonly draft: Draft; readonly speaker: Speaker | null }

const TOLD = String.raw`\b(?:told|tells|telling|tell|informed|assured)(?:\s+\p{L}+ at)?`
const MET = String.raw`\b(?:interview(?:ed|s)?|conversation|appearance|appearing|appeared|spoke|speaking|call(?:ing)? in|op-ed|column|piece|article|essay|meeting|Q&A|podcast|remarks|comments|statement|email|e-mail)\s+(?:[\p{L}\d-]+\s+){0,6}?(?:with|on|by|to|for|in|at|of)`
const PUT_OUT = String.raw`\b(?:[Ww]riting for|(?:released|published|obtained|leaked|posted|quoted|cited|reported|reviewed|seen) by)`
const PREPOSITION = String.raw`\b(?:[Ii]n|[Dd]uring|[Oo]n|(?<!ccording )[Tt]o|[Vv]ia|[Tt]hrough|from)`
/** "The", "the state news agency": what may stand between those and the name. */
const LED_BY = String.raw`\s+(?:(?:the|an?|its|his|her|their)\s+)?(?:[\p{L}’'-]+\s+){0,4}$`
/** Before an outlet's name: it was said to it, on it, in an interview with it. */
const THROUGH = new RegExp(`(?:${TOLD}|${MET}|${PUT_OUT}|${PREPOSITION})${LED_BY}`, 'u')
/** "On Fox News", "to CNN" and "in the Times", but not "in the Times building". */
const BARE = new RegExp(PREPOSITION + LED_BY, 'u')
const GOES_WITH_BARE =
  /^(?:['’]s?\s|\s(?:interview|appearance|op-ed|column|show|town hall|program|programme)|[\s,.:;]|$)/u
/** Ends what may stand between the preposition and the name. */
const ENDS_LEAD =
  /\b(?:who|that|which|after|before|when|and|but|about|where|because|while|whose|against|than|hosted|sponsored|owned)\b/u

/** How far before an outlet's name its preposition may stand, in code units. */
const LEAD = 70
/** How far behind it the words are looked at, in code units. */
const BEHIND = 24

/** Before and behind the name of an outlet that the whole sentence is taken from, nested or not. */
const ACCORDING_TO = new RegExp(String.raw`\b[Aa]ccording${LED_BY.replace(String.raw`\s+`, String.raw`\s+to\s+`)}`, 'u')
const REPORTED = /^\s(?:has |had |first |also )?(?:reports|reported|reporting|quoted|quotes)(?!\p{L})/u

/** What the words around the cue say of an outlet named there: the sentence is from it, or it was said through it. */
function partOf(text: string, { words, start }: CueClause, { span }: Outlet): 'from' | 'through' | null {
  const at = span[0] - start
  if (BLOTTED.test(words.slice(at, span[1] - start))) return null
  const lead = words.slice(Math.max(0, at - LEAD), at)
  const behind = text.slice(span[1], span[1] + BEHIND)
  if (ACCORDING_TO.test(lead) || REPORTED.test(behind)) return 'from'
  const found = THROUGH.exec(lead)
  if (found === null || ENDS_LEAD.test(found[0])) return null
  return !BARE.test(lead) || GOES_WITH_BARE.test(behind) ? 'through' : null
}

/** The outlet that the sentence is from, then the one that it was said to, or on, or in: one of each at most. */
function namedAround(text: string, clause: CueClause, outlets: readonly Outlet[]): readonly Outlet[] {
  const { words, start } = clause
  const near = outletsWithin(outlets, [start, start + words.length]).map((outlet) => ({
    outlet,
    part: partOf(text, clause, outlet),
  }))
  return (['from', 'through'] as const).flatMap((wanted) => near.find(({ part }) => part === wanted)?.outlet ?? [])
}

/** "Dan Lee of the Gazette wrote": who writes for an outlet reaches the reader through it. */
const WRITES_FOR = /(?:^|\s)(?:at|of|from|with|writing (?:for|in))\s+(?:the\s+)?$/u
const WRITES =
  /\b(?:wr(?:ote|ites|iting)|report(?:s|ed|ing)?|noted|notes|argue[sd]|agreed|observed|tweeted|put it|concluded|opined)\b/i

function employerOf(text: string, { source, cue }: Draft, outlets: readonly Outlet[]): readonly Outlet[] {
  const [span] = source
  if (span === undefined || !cue.some((one) => WRITES.test(wordsOf(text, one)))) return []
  return outletsWithin(outlets, span)
    .filter((outlet) => WRITES_FOR.test(text.slice(Math.max(span[0], outlet.span[0] - 24), outlet.span[0])))
    .slice(0, 1)
}

/** Whether what `outer` attributes holds the words of `inner`. */
function reports(outer: Draft, inner: Draft): boolean {
  const [cue] = inner.cue
  return cue !== undefined && outer.content.some(([start, end]) => start <= cue[0] && cue[1] <= end)
}

/** "Citing two officials", behind an outlet that reports the same content. */
function cites(text: string, draft: Draft, other: Draft): boolean {
  const last = draft.cue.at(-1)
  return (
    last !== undefined &&
    /\b(?:citing|quoting|quoted|cited)$/i.test(wordsOf(text, last)) &&
    other.content.some((span) => draft.content.some((own) => overlaps(span, own)))
  )
}

/** An outlet or a person as a hop: by its name where the source gives one, else by the source's words. */
function hopOf(text: string, source: Span, { speaker }: Spoken, outlets: readonly Outlet[]): Hop | null {
  if (isOutlet(text, source, outlets)) {
    const named = outletsWithin(outlets, source)[0]
    if (named !== undefined) return named
  } else if (speaker !== null) return { name: speaker.name, span: speaker.mention }
  const words = wordsOf(text, source).replace(/\s+/g, ' ').replace(/,$/, '')
  return PRONOUN.test(words) || words.length > MAX_SOURCE ? null : { name: words, span: source }
}

/** Who reports this statement in their own: an outlet, or a person within whose words it stands; outermost first. */
function reporting(
  text: string,
  draft: Draft,
  beside: readonly Spoken[],
  outlets: readonly Outlet[],
): readonly (Hop | null)[] {
  return beside.map((spoken) => {
    const { draft: other } = spoken
    const [source] = other.source
    if (other === draft || source === undefined) return null
    const isCited = isOutlet(text, source, outlets) && cites(text, draft, other)
    return reports(other, draft) || isCited ? hopOf(text, source, spoken, outlets) : null
  })
}

function ownChain(
  text: string,
  { draft, speaker }: Spoken,
  beside: readonly Spoken[],
  { outlets, sentences }: Around,
): readonly Hop[] {
  const clause = cueClauseOf(text, draft, sentences)
  const hops = [
    ...reporting(text, draft, beside, outlets).filter((hop) => hop !== null),
    ...(clause === null ? [] : namedAround(text, clause, outlets)),
    ...employerOf(text, draft, outlets),
  ]
  // Nobody reaches the reader through themselves.
  return hops.filter(({ name }, at) => name !== speaker?.name && hops.findIndex((hop) => hop.name === name) === at)
}

/** A chain that goes on: whose words, through which hops, up to where. */
type Interview = {
  readonly speaker: string
  readonly chain: readonly Hop[]
  readonly end: number
  readonly interrupted: boolean
}

const PRONOUN = /^(?:he|she|they|who|I)$/i
/** Longer sources are no names that come again, in code units. */
const MAX_SOURCE = 160
/** Verbs by which an interview goes on. */
const SAYS =
  /^(?:also |then |later )?(?:said|says|added|adds|continued|explained|noted|told|replied|responded|wrote|insisted|saying|adding|argued|recalled|described|acknowledged)\b/i

/** The last word of a name without its possessive: what it is called the second time. */
function surnameOf(words: string): string {
  const name = words.replace(/\s*\([^)]*\)/g, '').split(',', 1)[0] ?? ''
  return /([\p{L}-]+)(?:['’]s)?$/u.exec(name.trim())?.[1] ?? ''
}

/** Whether `speaker` (a source as printed) has `surname` as one of its words. */
function isCalled(speaker: string, surname: string): boolean {
  return /^\p{Lu}/u.test(surname) && speaker.split(/[^\p{L}-]+/u).includes(surname)
}

/** Whether a draft goes on with an interview: its speaker again, soon, with a plain verb of saying. */
function goesOn(text: string, { source, cue }: Draft, interview: Interview): boolean {
  const [who, how] = [source[0], cue[0]]
  if (who === undefined || how === undefined || !SAYS.test(wordsOf(text, how))) return false
  const reach = interview.interrupted ? GOES_ON_AFTER_OTHERS : GOES_ON
  if (Math.min(who[0], how[0]) - interview.end > reach) return false
  const words = wordsOf(text, who).slice(0, MAX_SOURCE)
  return (PRONOUN.test(words) && !interview.interrupted) || isCalled(interview.speaker, surnameOf(words))
}

/**
 * The chain of each draft: the outlets it came through, from this article's own towards the speaker.
 *
 * An outlet that itself is the source is the speaker and no hop; what it reports of others has it as a hop, and what
 * somebody tells of another's words has that person as one. An interview goes on while its speaker speaks on. An agency in the article's dateline ("PORT ELLEN (Brevane) —") wrote
 * the article: who is quoted there spoke to it as any outlet's own reporter, so it is no hop.
 *
 * @param drafts in the order of the text
 * Cost: O(drafts), each with a piece of text of limited length.
 */
export function chainsOf(text: string, drafts: readonly Draft[], around: Around): readonly (readonly Hop[])[] {
  let interview: Interview | null = null
  const spoken = drafts.map((draft, index): Spoken => ({ draft, speaker: around.speakers[index] ?? null }))
  return spoken.map((one, index) => {
    const { draft } = one
    const beside = spoken.slice(Math.max(0, index - BESIDE), index + BESIDE + 1)
    const [source] = draft.source
    if (source !== undefined && isOutlet(text, source, around.outlets))
      return reporting(text, draft, beside, around.outlets).filter((hop) => hop !== null)
    const own = ownChain(text, one, beside, around)
    const end = Math.max(draft.cue.at(-1)?.[1] ?? 0, draft.content.at(-1)?.[1] ?? 0)
    if (own.length > 0 && source !== undefined) {
      const words = wordsOf(text, source).slice(0, MAX_SOURCE)
      interview = {
        speaker: PRONOUN.test(words) ? (interview?.speaker ?? '') : words,
        chain: own,
        end,
        interrupted: false,
      }
      return own
    }
    if (interview !== null && own.length === 0 && goesOn(text, draft, interview)) {
      interview = { ...interview, end, interrupted: false }
      return interview.chain
    }
    if (interview !== null && source !== undefined && !PRONOUN.test(wordsOf(text, source)))
      interview = { ...interview, interrupted: true }
    return own
  })
}
