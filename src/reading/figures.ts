import type { Span } from '../text/span.ts'
import type { Figure } from './statement.ts'

const COMPARATORS: readonly (readonly [comparator: Figure['comparator'], words: string])[] = [
  ['>=', 'at least|no fewer than|no less than|a minimum of'],
  ['<=', 'at most|up to|no more than|as many as|as much as|a maximum of'],
  ['>', 'more than|over|upwards of|in excess of'],
  ['<', 'fewer than|less than|under|nearly|almost'],
  ['~', 'about|around|roughly|approximately|some|an estimated'],
]

const ONES = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
}

const SCALE = Object.keys(SCALES).join('|')
const FIGURE = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}.,])`,
    `(?:(?<comparator>${COMPARATORS.map(([, list]) => list).join('|')}) )?`,
    '(?<currency>[$€£¥])?',
    String.raw`(?<number>\d{1,3}(?:,\d{3}){1,4}|\d{1,12}(?:\.\d{1,4})?|(?:a|${ONES.join('|')})(?= ))(?![\d,.]*\d)`,
    `(?: (?<scale>${SCALE})(?!s))?`,
    String.raw`(?: ?(?<percent>%|percent|per cent)| (?<unit>(?:[\p{L}-]{2,30} )?(?:people|men|women|children|police|staff|troops|[\p{L}-]{2,30}s))(?![\p{L}-]))?`,
  ].join(''),
  'giu',
)

/** Cannot stand in a unit: "200 were groups". */
const NO_UNIT =
  /(?:^| )(?:and|but|or|the|that|who|which|for|from|with|was|has|is|this|as|his|its|than|per|into|after|were|are|had|have|will|of|in|on|at|to|said|says)(?: |$)/
/** A bare number that is a year: "2019 results". */
const YEAR = /^(?:19|20)\d\d$/

function amountOf(number: string, scale: string | undefined): number {
  const word = ONES.indexOf(number.toLowerCase()) + 1
  const plain = number.toLowerCase() === 'a' ? 1 : word > 0 ? word : Number(number.replaceAll(',', ''))
  // Thousandths, so that 1.2 million is 1200000 and not a float beside it.
  return Math.round(plain * (SCALES[scale?.toLowerCase() ?? ''] ?? 1) * 1000) / 1000
}

function comparatorOf(words: string | undefined): Figure['comparator'] {
  const wanted = words?.toLowerCase()
  return COMPARATORS.find(([, list]) => list.split('|').some((one) => one === wanted))?.[0] ?? '='
}

function figureOf(found: RegExpExecArray, offset: number): Figure | null {
  const { comparator, currency, number = '', scale, percent, unit } = found.groups ?? {}
  const isUnit = unit !== undefined && unit === unit.toLowerCase() && !NO_UNIT.test(unit)
  const named = isUnit && currency === undefined ? unit : null
  const noun = percent === undefined ? (currency ?? named) : '%'
  // "One" and "a" count with "million" behind them or "at least" in front; a bare year or day of a month does not.
  const counts = /^\d/.test(number) ? noun !== null && !YEAR.test(number) : scale !== undefined
  if (!(counts || comparator !== undefined) || (number.toLowerCase() === 'a' && scale === undefined)) return null
  const length = found[0].length - (unit === undefined || named !== null ? 0 : unit.length + 1)
  const span: Span = [offset + found.index, offset + found.index + length]
  return { comparator: comparatorOf(comparator), value: amountOf(number, scale), unit: noun, span }
}

/**
 * The quantities claimed in `content`: "at least one million people", "up to 40%", "$3 million".
 *
 * @returns in order; a unit is the plural printed behind the number ("metric tons"), `%`, or the sign of a currency
 */
export function figuresIn(text: string, content: readonly Span[]): readonly Figure[] {
  return content.flatMap(([start, end]) =>
    [...text.slice(start, end).matchAll(FIGURE)].flatMap((found) => figureOf(found, start) ?? []),
  )
}
