import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../test/any-text.ts'
import { wordDifferences } from './word-differences.ts'

/** `-gone-`, `+new+`. */
function shown(earlier: string, later: string): string {
  const marks = { same: '', gone: '-', new: '+' }
  return wordDifferences(earlier, later)
    .map(({ kind, words }) => `${marks[kind]}${words}${marks[kind]}`)
    .join('')
}

test.each([
  ['the same', 'the same', 'the same'],
  ['', 'all new', '+all new+'],
  ['“It is over,” Lee said.', '“It is not over,” Lee said.', '“It is +not +over,” Lee said.'],
  ['at least 12 people', 'at least 1,200 people', 'at least -12-+1,200+ people'],
  ['She said two words.', 'He told one word.', '-She said two words-+He told one word+.'],
  ['省长说，工程结束。', '省长说，工程没有结束。', '省长说，工程+没有+结束。'],
  ['قال الوزير نعم', 'قال الوزير لا', 'قال الوزير -نعم-+لا+'],
  ['cafe\u0301', 'cafe', '-cafe\u0301-+cafe+'],
  ['“Yes” \u{1f642}', '“Yes” \u{1f643}', '“Yes” -\u{1f642}-+\u{1f643}+'],
])('%j, then %j', (earlier, later, expected) => {
  expect(shown(earlier, later)).toBe(expected)
})

test('the differences give both texts back', () => {
  fc.assert(
    fc.property(anyText(30), anyText(30), (earlier, later) => {
      const found = wordDifferences(earlier, later)
      const without = (left: 'gone' | 'new') => found.filter(({ kind }) => kind !== left).map(({ words }) => words)
      expect(without('new').join('')).toBe(earlier)
      expect(without('gone').join('')).toBe(later)
    }),
  )
})

test('a very long change is taken for replaced, at once', () => {
  const words = (word: string) => Array.from({ length: 5_000 }, (_, n) => `${word}${n}`).join(' ')
  expect(wordDifferences(words('a'), words('b')).map(({ kind }) => kind)).toEqual(['gone', 'new'])
})
