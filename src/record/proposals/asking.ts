import { deniesByCue, mainClauses, small } from './clauses.ts'

/** Cues that ask somebody for something by themselves. */
const ASKING_CUE =
  /\b(?:call(?:s|ed|ing)? (?:for|on|upon)|urg|demand|ask|appeal|implor|exhort|petition|advocat|request|recommend|propos|press(?:ed|ing|es)? (?:for|to)|push(?:ed|es|ing)? (?:for|to)|insist|want|order|instruct|plead(?:s|ed|ing)? (?:for|with)|advis|beg|invit|sought|seek|lobb)/
/** "Call | for": the word that asks stands in the cue, and what is asked for begins the content. */
const CALLING_CUE = /\b(?:call|challeng)(?:e?s|ed|ing)?$/
const ASKED = /^(?:to|for|on|upon|that) /
/** "Wants | to extend leave": what one means to do, and asks of nobody. */
const OWN_CUE = /\b(?:want|seek|sought|propos)\w*$/
const OWN_DEED = /^to /
/** What reporters ask for. */
const COMMENT =
  /^not to be (?:named|identified|quoted)|^(?:an? |the |its |his |her |their )?(?:call|appeal|request|message|inquir|question)\w* (?:for|seeking) (?:comment|an? interview)/
/** Said of somebody who is named, or of what there is to be: "the party should", "there needs to be a law". */
const OUGHT =
  /^(?:(?:i|we|he|she|they) (?:thinks?|believes?|thought|believed) )?(?:that )?(?:there (?:needs? to|must|should) be (?!no )|it (?:needs? to|must|should) be (?!no |an? |very )|(?:he|she|they) (?:should|must|needs? to) (?:immediately |at once |now |not |stop |never )|(?!(?:you|we|i|i've|we've|this|it|that|what|if|when|he|she|they|one|nobody|someone) )(?:[\p{L}'.-]+ ){1,9}?(?:should|must|ought to|needs? to) (?:immediately |now |also |not )?(?!be (?:able|a|the|no|fine|proud|ashamed|careful)\b|have |know |feel |disqualify|give ))/u
/** "is essential": what has to be. */
const ESSENTIAL = /\b(?:is|are) (?:essential|imperative|crucial|long overdue|vital)\b/
/** "All we are asking for", "we urge". */
const WE_ASK =
  /\b(?:i|we)(?:'m|'re| am| are)? (?:only |simply |just )?(?:ask(?:ing)?|call(?:ing)? (?:on|for)|urg(?:e|ing)|demand(?:ing)?)\b/
/** What somebody else is said to ask for: "has long called for", "a call for". */
const IS_ASKED =
  /\b(?:has|have|had) (?:long |repeatedly |also |often )?(?:called (?:for|on)|demanded|urged)\b|\b(?<!(?:was|were|is|are|been|be) )(?:asked|urged|called on|pressed) (?!to )(?:[\p{L}'.-]+ ){1,4}?to |^(?:an? |the |its |his |her |their )?(?:call|appeal|plea|petition|demand|request)s? (?:for|to|on) /u
const NEAR = 100
/** "Asked how": a question asks for an answer alone. */
const QUESTION = /^(?:whether|if|how|why|what|who|when|where) /

/** "The release is essential", "we ask you", "has long called for": what others have to do, whatever the cue says. */
export function oughtToBe(content: string): boolean {
  const start = small(content).slice(0, NEAR)
  if (COMMENT.test(start)) return false
  return (
    ESSENTIAL.test(start) ||
    IS_ASKED.test(start) ||
    mainClauses(content).some((clause) => OUGHT.test(clause) || WE_ASK.test(clause))
  )
}

/** Whether the cue asks, by itself or with the content's first word. */
export function asksByCue(cue: string, content: string): boolean {
  const [asking, asked] = [small(cue).trim(), small(content)]
  if (deniesByCue(cue) || (OWN_CUE.test(asking) && OWN_DEED.test(asked))) return false
  return ASKING_CUE.test(asking) || (CALLING_CUE.test(asking) && ASKED.test(asked))
}

/** Whether something that can be done is asked for, and not only wished, advised or shouted. */
export function asksFor(cue: string, content: string): boolean {
  return (
    !QUESTION.test(small(content)) && !COMMENT.test(small(content)) && (asksByCue(cue, content) || oughtToBe(content))
  )
}

/** "It expects her office to wait": what an actor of a dossier counts on another to do. */
const EXPECTED = /\bexpects? (?:[\p{L}'.-]+ ){1,8}?to \p{L}{2,}/u

/** Whether it is told what somebody expects another to do. */
export function isExpected(deed: string): boolean {
  return EXPECTED.test(small(deed))
}
