import { isFullName, kindOfName } from '../../text/name-kind.ts'
import type { Name } from '../../text/names.ts'
import type { Span } from '../../text/span.ts'
import { printedName } from '../names.ts'
import { isRoleNoun } from './role-words.ts'
import { isHonorific } from './titles.ts'

/** How far before a name its role is looked for, and how long an apposition may be; code units. */
const REACH = { before: 120, behind: 160 }

/** Words that a role before a name does not reach over. */
const STOPS =
  /^(?:a|an|the|this|his|her|its|their|our|my|and|or|but|nor|of|for|to|in|on|at|by|with|from|as|about|against|said|says|say|told|tells|asked|asks|added|adds|wrote|writes|called|calls|tweeted|warned|argued|is|was|are|were|be|been|has|had|have|that|which|who|when|while|if|because|like|than|between|where|also|not|according)$/i

/** A word and the spaces behind it; read backwards from where they end. */
const WORD_BEFORE = /(?<=(?:^|[^\p{L}\p{N}'’.-])([\p{L}\p{N}][\p{L}\p{N}'’.-]*)[ \u00a0]+)/uy
const OPENS = '’\'“"('
/** A role has no more words than these. */
const MOST_WORDS = 8

/** The words right before `start` in its sentence, last first. */
function wordsBefore(text: string, start: number): readonly Span[] {
  const from = Math.max(0, start - REACH.before)
  const left = text.slice(from, start)
  const found: Span[] = []
  let end = left.length
  while (end > 0 && found.length < MOST_WORDS) {
    WORD_BEFORE.lastIndex = end
    const word = WORD_BEFORE.exec(left)?.[1]
    if (word === undefined || STOPS.test(word)) break
    const past = left.slice(0, end).trimEnd().length
    end = past - word.length
    found.push([from + end, from + past])
    if (end > 0 && OPENS.includes(left.charAt(end - 1))) break
  }
  return found
}

/** "Sen" with its stop. */
function withStop(text: string, [start, end]: Span): Span {
  return text.charAt(end) === '.' ? [start, end + 1] : [start, end]
}

/** "campaign manager" in "Clinton campaign manager Robby Mook"; the name's own title is part of it. */
function roleBefore(text: string, { span, title }: Name): Span | null {
  const own = title !== null && !isHonorific(text, title) ? withStop(text, title) : null
  const before = wordsBefore(text, title?.[0] ?? span[0])
  const [last] = before
  if (own === null && (last === undefined || !isRoleNoun(text.slice(...last)))) return null
  const first = before.at(-1)
  const isNoun = last !== undefined && /^\p{L}/u.test(text.slice(...last))
  if (own !== null) return first && isNoun && /^\p{Ll}/u.test(text.slice(own[0])) ? [first[0], own[1]] : own
  return first && last ? [first[0], last[1]] : null
}

const APPOSITION =
  /^(?:[ \u00a0]?\([^()\n]{1,24}\))?(?:, \d{1,3})?(?:,|[ \u00a0]?[—–]|[ \u00a0]-)[ \u00a0]((?:(?!, |; |\. |[—–]| - |\n| who | which | whose |[“”"]).)+)/u

/** "a lawyer for the families" in "Omar Park, a lawyer for the families, said". */
function roleBehind(text: string, { span }: Name): Span | null {
  const behind = text.slice(span[1], span[1] + REACH.behind)
  const found = APPOSITION.exec(behind)
  const words = found?.[1]?.trimEnd()
  if (found === null || words === undefined) return null
  const head = words.split(/ (?:of|for|at|in|with|from|on|to|who|and)\b/, 1)[0] ?? ''
  const parts = head.split(/[\s/-]+/)
  if (parts.length > 9 || !parts.some(isRoleNoun)) return null
  if (!/^(?:an?|the|his|her|its|their|one|\p{L}[\p{L}’'.-]*)\b/u.test(words)) return null
  if (/^(?:and|or|but|who|which|as|when|while|where|in|on|at|of|for|he|she|they|it)\b/i.test(words)) return null
  if (/^\p{Ll}+ed (?:an?|the|that|his|her|its)\b/u.test(words)) return null
  if (parts.some((part) => /^(?:said|says|is|was|told|has|had|are|were|will|would)$/.test(part))) return null
  const start = span[1] + found[0].indexOf(found[1] ?? '')
  return [start, start + words.replace(/[.,;:]+$/, '').length]
}

const DETERMINER = String.raw`(?:an?|the|his|her|its|their|\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?['’]s?)`
const BEGINS_PHRASE = new RegExp(String.raw`(?<![\p{L}\p{N}’'-])(?:${DETERMINER}|An?|The|His|Her|Its|Their) `, 'gu')
/** Another phrase begins within this one, and no preposition leads to it: "the board told the mayor". */
const TWO_PHRASES = /(?<!^| (?:of|for|at|in|with|from|on|to|by|and|behind|under)) (?:an?|the|his|her|its|their) /u

/** "his top aide" in "his top aide, Tad Park"; the longest phrase that ends there and says what somebody is. */
function roleBeforeComma(text: string, { span, title }: Name): Span | null {
  const end = title?.[0] ?? span[0]
  const left = text.slice(Math.max(0, end - REACH.before), end)
  if (!left.endsWith(', ')) return null
  const words = /[^,;.()“”"\n]*$/u.exec(left.slice(0, -2))?.[0] ?? ''
  for (const { index } of words.matchAll(BEGINS_PHRASE)) {
    const phrase = words.slice(index)
    const head = phrase.split(/ (?:of|for|at|in|with|from|on|to)\b/, 1)[0] ?? ''
    const noun = head.split(/\s+/).at(-1) ?? ''
    if (phrase.length <= 80 && isRoleNoun(noun) && !TWO_PHRASES.test(phrase)) return [end - 2 - phrase.length, end - 2]
  }
  return null
}

/** What the text right beside `name` says that its bearer is, as printed: title before apposition; null for none. */
export function roleBeside(text: string, name: Name): Span | null {
  const before = roleBefore(text, name)
  if (before !== null) return before
  const words = printedName(text, name.span)
  return isFullName(words) || kindOfName(words) === null
    ? (roleBehind(text, name) ?? roleBeforeComma(text, name))
    : null
}
