import { type Span, wordsOf } from '../text/span.ts'
import type { CueClause } from './cue-clause.ts'
import type { Draft } from './draft.ts'
import type { Occasion } from './statement.ts'

type Kind = Occasion['kind']

/** What a thing said in is called, by kind. Longer names stand before those that they end with. */
const KINDS: Readonly<Record<Kind, string>> = {
  briefing:
    'news conference|press conference|press briefing|press call|press gaggle|conference call|media availability|briefing|gaggle|presser',
  post: 'tweets?|retweet|blog post|blog|posts?|posting|tweetstorm|thread',
  document:
    'press release|news release|court filing|statement|reports?|op-ed|column|editorial|essay|article|book|memoir|filing|complaint|lawsuit|ruling|affidavit|white paper|paper|study|declaration|communique|communiqué|resolution|manifesto|questionnaire|indictment|dissent|legal opinion|review|document|transcript',
  letter: 'open letter|letters?|e-mails?|emails?|memos?|memorandum|petition|note|message|telegram',
  interview: 'interviews?|podcast|Q&A|question-and-answer session',
  speech:
    'speech|speeches|address|remarks|sermon|keynote|lecture|testimony|hearing|debate|rally|town hall(?: meeting)?|toast|eulogy|commencement|forum',
}
const NOUNS = Object.values(KINDS).join('|')

/** A platform that is said on. */
const PLATFORM =
  'Twitter|Facebook|Instagram|Weibo|Telegram|Truth Social|TikTok|YouTube|Snapchat|Medium|Reddit|LinkedIn|X'

/** "In an open letter", "at a later press conference", "during his speech", "on Twitter". */
const SAID_IN = new RegExp(
  String.raw`(?<![\p{L}-])(?:(?:[Ii]n|[Aa]t|[Dd]uring|[Oo]n|[Vv]ia|[Tt]hrough|[Bb]y|[Ff]rom) (?:(?:an?|the|one|this|that|his|her|their|its|my|our|another|[\p{L}.]+['’]s?) )?(?:[\p{L}\p{N}-]+['’]?s? ){0,4}?(?<noun>${NOUNS})|(?:[Oo]n|[Vv]ia|[Tt]o) (?:(?:his|her|their|its) )?(?<platform>${PLATFORM}))(?![\p{L}\p{N}-])`,
  'gu',
)
/** Between "in" and "interview" stand words that describe it, and no second clause. */
const NOT_BETWEEN = /\s(?:and|or|of|to|for|with|about|that|who|which|after|before|said|says|told|when|where|in|on|at)\s/

const POSTING = /\b(?:re)?tweet(?:s|ed|ing)\b|\bposted\b|\bblogged\b/iu
const EMAILING = /\be-?mail(?:s|ed|ing)\b/iu

/** A source that is itself what it is said in: "the letter", "a statement from the ministry". */
const SOURCE_IS = new RegExp(
  String.raw`^(?:(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Tt]his|[Oo]ne) )?(?:[\p{L}-]+ ){0,2}?(?<noun>${NOUNS})(?![\p{L}\p{N}-])`,
  'u',
)

const KIND_OF = Object.entries(KINDS).map(([kind, list]) => [new RegExp(`^(?:${list})$`, 'i'), kind as Kind] as const)

function kindOf(noun: string): Kind | undefined {
  return KIND_OF.find(([names]) => names.test(noun))?.[1]
}

function within(clause: CueClause, from: number, to: number): Occasion | null {
  const found = [...clause.words.slice(from, to).matchAll(SAID_IN)].find(({ 0: words }) => !NOT_BETWEEN.test(words))
  const { noun, platform } = found?.groups ?? {}
  const kind = platform === undefined ? kindOf(noun ?? '') : 'post'
  if (found === undefined || kind === undefined) return null
  const start = clause.start + from + found.index
  return { kind, span: [start, start + found[0].length] }
}

function verbal(text: string, cue: readonly Span[]): Occasion | null {
  for (const [start, end] of cue) {
    const words = text.slice(start, end)
    const [post, mail] = [POSTING.exec(words), EMAILING.exec(words)]
    const found = post ?? mail
    if (found !== null)
      return {
        kind: post === null ? 'letter' : 'post',
        span: [start + found.index, start + found.index + found[0].length],
      }
  }
  return null
}

/**
 * In what it was said, where the words around the cue say so, or the source is it: "in an open letter", "tweeted",
 * "the report". What stands in the cue or behind it goes before what stands in front.
 *
 * @param clause of the same draft
 * @returns null where the text does not say; the span runs from the preposition to the noun
 */
export function occasionOf(text: string, { source, cue }: Draft, clause: CueClause | null): Occasion | null {
  if (clause === null) return null
  const around = within(clause, clause.cue[0], clause.words.length) ?? within(clause, 0, clause.cue[0])
  if (around !== null) return around
  const posted = verbal(text, cue)
  const [first] = source
  if (posted !== null || first === undefined) return posted
  const found = SOURCE_IS.exec(wordsOf(text, [first[0], Math.min(first[1], first[0] + 80)]))
  const { noun } = found?.groups ?? {}
  const kind = kindOf(noun ?? '')
  return found === null || kind === undefined ? null : { kind, span: [first[0], first[0] + found[0].length] }
}
