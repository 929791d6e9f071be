import type { StatementKind } from '../../reading/statement.ts'
import { deniesByCue, mainClauses, small } from './clauses.ts'

/** What is no deed that anybody could be held to. */
const NO_DEED =
  '(?!(?:be (?!\\w+ing )|have |see |hear |win |lose |vote |know |think |say |like |help |look |get (?!away |rid |out )|make sure |do so ))'
const NO_WISH = '(?!been |all |rather |probably |likely |need |want |love |become |consider |take a |going )'

/** A body whose deeds are those of whoever calls it its own. */
const BODY =
  '(?:own )?(?:campaign|team|government|ministry|party|office|company|administration|staff|council|department|agency|committee|commission|board|bank|union|group|organi[sz]ation|inspectors|experts)'
const SELF = `(?:(?:i|we)(?: and [\\p{L} ]{2,30}?)?|(?:my|our) ${BODY})`
const OTHERS = `(?:(?:he|she|they)(?: and [\\p{L} ]{2,30}?)?|it(?! (?:will|would|'ll) take)|(?:his|her|its|their) ${BODY})`

/** Said of whoever is `who`: "he will be releasing", "we are going to close", "she had promised that". */
function undertakingOf(who: string): RegExp {
  return new RegExp(
    [
      `^${who}(?:'ll|'d| will| would) (?!not |never )(?:also )?${NO_DEED}${NO_WISH}\\w{3,}`,
      `^${who}(?:'m|'re|'s| am| are| is| was| were) going to ${NO_DEED}${NO_WISH}\\w{3,}`,
      `^${who}(?: had| have| has) (?:fully )?(?:intended|meant|promised|agreed|planned) (?:for|to|that) `,
    ].join('|'),
    'u',
  )
}
const OWN = undertakingOf(SELF)
const THEIRS = undertakingOf(OTHERS)

const MEANING = new RegExp(
  [
    // "the campaign intends to deliver an address", "hoped to publish"
    `(?<!not |n't |never )\\b(?:plan|intend|hope|pledge|vow|promise|propose|agree|aim)(?:s|d|ed|ned)? to ${NO_DEED}`,
    `\\b(?:is|are|was|were) (?:set|ready|prepared|committed|determined) to ${NO_DEED}`,
    '^(?:i|we) (?:said|promised|told you) .{0,40}\\b(?:will|would|before|by) ',
    // "a view to making it public"
    '\\bwith a view to ',
    '\\b(?:extend(?:s|ed)? (?:an|its|the|their) invitation|(?:has|have|had) offered to )',
  ].join('|'),
)
/** "Mrs. Lee wants | to make tuition free": what is wanted of oneself. */
const WANTING = new RegExp(
  `(?<!not |n't |never )\\b(?:wants?|hopes?|hoped|would like|plans?|planned|intends?|proposes?|proposals?|promises?|pledges?|vows?|intentions?|intent) (?:that )?to ${NO_DEED}`,
)
/** So much of somebody's own words goes on from the cue: "to". What follows may be wanted by others. */
const FIRST = 12
/** How far into cue and content a wish is looked for. */
const NEAR = 100

/**
 * Whether it is said what the speaker, or whoever it speaks of, means to do, in other words than a promise's. In
 * somebody's own words he and they are others, unless these are whom the speaker speaks for.
 */
export function intends(
  content: string,
  { cue, kind, source }: { readonly cue: string; readonly kind: StatementKind; readonly source: string },
): boolean {
  if (deniesByCue(cue)) return false
  const speaksOfOthers = kind === 'direct' && !SPEAKS_FOR.test(source)
  const clauses = mainClauses(content)
  return (
    clauses.some((clause) => OWN.test(clause) || (!speaksOfOthers && THEIRS.test(clause))) ||
    (!/^["“'‘]+(?:he|she|they|it)\b/iu.test(content) && MEANING.test(small(content).slice(0, NEAR))) ||
    WANTING.test(small(`${cue} ${speaksOfOthers ? small(content).slice(0, FIRST) : content}`).slice(0, NEAR))
  )
}

const SPEAKS_FOR =
  /\b(?:spokes\w+|campaign|aides?|advis[eo]rs?|administration|office|ministry|officials|team|strategist|manager|representatives?|lawyers?|attorneys?|counsel)\b/iu
const WILL_DO = new RegExp(
  `^[^.?!]{2,120}? (?:will|would) (?!not |never )(?:also )?${NO_DEED}(?!need |want |become |take )\\w{3,}`,
  'u',
)
/** Said by no means of oneself, but of what would follow, or of somebody else. */
const FORETOLD = /^(?:if|when|there|this|that|it|you|nobody|no one|people|voters) /

/** Whether somebody who speaks for others says what these will do: an aide of the candidate, a ministry's spokesman. */
export function speaksFor(source: string, content: string): boolean {
  const clause = small(content)
  return SPEAKS_FOR.test(source) && !FORETOLD.test(clause) && WILL_DO.test(clause)
}
