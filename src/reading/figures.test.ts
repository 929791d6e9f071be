import { expect, test } from 'vitest'
import { wordsOf } from '../text/span.ts'
import { figuresIn } from './figures.ts'

test.each([
  ['at least one million people', ['>= 1000000 people: at least one million people']],
  ['more than 1,200 families fled', ['> 1200 families: more than 1,200 families']],
  ['up to 40% of them', ['<= 40 %: up to 40%']],
  ['about 3.2 billion dollars', ['~ 3200000000 dollars: about 3.2 billion dollars']],
  ['$3 million was spent', ['= 3000000 $: $3 million']],
  ['nearly 200 groups and 12 unions', ['< 200 groups: nearly 200 groups', '= 12 unions: 12 unions']],
  ['fewer than ten detainees', ['< 10 detainees: fewer than ten detainees']],
  ['a million people', ['= 1000000 people: a million people']],
  ['it fell by 5 percent', ['= 5 %: 5 percent']],
  ['up to 100 metric tons', ['<= 100 metric tons: up to 100 metric tons']],
  ['as many as 200 have been killed', ['<= 200 null: as many as 200']],
  ['a 30 minute walk, the 2019 results and the July 25 transcript', []],
  ['for 20 years', ['= 20 years: 20 years']],
  ['in 2022, on May 3 and one day', []],
  ['version 1.2.3 of 10.10.2022', []],
])('%s', (text, figures) => {
  const found = figuresIn(text, [[0, text.length]])
  expect(
    found.map(({ comparator, value, unit, span }) => `${comparator} ${value} ${unit}: ${wordsOf(text, span)}`),
  ).toEqual(figures)
})

test('only within the content', () => {
  expect(figuresIn('12 men saw 30 cars', [[0, 6]])).toEqual([{ comparator: '=', value: 12, unit: 'men', span: [0, 6] }])
})
