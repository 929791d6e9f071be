import type { Span } from '../../text/span.ts'
import { within } from '../../text/within.ts'

/** Bodies and people who speak together when they are so many. */
const MEMBERS =
  'groups|organi[sz]ations|associations|ngos|charities|unions|parties|countries|nations|states|governments|companies|firms|churches|universities|newspapers|signatories|lawmakers|legislators|senators|deputies|members|experts|scientists|doctors|academics|scholars|lawyers|economists|writers|artists|journalists|ambassadors|diplomats|ministers|mayors|governors|relatives|families|residents|survivors|workers|employees|students|teachers'
const ONES = 'one|two|three|four|five|six|seven|eight|nine'
const TEENS = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen'
const TENS = '(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)'
const WORDS = String.raw`(?:(?:an?|${ONES}) (?:hundred|dozen)(?: and)?(?: |\b))?(?:${TENS}(?:-(?:${ONES}))?|${TEENS})?`
/** A number, with what of it is told first: "192", "nearly 200", "a hundred and forty-seven". */
const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d{2,4}|(?=[\p{L}-]+(?: |-))(?:${WORDS})|dozens of|hundreds of|scores of)`
const COUNTED = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,-])(?:(?:nearly|almost|about|around|some|more than|over|at least) )?(?<number>${NUMBER}) (?:[\p{L}][\p{L}’'-]* ){0,4}?(?<noun>${MEMBERS})(?![\p{L}\p{N}-])`,
  'giu',
)
/** Between a number and its noun, what makes it another phrase. */
const OTHER_PHRASE = /\b(?:and|or|of|in|the|to|for|that|who|from|by|with|are|were|is|was|had|have|said)\b/iu

const SMALL = `${ONES}|${TEENS}`.split('|')
const TENS_WORDS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** "147", "a hundred and forty-seven" and "a dozen" as a number; 0 for "dozens of". */
function numberOf(number: string): number {
  if (/^\d/.test(number)) return Number(number.replaceAll(',', ''))
  let value = 0
  for (const word of number.toLowerCase().split(/[ -]/)) {
    if (word === 'hundred' || word === 'dozen') value = Math.max(1, value) * (word === 'dozen' ? 12 : 100)
    else value += SMALL.indexOf(word) + 1 || 10 * (TENS_WORDS.indexOf(word) + 2) * Number(TENS_WORDS.includes(word))
  }
  return value
}

/** A group that the text counts: "192 rights groups". */
type Counted = { readonly span: Span; readonly number: number; readonly noun: string }

function countedIn(text: string): readonly Counted[] {
  return [...text.matchAll(COUNTED)].flatMap(({ 0: words, index, groups }): readonly Counted[] => {
    const printed = groups?.['number']?.trim() ?? ''
    const noun = groups?.['noun'] ?? ''
    const between = words.slice(words.indexOf(printed) + printed.length, -noun.length)
    if (printed === '' || OTHER_PHRASE.test(between)) return []
    return [{ span: [index, index + words.length], number: numberOf(printed), noun: noun.toLowerCase() }]
  })
}

/** "The groups", "the 192 groups, among them the League": what the source's own words count, and what they call them. */
const DEFINITE = new RegExp(
  String.raw`^(?:the|these|those) (?:(?<number>\d[\d,]*) )?(?:[\p{L}][\p{L}’'-]* ){0,2}?(?<noun>${MEMBERS}|authors)(?=$|,| (?:said|say|also|wrote))`,
  'iu',
)
/** A source that is a group begins with its number, or with "the" before it; code units. */
const LEAD = 5
/** Of the groups that are called by one noun, the first so many are kept: a long list of them costs no more. */
const MOST_OF_A_NOUN = 16

/**
 * Groups without a name of their own that an article counts once and then calls "the groups".
 *
 * Cost: O(length of text) once, then a look at the few groups that a text counts.
 */
export class CountedGroups {
  readonly #counted: readonly Counted[]
  readonly #byNoun = new Map<string, Counted[]>()

  constructor(text: string) {
    this.#counted = countedIn(text)
    for (const one of this.#counted) {
      const known = this.#byNoun.get(one.noun) ?? []
      this.#byNoun.set(one.noun, known)
      if (known.length < MOST_OF_A_NOUN) known.push(one)
    }
  }

  /** Where the text counts the group that `words`, a source at `span`, stand for; null where none or more than one fits. */
  meantBy(words: string, span: Span): Span | null {
    const [own] = within(this.#counted, [span[0], Math.min(span[1], span[0] + LEAD)], (one) => one.span)
    const definite = DEFINITE.exec(words)?.groups
    const printed = definite?.['number']
    const number = printed === undefined ? own?.number : numberOf(printed)
    const noun = definite?.['noun']?.toLowerCase() ?? own?.noun
    const fits = (this.#byNoun.get(noun ?? '') ?? []).filter((one) => number === undefined || one.number === number)
    const isOne = new Set(fits.map((one) => one.number)).size === 1
    // The longest words say most of it: "192 rights groups", not "the 192 groups".
    const [fullest] = fits.toSorted((a, b) => b.span[1] - b.span[0] - (a.span[1] - a.span[0]))
    return isOne && fullest !== undefined ? fullest.span : null
  }
}
