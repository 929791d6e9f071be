import { expect, test } from 'vitest'
import { headlineOf } from './headline.ts'

const NOTHING = { headings: [], lines: [], linked: null, shared: null, title: null, outlet: null, host: null }

const CASES: readonly [what: string, given: Partial<Parameters<typeof headlineOf>[0]>, headline: string | null][] = [
  [
    'is what JSON-LD declares, to the letter',
    { linked: 'Visit before May | Harbour Post', headings: ['Visit before May'], outlet: 'Harbour Post' },
    'Visit before May | Harbour Post',
  ],
  [
    'is what is shared, before the heading',
    { shared: 'A visit at last', headings: ['Visit before May'] },
    'A visit at last',
  ],
  [
    'is no title of the whole site, where title and heading agree on another',
    { shared: 'News and views of the harbour', title: 'Visit before May - Post', headings: ['Visit before May'] },
    'Visit before May',
  ],
  [
    'is never the outlet’s name',
    { shared: 'Harbour Post', title: 'Visit before May', outlet: 'Harbour Post' },
    'Visit before May',
  ],
  [
    'is the heading in the title',
    { title: 'VISIT BEFORE MAY - Post', headings: ['Visit before May'] },
    'Visit before May',
  ],
  [
    'is the printed line in the title, without headings',
    { title: 'Harbour Post - Visit before May', lines: ['Home', 'Visit before May'] },
    'Visit before May',
  ],
  ['is the only heading, without a title', { headings: ['Visit before May'] }, 'Visit before May'],
  ['is none, with two headings alone', { headings: ['Visit before May', 'Letters unanswered'] }, null],
]

test.each(CASES)('the headline %s', (_, given, headline) => {
  expect(headlineOf({ ...NOTHING, ...given })).toBe(headline)
})
