import { expect, test } from 'vitest'
import { bylineOf } from './byline.ts'
import { readHeadLine } from './head-line.ts'

const LINES: readonly [line: string, byline: string | null, published: string | null, outlet: string | null][] = [
  ['By Ana Reyes', 'Ana Reyes', null, null],
  ['By Ana Reyes and Ben Osei', 'Ana Reyes and Ben Osei', null, null],
  ['Por Ana Reyes', 'Ana Reyes', null, null],
  ['8 March 2022', null, '2022-03-08', null],
  ['By Ana Reyes, Tuesday, 8 March 2022', 'Ana Reyes', '2022-03-08', null],
  ['Par Ana Reyes, publié le 8 mars 2022', 'Ana Reyes', '2022-03-08', null],
  ['By Ana Reyes | Harbour Post | 8 March 2022', 'Ana Reyes', '2022-03-08', 'Harbour Post'],
  ['The Harbour Gazette', null, null, 'The Harbour Gazette'],
]

test.each(LINES)('%s', (line, byline, published, outlet) => {
  expect(readHeadLine(line)).toEqual({ byline, published, outlet })
})

test.each([
  'By Tuesday the gates were open',
  'By Ana Reyes, who was there in March',
  'On 8 March 2022 the minister left',
  'World News',
  'Visit before May',
])('nothing beyond doubt: %s', (line) => {
  expect(readHeadLine(line)).toBeNull()
})

const NAMES: readonly [names: readonly string[], byline: string | null][] = [
  [['Ana Reyes', 'Ben Osei'], 'Ana Reyes, Ben Osei'],
  [['By ANA REYES'], 'ANA REYES'],
  [['Ana Reyes', 'Ana Reyes'], 'Ana Reyes'],
  [['Ana Reyes, Staff Writer'], 'Ana Reyes'],
  [['https://harbourpost.example/ana'], null],
  [['admin'], null],
  [['Harbour Post'], 'Harbour Post'],
  [['Harbour Post', 'Ana Reyes'], 'Ana Reyes'],
  [['Ana Reyes (https://harbourpost.example/ana)'], 'Ana Reyes'],
  [['By Ana Reyes March 25'], 'Ana Reyes'],
  [['Last updated: 8 March 2022'], null],
  [['ana2009'], null],
  [[''], null],
]

test.each(NAMES)('authors %j', (names, byline) => {
  expect(bylineOf(names, 'Harbour Post')).toBe(byline)
})
