import type { EventKind } from '../commitments/commitment.ts'

/** Words that tell what becomes of an undertaking, the first that fit; in small letters. */
const EVENTS: readonly (readonly [kind: EventKind, words: RegExp])[] = [
  ['postponed', /\b(?:postpon|delay|put(?:ting)? off|reschedul|pushed back|not before)/],
  [
    'withdrawn',
    /\b(?:withdr[ae]w|cancel|call(?:ed|ing|s)? off|no longer|abandon|scrap|ruled? out|will not|won't|refus)/,
  ],
  ['partly met', /\b(?:part of|in part|partly|partially) (?:\w+ ){0,3}(?:met|published|released|kept|done)/],
  ['started', /\b(?:began|begun|started|under ?way|has arrived|have arrived)\b/],
  ['agreed', /\b(?:agreed|agrees|agreement)\b/],
]
/** What has been done, said of the past. */
const MET =
  /\b(?:took place|has taken place|have (?:met|kept|published|released|done)|(?:was|were|has been|have been|is now) (?:published|released|completed|carried out|fulfilled|kept|handed over|opened|finished)|published it|released it|kept (?:the|our|my|his|her|its|their) (?:promise|word))\b/
const REFUSED = /\b(?:refus|reject|ruled? out|will not|won't|would not|wouldn't|cannot|declin|never|nobody|no one)/

/** What the words say has happened to an undertaking; null where they only undertake, or say nothing of it. */
export function deedOf(words: string): EventKind | null {
  const small = words.toLowerCase().replaceAll('’', "'")
  return EVENTS.find(([, pattern]) => pattern.test(small))?.[0] ?? (MET.test(small) ? 'met' : null)
}

/** Whether the words turn something down. */
export function isRefusal(words: string): boolean {
  return REFUSED.test(words.toLowerCase().replaceAll('’', "'"))
}

const CONDITION =
  /\b(?:only (?:\w+ ){0,3}(?:if|when|once)|provided that|on (?:the )?condition that|(?:free|able|allowed) to)\b/

/** Whether the words lay down how something is to be, or on what terms. */
export function isCondition(words: string): boolean {
  return CONDITION.test(words.toLowerCase())
}

/** How far into a content its main clause is looked for. */
const MAIN_CLAUSE = 100
/** What is no deed that anybody could be held to. */
const NO_DEED =
  '(?!(?:be (?!\\w+ing )|have |see |hear |win |lose |know |think |say |like |help |look |get |make sure |do so ))'
const UNDERTAKING = new RegExp(
  [
    // "the campaign intends to deliver an address", "hoped to publish"
    `(?<!not )\\b(?:plan|intend|hope|pledge|vow|promise|propose|agree|aim)(?:s|d|ed|ned)? to ${NO_DEED}`,
    `\\b(?:is|are|was|were) (?:set|ready|prepared|committed|determined) to ${NO_DEED}`,
    // "he will be releasing", "she would decide in July", "its team would publish"
    `(?:^|[;:] )(?:that )?(?:i|we|he|she|they|it(?! (?:will|would|'ll) take))(?:'ll|'d| will| would) (?:not |never |also )?${NO_DEED}(?!been |all |rather |probably |likely |need |want |love |become |consider |take a )\\w{3,}`,
    '^(?:that )?(?:i|we|he|she|it|they)(?: had| have) (?:fully )?(?:intended|meant|promised|agreed|planned) (?:for|to|that) ',
    '^(?:i|we) (?:said|promised|told you) .{0,40}\\b(?:will|would|before|by) ',
    // "a view to making it public"
    '\\bwith a view to ',
  ].join('|'),
)
/** In somebody's own words, he and they are others. */
const OTHERS_DEED = /^[“"'‘]+(?:he|she|they|it)\b/iu
/** "Mrs. Lee wants | to make tuition free": what is wanted of oneself. */
const WANTING = new RegExp(
  `(?<!not )\\b(?:wants?|hopes?|hoped|would like|plans?|planned|intends?|proposes?) (?:that )?to ${NO_DEED}`,
)

const small = (words: string) =>
  words
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^[\s“"'‘]+/u, '')

/**
 * Whether it is said what the speaker, or whoever it speaks of, means to do, in other words than a promise's.
 *
 * @param deed cue and content
 */
export function intends(content: string, deed: string): boolean {
  if (OTHERS_DEED.test(content)) return false
  return UNDERTAKING.test(small(content).slice(0, MAIN_CLAUSE)) || WANTING.test(small(deed).slice(0, MAIN_CLAUSE))
}

const SPEAKS_FOR = /\b(?:spokes\w+|campaign|aides?|advis[eo]rs?|administration|office|ministry|officials|team)\b/iu
const WILL_DO = new RegExp(
  `^(?:that )?(?:[\\p{L}'.’-]+ ){1,6}?(?:will|would) (?:not |also )?${NO_DEED}(?!need |want |become |take )\\w{3,}`,
  'u',
)

/** Whether somebody who speaks for others says what these will do: an aide of the candidate, a ministry's spokesman. */
export function speaksFor(source: string, content: string): boolean {
  return SPEAKS_FOR.test(source) && WILL_DO.test(small(content))
}

/** Cues that ask somebody for something by themselves. */
const ASKING_CUE =
  /\b(?:call|urg|demand|ask|appeal|implor|exhort|petition|advocat|request|recommend|propos|press(?:ed|ing|es)? (?:for|to)|push|insist|want|order|instruct|plead|advis|beg|invit|challeng|sought|seek|lobb)/
/** Said of somebody who is named, or of what there is to be: "the party should", "there needs to be a law". */
const OUGHT =
  /^(?:that )?(?:(?:i|we) (?:think|believe) )?(?:that )?(?:(?:there|it|they) (?:needs? to|must|should) be (?!no )|(?!(?:you|we|i|i've|we've|this|it|that|what|if|when|he|she|they|one|nobody|someone) )(?:[\p{L}'.-]+ ){1,9}?(?:should|must|ought to|needs? to) (?:immediately |now |also |not )?(?!be (?:able|a|the|no|fine|proud|ashamed|careful)\b|have |know |feel |disqualify|give ))/u
/** "is essential": what has to be. */
const ESSENTIAL = /\b(?:is|are) (?:essential|imperative|crucial|long overdue|vital)\b/

/** "The release is essential", "the rules should be changed": what others have to do, whatever the cue says. */
export function oughtToBe(content: string): boolean {
  const clause = small(content)
  return OUGHT.test(clause) || ESSENTIAL.test(clause.slice(0, MAIN_CLAUSE))
}

/** "Asked how": a question asks for an answer alone. */
const QUESTION = /^(?:whether|if|how|why|what|who|when|where) /

/** Whether something that can be done is asked for, and not only wished, advised or shouted. */
export function asksFor(cue: string, content: string): boolean {
  const clause = small(content)
  if (QUESTION.test(clause)) return false
  return ASKING_CUE.test(small(cue)) || oughtToBe(content) || /\b(?:we|i) (?:ask|call on|urge|demand)\b/.test(clause)
}
