import { type Span, wordsOf } from '../text/span.ts'
import { type ActRule, CONTENT_RULES, CUE_RULES } from './act-words.ts'
import type { Draft } from './draft.ts'
import type { Act } from './statement.ts'

/** How much of a content is looked at for its main clause, in code units: its point stands first, or nowhere. */
const MAIN_CLAUSE = 160
/** How much behind the cue still belongs to it: "asked | the embassy to". */
const BEHIND_CUE = 48

/** Behind the cue, what ends its clause. */
const CLAUSE_END = /[.!?;:,"“”\n]/

/** Small letters, straight apostrophes, words apart by one space, a space at both ends; no other marks. */
function plain(words: string): string {
  return ` ${words
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[^\p{L}\p{N}'$%-]+/gu, ' ')
    .trim()} `
}

/** The act of the first rule that fits from before `border` on. */
function firstFit(rules: readonly ActRule[], words: string, border = words.length): Act | undefined {
  return rules.find((rule) => (rule.words.exec(words)?.index ?? border) < border)?.act
}

/** Where a sentence ends, but for titles and initials. */
const SENTENCE_END = /(?<![.\s]\p{L}|\b(?:Mrs?|Ms|Dr|Sen|Rep|Gov|Gen|Lt|St|Jr|Sr|vs|No))[.!?;]+["”’']*\s|\n/u
/** Where a clause hangs from another. */
const HANGING = /,?\s(?:because|although|though|while|who|which|whose|since|even if)\s/u

/** What only leads up to the point: "I think", "look", "well, of course". */
const HEDGE =
  /^ (?:(?:that|and|but|so|well|look|listen|you know|of course|obviously|frankly|honestly|clearly|ultimately|(?:i|we) (?:just |really |still |also |do )?(?:think|believe|guess|suspect|know)|i mean|i'm sure|i am sure|i'm confident|as i said) )+/u

/** The first sentence of a content, to where a clause hangs from it. */
function mainClause(text: string, content: readonly Span[]): string {
  const words = content.map(([start, end]) => text.slice(start, Math.min(end, start + MAIN_CLAUSE))).join(' ')
  const sentence = words.slice(0, MAIN_CLAUSE).split(SENTENCE_END, 1)[0] ?? ''
  return plain(sentence.split(HANGING, 1)[0] ?? '').replace(HEDGE, ' ')
}

/** Undertakings, with the speaker as subject. `would` and `will` before these foresee or wish, and undertake nothing. */
const NO_DEED =
  '(?!(?:be |not be |never be |like |love |have |win |lose |need |want |prefer |happen |see |say |think |become |beat |take time|mean |get |probably |likely |make life))'
const DEED = [
  `(?:(?:will|won't|would|wouldn't|'ll|shall) (?:not |never |always |also |instead |only |continue to )*${NO_DEED}`,
  "(?:am |is |are |was |were |'m |'re |'s )?(?:not |never )?(?:going to |gonna )(?!be |have |need |happen |win |lose )",
  '(?:have |has |had )?(?:plans?|planned|intends?|intended|decided|promised?|pledged?|vow(?:ed)?|agreed|refused?|promise) (?:to |not to |that )?',
  "(?:is|are|was|were|am|'m|'re) (?:committed|determined|ready|willing|prepared) to )",
].join('|')
const OWN_PLURAL = new RegExp(`^ (?:that )?(?:[a-z]+ ){0,2}?(?:i|we|i'(?=ll |m )|we'(?=ll |re )) ?${DEED}`, 'u')
const OWN = new RegExp(`^ (?:that )?(?:if \\p{L}+ )?(he|she|they|it) ${DEED}`, 'u')
const NOT_GOING = /^ (?:not going|never going) to /
/** "the campaign will release": the speaker's own body acts. */
const BODY = new RegExp(
  `^ (?:that )?(?:the |its |our |his |her |their )?(?:\\p{L}+ ){0,3}?(administration|government|campaign|company|ministry|department|white house|agency|commission|committee|party|council|states|house|bank|city|police|office|court|board|union|network) ${DEED}`,
  'u',
)
const IS_BODY =
  / (?:administration|government|campaign|company|ministry|department|agency|commission|committee|party|council|bank|board|union|network|firm|group|organi[sz]ation|association|bloc|university|team|bureau|corporation) /
const SPEAKS_FOR =
  /spokes|aide|official|administration|government|campaign|company|ministr|secretary|president|white house|chief|director|mayor|council|commission|department/

/** Whether the words undertake something that the speaker, or the body it speaks for, will do. */
function undertakes(clause: string, source: string): boolean {
  if (OWN_PLURAL.test(clause) || NOT_GOING.test(clause)) return true
  const pronoun = OWN.exec(clause)?.[1]
  if (pronoun !== undefined) {
    if (pronoun === 'he' || pronoun === 'she')
      return !/ (?:he|she|they|it) /.test(source) || source.includes(` ${pronoun} `)
    return pronoun === 'they' ? / they | and |s $/.test(source) : IS_BODY.test(source)
  }
  const body = BODY.exec(clause)?.[1]
  return body !== undefined && (source.includes(body) || SPEAKS_FOR.test(source))
}

/** "Should", "must" and their kin before any subordinate clause, said of somebody: a demand. */
const OUGHT =
  /^ (?:(?!that |if |when |how |why |where )\p{L}[\p{L}'-]* |that ){0,9}?(?:should(?:n't)?|must(?:n't)?|ought to|needs? to|needed to|(?:has|have|had|'ve|\p{L}+'ve|'s|\p{L}+'s) (?:got )?to|had better|gotta) (?!have (?:been|had|known)|be (?:no|able|fine))/u
/** "I have to say" and "they had to flee" demand nothing of anybody. */
const NO_OUGHT =
  / (?:(?:i|i've|he|she|they|it) (?:had|have|got) (?:got )?to|have to (?:say|admit|tell)|should (?:boost|help)) /
/** "We need a leader" wants somebody else to act; "I need a coat" does not. */
const IN_NEED =
  /^ (?:that )?(?:we|(?:this|our|the) (?:country|nation|world|city|state|party)) (?:also |really )?needs? (?!to )/

const NAMING = / (?:call|called|calls|calling|labell?ed|branded|dubbed|described|describes|describing) /
/** "Called the reports false": what was said by others, and that it is not so. */
const NAMED_FALSE =
  / (?:claims?|reports?|allegations?|charges?|accusations?|stor(?:y|ies)|suggestions?|rumou?rs?|idea|notion|it|that|them|this) (?:\p{L}+ ){0,3}?(?:false|untrue|baseless|groundless|unfounded|nonsense|lies?|fabrications?|fabricated|ridiculous|absurd|hoax|rumou?rs?) /u

/** "There was no torture", "he never lied": a charge behind a denial. */
const DENIAL =
  / (?:there (?:is|was|are|were|has been|have been)|there's) (?:no|never) (?!doubt|question|way|reason|place|better|point|need|time|more|one|other|excuse|such thing as a)| (?:never|did not|didn't|has not|have not|had not|hasn't|haven't|hadn't|no one|nobody|none of (?:\p{L}+ ){1,3}?)(?: ever| was| were| is| are| has| have| had| has been| have been| had been)? /u

/** Whether what the clause charges somebody with is what it denies. */
function isDenied(clause: string): boolean {
  const charge = CONTENT_RULES.find(({ act }) => act === 'accuse')?.words.exec(clause)?.index
  const denial = DENIAL.exec(clause)
  return (
    charge !== undefined && denial !== null && denial.index < charge && charge - denial.index - denial[0].length < 12
  )
}

/** "Explained why" answers; only "asked why" asks. */
const QUESTION = /^ (?:whether|if|why|how|what|who|when) /
const ASKING = / (?:question|questions|questioned|questioning|unclear|unsure|know|knew|see) /

/**
 * What is done by saying it: by the cue's verb where it names the act, else by the content's main clause.
 *
 * @returns null where there is no cue
 */
export function actOf(text: string, draft: Draft): Act | null {
  const last = draft.cue.at(-1)
  if (last === undefined) return null
  const cue = plain(draft.cue.map((span) => wordsOf(text, span)).join(' '))
  const behind = plain(text.slice(last[1], last[1] + BEHIND_CUE).split(CLAUSE_END, 1)[0] ?? '')
  return firstFit(CUE_RULES, `${cue}|${behind}`, cue.length) ?? actOfContent(text, draft, cue)
}

function actOfContent(text: string, { source, content }: Draft, cue: string): Act {
  const clause = mainClause(text, content)
  if (isQuestion(text, content) || (QUESTION.test(clause) && ASKING.test(cue))) return 'ask'
  if (undertakes(clause, plain(source.map((span) => wordsOf(text, span)).join(' ')))) return 'commit'
  if (IN_NEED.test(clause) || (OUGHT.test(clause) && !NO_OUGHT.test(clause))) return 'demand'
  if (NAMING.test(cue) && NAMED_FALSE.test(clause)) return 'deny'
  const act = isDenied(clause) ? 'deny' : (firstFit(CONTENT_RULES, clause) ?? 'assert')
  // "Called the plan a promise" names a thing, and does not promise.
  return NAMING.test(cue) && !['accuse', 'concern', 'confirm'].includes(act) ? 'assert' : act
}

/** Whether the content's first sentence is a question, or its only one. */
function isQuestion(text: string, content: readonly Span[]): boolean {
  const [start, end] = content[0] ?? [0, 0]
  const stop = /[.!?](?=["”’']*(?:\s|$))/.exec(text.slice(start, Math.min(end, start + 2 * MAIN_CLAUSE)))
  return stop?.[0] === '?'
}
