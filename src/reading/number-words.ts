/** Numbers as printed: in digits, in words, by the dozen, in parts of a whole. */

const SMALL =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  m: 1e6,
  mn: 1e6,
  bn: 1e9,
  tn: 1e12,
  k: 1e3,
  b: 1e9,
  dozen: 12,
}
const ROUND: Readonly<Record<string, number>> = {
  dozens: 12,
  scores: 20,
  hundreds: 1e2,
  thousands: 1e3,
  millions: 1e6,
  billions: 1e9,
  trillions: 1e12,
}
const TENS_OF: Readonly<Record<string, number>> = { tens: 10, dozens: 12, hundreds: 100 }
const PARTS: Readonly<Record<string, number>> = {
  half: 1 / 2,
  third: 1 / 3,
  quarter: 1 / 4,
  fourth: 1 / 4,
  fifth: 1 / 5,
  sixth: 1 / 6,
  eighth: 1 / 8,
  tenth: 1 / 10,
}

const VALUES: ReadonlyMap<string, number> = new Map([
  ...SMALL.map((word, at) => [word, at + 1] as const),
  ...TENS.flatMap((tens, at) => [
    [tens, 20 + 10 * at] as const,
    ...SMALL.slice(0, 9).map((ones, plus) => [`${tens}-${ones}`, 21 + 10 * at + plus] as const),
  ]),
  ['a', 1],
  ['an', 1],
  ['a couple', 2],
  ['a couple of', 2],
  ['a few', 1],
  ['several', 1],
  ['half a', 1 / 2],
  ['half', 1 / 2],
  ['a quarter of a', 1 / 4],
  ['quarter', 1 / 4],
])

const WORD = `(?:${TENS.join('|')})(?:-(?:${SMALL.slice(0, 9).join('|')}))?|${[...SMALL].reverse().join('|')}`
const DIGITS = String.raw`\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,3})?|\d{1,12}(?:\.\d{1,4})?`
const SCALE = 'hundred|thousand|million|billion|trillion|dozen'

/**
 * The pieces of a pattern that finds a number (no flags but `iu`): `number` with `scale` behind it, `round`
 * ("tens of thousands of"), or `part` of a whole ("two-thirds of", "1 in 4").
 */
export const NUMBER_PATTERN = [
  `(?<over>(?:\\d{1,3}|${WORD}))(?: in | out of (?:every )?)(?<under>(?:\\d{1,4}|${WORD}))`,
  `(?<times>(?:a|one|two|three|four|five|\\d)[ -])?(?<part>half|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)(?=(?: of (?!an? )| the | its | his | her | their ))`,
  `(?<tens>(?:tens|dozens|hundreds) of )(?<many>thousands|millions|billions)`,
  `(?<round>dozens|scores|hundreds|thousands|millions|billions|trillions)(?= of )`,
  `(?<number>${DIGITS}|half an?|a quarter of an?|a couple(?: of)?(?= (?:${SCALE}))|a few(?= (?:${SCALE}))|several(?= (?:${SCALE}))|an?(?= (?:${SCALE})\\b)|${WORD})(?:[ -]?(?<scale>${SCALE})|(?<short>bn|tn|mn|[mkb])(?![\\p{L}\\d]))?(?: and (?:a|one) (?<plus>half))?(?: (?<scale2>${SCALE}))?`,
].join('|')

/** What `NUMBER_PATTERN` found, as a number; `vague` where the words leave it open ("dozens", "a few hundred"). */
export type PrintedNumber = { readonly value: number; readonly vague: boolean }

type Groups = Readonly<Record<string, string | undefined>>

function small(words: string): number {
  return VALUES.get(words.toLowerCase()) ?? Number(words.replaceAll(',', ''))
}

function scaleOf(word: string | undefined): number {
  return word === undefined ? 1 : (SCALES[word.toLowerCase()] ?? 1)
}

/** To nine digits behind the point, so that 1.2 million is 1200000 and not a float beside it. */
function tidy(value: number): number {
  return Math.round(value * 1e9) / 1e9 > 1e6 ? Math.round(value * 1e3) / 1e3 : Math.round(value * 1e9) / 1e9
}

/**
 * Reads the groups of a match of `NUMBER_PATTERN`.
 *
 * @returns a fraction has at most nine digits behind the point; orders of magnitude stand for themselves: "tens of
 *   thousands" is 10000
 */
export function printedNumber(groups: Groups): PrintedNumber {
  const { over, under, times, part, tens = '', many, round, number = '', scale, short, plus, scale2 } = groups
  if (over !== undefined && under !== undefined) return { value: tidy(small(over) / small(under)), vague: false }
  if (part !== undefined) {
    const count = times === undefined ? 1 : small(times.slice(0, -1))
    return { value: tidy(count * (PARTS[part.toLowerCase().replace(/s$/, '')] ?? 1)), vague: false }
  }
  const magnitude = many ?? round
  if (magnitude !== undefined) {
    const [of = ''] = tens.toLowerCase().split(' ')
    return { value: (TENS_OF[of] ?? 1) * (ROUND[magnitude.toLowerCase()] ?? 1), vague: true }
  }
  const value = (small(number) + (plus === undefined ? 0 : 0.5)) * scaleOf(scale) * scaleOf(short) * scaleOf(scale2)
  return { value: tidy(value), vague: /^(?:a couple|a few|several)/i.test(number) }
}
