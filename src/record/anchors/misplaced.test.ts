import { expect, test } from 'vitest'
import { readingOf } from '../../../test/marked-coverage.ts'
import { markedText } from '../../../test/marked-text.ts'
import type { Span } from '../../text/span.ts'
import { isMisplaced } from './misplaced.ts'
import { searchedText } from './searched-text.ts'

const NOTATION = 'It rained. [S:Lee] [C:said] [Q:\u{1f642} no].\n\n[S2:Lee] [C2:said] [Q2:\u{1f642} no].'

test('what was read stands where it says', () => {
  const searched = searchedText(markedText(NOTATION).text)
  expect(readingOf(NOTATION).statements.map((statement) => isMisplaced(searched, statement))).toEqual([false, false])
})

test.each<[what: string, content: readonly Span[]]>([
  ['no words', []],
  ['an empty span', [[3, 3]]],
  ['one that ends behind the text', [[20, 99]]],
  ['one that begins before it', [[-1, 4]]],
  [
    'out of order',
    [
      [20, 24],
      [3, 9],
    ],
  ],
  ['half of a character', [[21, 24]]],
  ['no number', [[Number.NaN, 4]]],
])('%s', (_, content) => {
  const [statement] = readingOf(NOTATION).statements
  if (statement === undefined) throw new Error('no statement')
  expect(isMisplaced(searchedText(markedText(NOTATION).text), { ...statement, content })).toBe(true)
})
