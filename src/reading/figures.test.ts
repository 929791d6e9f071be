import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsOf } from '../text/span.ts'
import { figuresIn } from './figures.ts'

/** Each figure as `comparator value unit: its words`. */
const CASES: readonly [text: string, ...figures: string[]][] = [
  // Comparators.
  ['the Seven Rivers Inspectorate will have its visit'],
  ['Two Democrats left', '= 2 Democrats: Two Democrats'],
  ['at least one million people', '>= 1000000 people: at least one million people'],
  ['more than 1,200 families fled', '> 1200 families: more than 1,200 families'],
  ['up to 40% of them', '<= 40 percent: up to 40%'],
  ['about 3.2 billion dollars', '~ 3200000000 dollars: about 3.2 billion dollars'],
  ['nearly 200 groups and 12 unions', '~ 200 groups: nearly 200 groups', '= 12 unions: 12 unions'],
  ['fewer than ten detainees', '< 10 detainees: fewer than ten detainees'],
  ['just under 30 towns', '< 30 towns: just under 30 towns'],
  ['as many as 200 have been killed', '<= 200 null: as many as 200'],
  ['no more than 15 guests', '<= 15 guests: no more than 15 guests'],
  ['no fewer than 15 guests', '>= 15 guests: no fewer than 15 guests'],
  ['an estimated 600 riders', '~ 600 riders: an estimated 600 riders'],
  ['some 600 riders', '~ 600 riders: some 600 riders'],
  ['roughly 1.5 million voters', '~ 1500000 voters: roughly 1.5 million voters'],
  ['upwards of 30 boats', '> 30 boats: upwards of 30 boats'],
  ['almost 14 million votes', '~ 14000000 votes: almost 14 million votes'],
  ['$200 or less', '<= 200 dollars: $200 or less'],
  ['households making $100,000 or more', '>= 100000 dollars: $100,000 or more'],
  ['a $15 minimum wage', '= 15 dollars: $15'],
  ['the past four-plus months', '>= 4 months: four-plus months'],
  ['200+ people', '>= 200 people: 200+ people'],
  ['More Than 80 bridges', '> 80 bridges: More Than 80 bridges'],
  ['costing $84 billion over 10 years', '= 84000000000 dollars: $84 billion', '= 10 years: 10 years'],
  // Numbers in words.
  ['192 rights groups', '= 192 rights groups: 192 rights groups'],
  ['twenty-five nurses', '= 25 nurses: twenty-five nurses'],
  ['a million people', '= 1000000 people: a million people'],
  ['a dozen eggs', '= 12 eggs: a dozen eggs'],
  ['half a dozen towns', '= 6 towns: half a dozen towns'],
  ['two dozen towns', '= 24 towns: two dozen towns'],
  ['a couple dozen bankers', '~ 24 bankers: a couple dozen bankers'],
  ['more than a dozen villages', '> 12 villages: more than a dozen villages'],
  ['two and a half million cars', '= 2500000 cars: two and a half million cars'],
  ['half a million books', '= 500000 books: half a million books'],
  ['a quarter of a million dollars', '= 250000 dollars: a quarter of a million dollars'],
  ['dozens of towns', '~ 12 towns: dozens of towns'],
  ['hundreds of boats', '~ 100 boats: hundreds of boats'],
  ['thousands of young people', '~ 1000 people: thousands of young people'],
  ['tens of thousands of employees', '~ 10000 employees: tens of thousands of employees'],
  ['hundreds of thousands', '~ 100000 null: hundreds of thousands'],
  ['millions of dollars', '~ 1000000 dollars: millions of dollars'],
  ['several hundred families', '~ 100 families: several hundred families'],
  ['a few thousand families', '~ 1000 families: a few thousand families'],
  // Parts of a whole.
  ['half of the members', '= 0.5 members: half of the members'],
  ['half the members', '= 0.5 null: half'],
  ['two-thirds of voters', '= 0.666666667 voters: two-thirds of voters'],
  ['a third of the houses', '= 0.333333333 houses: a third of the houses'],
  ['three-quarters of its shares', '= 0.75 shares: three-quarters of its shares'],
  ['1 in 4 residents', '= 0.25 residents: 1 in 4 residents'],
  ['one in ten pupils', '= 0.1 pupils: one in ten pupils'],
  ['nine out of ten doctors', '= 0.9 doctors: nine out of ten doctors'],
  ['less than half of 1 percent', '< 0.5 percent: less than half of 1 percent'],
  ['more than half of his income', '> 0.5 null: more than half'],
  // Per cent and money.
  ['it fell by 5 percent', '= 5 percent: 5 percent'],
  ['more than 30 per cent', '> 30 percent: more than 30 per cent'],
  ['Forty-three percent agreed', '= 43 percent: Forty-three percent'],
  ['up 0.2 percentage points', '= 0.2 percentage points: 0.2 percentage points'],
  ['18.7%', '= 18.7 percent: 18.7%'],
  ['$3 million was spent', '= 3000000 dollars: $3 million'],
  ['$3m was spent', '= 3000000 dollars: $3m'],
  ['€2.5bn', '= 2500000000 euros: €2.5bn'],
  ['£400', '= 400 pounds: £400'],
  ['500 yen', '= 500 yen: 500 yen'],
  ['$12 an hour', '= 12 dollars: $12 an hour'],
  ['60 hours a week', '= 60 hours: 60 hours a week'],
  ['more than $1 million', '> 1000000 dollars: more than $1 million'],
  // Units.
  ['up to 100 metric tons', '<= 100 metric tons: up to 100 metric tons'],
  ['thousands of vote counting systems', '~ 1000 vote counting systems: thousands of vote counting systems'],
  ['at least 10 Brevane workers', '>= 10 workers: at least 10 Brevane workers'],
  ['two major parties', '= 2 parties: two major parties'],
  ['three largest counties', '= 3 counties: three largest counties'],
  ['25 million more people have heat', '= 25000000 people: 25 million more people'],
  ['334 of the 865 delegates', '= 334 delegates: 334 of the 865 delegates'],
  ['the 11 million people here', '= 11000000 people: 11 million people'],
  ['32 children were hurt', '= 32 children: 32 children'],
  ['200 were groups'],
  ['10,000', '= 10000 null: 10,000'],
  ['a 10-year plan', '= 10 years: 10-year'],
  ['a ten-point lead', '= 10 points: ten-point'],
  ['a 30-minute walk', '= 30 minutes: 30-minute'],
  ['for 20 years', '= 20 years: 20 years'],
  // Ranges.
  ['between 5 and 10 people', '>= 5 people: 5', '<= 10 people: 10 people'],
  ['5 to 10 people', '>= 5 people: 5', '<= 10 people: 10 people'],
  ['five or six weeks', '>= 5 weeks: five', '<= 6 weeks: six weeks'],
  ['2 to 3 million cars', '>= 2000000 cars: 2', '<= 3000000 cars: 3 million cars'],
  ['between $30,000 and $60,000 a year', '>= 30000 dollars: $30,000', '<= 60000 dollars: $60,000 a year'],
  ['some 25 to 30 shops', '>= 25 shops: some 25', '<= 30 shops: 30 shops'],
  ['roughly 25 to 30 shops', '>= 25 shops: roughly 25', '<= 30 shops: 30 shops'],
  ['from 35 percent to 28 percent', '= 35 percent: 35 percent', '= 28 percent: 28 percent'],
  ['by 46 percent to 42 percent', '= 46 percent: 46 percent', '= 42 percent: 42 percent'],
  // Measures.
  ['78mph in a 30mph zone', '= 78 mph: 78mph', '= 30 mph: 30mph'],
  ['about 5 km of road', '~ 5 km: about 5 km'],
  ['40 MW and 3kg', '= 40 MW: 40 MW', '= 3 kg: 3kg'],
  // No quantities.
  ['in the first half of October and the last quarter of the year'],
  ['in 2022, on May 3 and one day'],
  ['the 2019 results and the July 25 transcript'],
  ['version 1.2.3 of 10.10.2022'],
  ['at 3 a.m., 10:30 or 11 p.m.'],
  ['she is 59 years old, he is a 45-year-old nurse aged 45'],
  ['the 16th time, the 21st century, the 1980s and the ’90s'],
  ['one of the bridges'],
  ['Section 230, Article 5, No. 3, Flight 17 and page 40'],
  ['a score of 21-14 or 3/4'],
  ['call 555-0100 or 0800 555.0100'],
  ['three times as many'],
  ['two years ago, 10 days later'],
  ['the top 1 percent and the bottom 95 percent'],
  ['the B-52 and the G20'],
  ['the two of them'],
  ['a way, a day, an hour'],
]

test.each(CASES)('%s', (text, ...figures) => {
  const found = figuresIn(text, [[0, text.length]])
  expect(
    found.map(({ comparator, value, unit, span }) => `${comparator} ${value} ${unit}: ${wordsOf(text, span)}`),
  ).toEqual(figures)
})

test('only within the content', () => {
  expect(figuresIn('12 men saw 30 cars', [[0, 6]])).toEqual([{ comparator: '=', value: 12, unit: 'men', span: [0, 6] }])
})

const PIECES = fc.constantFrom(
  ...['at least', 'between', 'and', 'to', 'half', 'of', 'a', 'two', 'twenty-', 'million', 'dozen', 'people', 'or more'],
  ...[' ', ' ', ' ', '-', '$', '%', ',', '.', '3', '2019', '\u00a0', '\ud800', 'percent', 'years', 'ago', '\n', '–'],
)

test('whatever the text: spans in order and in range, values above nothing', () => {
  const any = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(PIECES).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(any, fc.nat(6), (text, from) => {
      let last = Math.min(from, text.length)
      for (const { span, value, unit } of figuresIn(text, [[last, text.length]])) {
        expect(span[0]).toBeGreaterThanOrEqual(last)
        expect(span[1]).toBeGreaterThan(span[0])
        last = span[1]
        expect(Number.isFinite(value)).toBe(true)
        expect(unit).not.toBe('')
      }
      expect(last).toBeLessThanOrEqual(text.length)
    }),
    { numRuns: 2000 },
  )
})
