import type { Span } from '../text/span.ts'
import { AFTER_PATTERN, BEFORE_PATTERN, comparatorOf } from './comparators.ts'
import { NUMBER_PATTERN, printedNumber } from './number-words.ts'
import type { Figure } from './statement.ts'
import { countedNoun } from './units.ts'

/** Measures that stand right behind their number: "78mph", "5 km". */
const MEASURES = 'mph|kph|km/h|km|kg|mg|cm|mm|lbs?|[kmg]w|[kmgt]wh|[mgt]b'
const MEASURED = new RegExp(`^[ \\u00a0]?(${MEASURES})(?![\\p{L}\\p{N}])`, 'iu')

/** No letter, digit or joiner before it: not "B-52", "10:30", "9/11". */
const QUANTITY = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,/:#+-])(?:(?<before>${BEFORE_PATTERN})[ \u00a0])?(?<currency>(?:US|A|C|HK|NZ)?\$|[€£¥])?(?:${NUMBER_PATTERN})(?!(?!(?:${MEASURES})(?![\p{L}\p{N}]))[\p{L}\p{N}’]|'\p{L}|[.,:/]\d|-\d)`,
  'giu',
)

const CURRENCIES: Readonly<Record<string, string>> = { '€': 'euros', '£': 'pounds', '¥': 'yen' }
/** How far behind a number its noun is looked for, in code units, and how far before it a word that makes it none. */
const NOUN_WITHIN = 80
const BEFORE_WITHIN = 24

const PERCENT = /^[ \u00a0]?%|^[ \u00a0-](?:percentage points?|percent|per cent|pct)(?![\p{L}])/iu
/** "30-minute", "ten-point": measures alone; "two-party" counts nothing claimed. */
const HYPHENED =
  /^-(year|month|week|day|hour|minute|second|mile|foot|inch|point|pound|ton|member|page|acre|kilometer|kilometre|meter|metre|dollar|seat|vote|person|state|nation|story)(?![\p{L}-])/iu
const IRREGULAR: Readonly<Record<string, string>> = { foot: 'feet', inch: 'inches', person: 'people', story: 'stories' }
const CURRENCY_NOUN = /^ (yen|yuan|won|baht|rand|renminbi)(?!\p{L})/iu
const RATE =
  /^ (?:an?|per|each) (?:hour|day|week|month|year|barrel|person|gallon|ton|head|night|minute|piece)(?!\p{L})/iu
/** "Four-plus months", "200+ people". */
const PLUS = /^(?:-plus(?![\p{L}-])|\+)/iu
const AFTER = new RegExp(`^ (${AFTER_PATTERN})(?!\\p{L}| wage| security)`, 'iu')
/** Half of one percent is half a percent. */
const OF_ONE_PERCENT = /^ of (?:1|one|a)[ \u00a0]?(?:%|percent|per cent)/iu

/** "The first half of October", "the last quarter of the year": which part, not how much. */
const WHICH_PART = /\b(?:first|second|third|fourth|last|final|latter|next|same)[ \u00a0]$/iu

/** Behind a number: ages, clock times, multiples. */
const NOT_AFTER =
  /^(?:[- ]years?[- ](?:old|of age)|[- ](?:day|week|month)s?[- ]old| ?[ap]\.?m(?![\p{L}])| o['’]clock|[- ]?(?:times|fold|x)(?!\p{L}))/iu
/** Behind a noun: how long ago is a date. */
const DATED = /^ (?:ago|earlier|later|old|of age|from now)(?!\p{L})/iu
/** Before a number: what it names or dates, and groups by their share ("the top 1 percent"). */
const NAMED =
  /(?:^|[^\p{L}])(?:nos?\.|number|section|article|chapter|amendment|title|page|flight|route|channel|level|phase|grade|district|interstate|highway|room|figure|proposition|prop\.|top|bottom|richest|wealthiest|aged?|ages|turned|group of|january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?)[ \u00a0]$/iu
const YEAR = /^(?:1[6-9]|20|21)\d\d$/
/** A number word with a capital inside a sentence, before another capital, is part of a name: "the Seven Rivers Board". */
const IN_SENTENCE = /[\p{Ll},][ \u00a0]$/u
const NAME_BEHIND = /^[ \u00a0]\p{Lu}/u

/** Read as words of place or time too, so that a number behind them alone is no claim: "under 18", "about 9". */
const WEAK = /^(?:under|below|above|over|about|around|some|just over|just under|close to)$/i
/** "Over 10 years" is how long, not how much. */
const LASTING = /^(?:over|under)$/i
const DURATION = /(?:years|months|weeks|days|hours|minutes|decades|centuries)$/

/** A number with what stands around it, before it is known to count anything. */
type Found = { readonly figure: Figure; readonly counts: boolean; readonly scale: number }

/** What a number is of, and where that ends; `unit` null where nothing is named. */
type Counted = { readonly unit: string | null; readonly end: number; readonly share?: true }

function countedBehind(rest: string, currency: string | undefined, isPart: boolean): Counted {
  if (currency !== undefined) return { unit: CURRENCIES[currency] ?? 'dollars', end: 0 }
  const ofOne = isPart ? OF_ONE_PERCENT.exec(rest) : null
  const percent = ofOne ?? PERCENT.exec(rest)
  if (percent !== null)
    return { unit: /points?$/i.test(percent[0]) ? 'percentage points' : 'percent', end: percent[0].length }
  const [hyphened = '', measure = ''] = HYPHENED.exec(rest) ?? []
  if (hyphened !== '')
    return { unit: IRREGULAR[measure.toLowerCase()] ?? `${measure.toLowerCase()}s`, end: hyphened.length }
  const measured = MEASURED.exec(rest)
  if (measured?.[1] !== undefined) return { unit: measured[1], end: measured[0].length }
  const money = CURRENCY_NOUN.exec(rest)
  if (money?.[1] !== undefined) return { unit: money[1].toLowerCase(), end: money[0].length }
  return countedNoun(rest) ?? { unit: null, end: 0 }
}

/** Whether the words around a number make it a date, an age, a name, a multiple. */
function isOther(
  groups: Groups,
  { head, rest, unit }: { readonly head: string; readonly rest: string; readonly unit: string | null },
): boolean {
  const { number = '', scale, short, currency, before, part, times } = groups
  if (/^\p{Lu}\p{Ll}+$/u.test(number) && IN_SENTENCE.test(head) && NAME_BEHIND.test(rest)) return true
  if (NOT_AFTER.test(rest) || (currency === undefined && NAMED.test(head))) return true
  if (part !== undefined && WHICH_PART.test(head)) return true
  if (part !== undefined && part.toLowerCase() !== 'half' && times === undefined) return true
  const isPlain = scale === undefined && short === undefined && currency === undefined
  if (isPlain && YEAR.test(number) && (before === undefined || unit === null) && unit !== 'percent') return true
  return isPlain && /^(?:an?|one|half an?)$/i.test(number) && before === undefined && unit !== 'percent'
}

type Groups = Readonly<Record<string, string | undefined>>

function foundAt(text: string, match: RegExpExecArray, [start, limit]: Span): Found | null {
  const groups: Groups = match.groups ?? {}
  const { currency, part, before: printed } = groups
  const numberEnd = match.index + match[0].length
  const plus = PLUS.exec(text.slice(numberEnd, Math.min(limit, numberEnd + 6)))?.[0] ?? ''
  const nounFrom = numberEnd + plus.length
  const rest = text.slice(nounFrom, Math.min(limit, nounFrom + NOUN_WITHIN))
  const head = text.slice(Math.max(start, match.index - BEFORE_WITHIN), match.index)
  const { unit, end } = countedBehind(rest, currency, part !== undefined)
  const behind = rest.slice(end)
  if (isOther(groups, { head, rest, unit }) || (unit !== null && DATED.test(behind))) return null
  const rate = unit === null ? '' : (RATE.exec(behind)?.[0] ?? '')
  const after = AFTER.exec(behind.slice(rate.length))
  const lasts = LASTING.test(printed ?? '') && unit !== null && DURATION.test(unit)
  const before = lasts ? undefined : printed
  const { value, vague } = printedNumber(groups)
  const comparator =
    comparatorOf(before ?? '') ?? comparatorOf(after?.[1] ?? '') ?? (plus !== '' ? '>=' : vague ? '~' : '=')
  const from = match.index + (lasts ? (printed?.length ?? 0) + 1 : 0)
  const figure = {
    comparator,
    value,
    unit,
    span: [from, nounFrom + end + rate.length + (after?.[0].length ?? 0)] as const,
  }
  return { figure, counts: unit !== null || countsAlone(groups, before), scale: scaleIn(groups, value) }
}

/** Whether a number without a noun is a claim: "at least 200", "20 million", "10,000", "1 in 10", "dozens of". */
function countsAlone(
  { scale, short, number = '', round, many, over, part, currency }: Groups,
  before: string | undefined,
): boolean {
  if (round !== undefined || many !== undefined || over !== undefined || part !== undefined || currency !== undefined)
    return true
  if (scale !== undefined || short !== undefined || number.includes(',')) return true
  return before !== undefined && !WEAK.test(before)
}

/** What the printed digits are multiplied by. */
function scaleIn({ number = '', scale, short }: Groups, value: number): number {
  const digits = Number(number.replaceAll(',', ''))
  return (scale ?? short) !== undefined && digits > 0 ? value / digits : 1
}

/** The numbers of one span, whether they count anything or not. Cost: O(length of span). */
function numbersIn(text: string, span: Span): readonly Found[] {
  const found: Found[] = []
  const words = text.slice(0, span[1])
  QUANTITY.lastIndex = span[0]
  for (let match = QUANTITY.exec(words); match !== null; match = QUANTITY.exec(words)) {
    const one = foundAt(text, match, span)
    if (one === null) continue
    found.push(one)
    if (one.counts) QUANTITY.lastIndex = Math.max(QUANTITY.lastIndex, one.figure.span[1])
  }
  return found
}

/** "Between 5 and 10 people", "some 5 to 10 million": two bounds of one thing; the first is alone without the second. */
function asRange(text: string, low: Found | undefined, high: Found): readonly [Figure, Figure] | null {
  if (low === undefined || !/^[=~]$/.test(low.figure.comparator) || high.figure.comparator !== '=') return null
  const { unit } = high.figure
  const gap = text.slice(low.figure.span[1], high.figure.span[0])
  // "Roughly 25 to 30 shops": the first number waits for its noun.
  const isOpen = !low.counts || (low.figure.comparator === '~' && low.figure.unit === null)
  const between =
    gap === ' and ' && /between $/i.test(text.slice(Math.max(0, low.figure.span[0] - 8), low.figure.span[0]))
  if (
    !(
      between ||
      (gap === ' to ' &&
        !/from $/i.test(text.slice(Math.max(0, low.figure.span[0] - 5), low.figure.span[0])) &&
        isOpen) ||
      ((gap === ' or ' || gap === '–') && isOpen)
    )
  )
    return null
  const scaled =
    low.scale === 1 && low.figure.value * high.scale < high.figure.value
      ? low.figure.value * high.scale
      : low.figure.value
  if (scaled >= high.figure.value) return null
  return [
    { ...low.figure, comparator: '>=', value: scaled, unit: low.figure.unit ?? unit },
    { ...high.figure, comparator: '<=' },
  ]
}

/** The figures of one span. */
function figuresOf(text: string, span: Span): readonly Figure[] {
  const figures: Figure[] = []
  let last: Found | undefined
  for (const one of numbersIn(text, span)) {
    const range = one.counts ? asRange(text, last, one) : null
    if (range !== null && last?.counts === true) figures.pop()
    if (range !== null) figures.push(...range)
    else if (one.counts) figures.push(one.figure)
    last = one
  }
  return figures
}

/**
 * The quantities claimed in `content`: "at least one million people", "up to 40%", "$3 million", "dozens of towns".
 *
 * @returns in order. `unit` is what is counted: the noun with the nouns before it in small letters ("vote counting
 *   systems"), `percent`, `percentage points`, or the currency's plural (`dollars`); null where nothing is named.
 *   `value` is 30 for 30 %, 0.5 for half, and the order of magnitude for "thousands of", which is `~`. Years, dates,
 *   clock times, ages, ordinals, multiples and numbers that name something are no quantities.
 * Cost: O(length of content).
 */
export function figuresIn(text: string, content: readonly Span[]): readonly Figure[] {
  return content.flatMap((span) => figuresOf(text, span))
}
