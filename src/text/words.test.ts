import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../test/any-text.ts'
import { searchWords, wordQuery } from './words.ts'

/** Runs are parted by `|`, words by a space. */
const INDEXED: readonly [text: string, words: string][] = [
  ['', ''],
  ['… – !', ''],
  ['The UN, until', 'the un until'],
  ['U.N. said', 'u n un said'],
  ["O'Malley's", 'o malley s omalley omalleys malleys'],
  ['co-operate', 'co operate cooperate'],
  ['1,000,000 people', '1 000 000 1000 1000000 000000 people'],
  ['1.5 of 12', '1 5 of 12'],
  ['新疆。北京', '新 疆|北 京'],
  ['新疆 UN 2022年', '新 疆|un 2022 年'],
  ['กรุงเทพ', 'ก รุ ง เ ท พ'],
  ['a_b@c', 'a b c'],
  ["a'\u0301b", 'a b'],
]

test.each(INDEXED)('%j is indexed as %j', (text, words) => {
  expect(
    searchWords(text)
      .map((run) => run.join(' '))
      .join('|'),
  ).toBe(words)
})

/** All words are asked, forms parted by `/`, words side by side by `+`. */
const ASKED: readonly [words: string, asked: string][] = [
  ['', ''],
  ['"?!*', ''],
  ['UN until', 'un until'],
  ['L’Équipe', 'l+equipe/lequipe'],
  ['新疆', '新+疆'],
  ['新疆UN', '新+疆+un'],
  ['1,000', '1+000/1000'],
]

test.each(ASKED)('%j asks for %j', (words, asked) => {
  expect(
    wordQuery(words)
      .map((forms) => forms.map((form) => form.join('+')).join('/'))
      .join(' '),
  ).toBe(asked)
})

test('a word is cut at 64 letters, a query at 24 words and 1,000 code units', () => {
  const long = '𝒳'.repeat(100_000)
  expect(searchWords(long)).toEqual([['x'.repeat(64)]])
  expect(wordQuery(long)).toEqual([[['x'.repeat(64)]]])
  expect(wordQuery('un '.repeat(100_000)).length).toBe(24)
  expect(wordQuery('新'.repeat(100_000))[0]?.[0]?.length).toBe(1000)
})

const MANY = 200_000

test.each([
  ['a letter', 'a', 1],
  ['a Chinese letter', '新', MANY],
  ['a Chinese letter with a mark', '新\u0301', MANY],
  ['letters with hyphens', 'a-', MANY],
  ['letters with stops', 'a.', MANY],
  ['thousands', '000,', MANY],
  ['marks', '\u0301', 0],
])('%s, 200,000 times without a space, is indexed', (_, unit, words) => {
  expect(searchWords(unit.repeat(MANY)).flat().length).toBe(words)
})

test('words hold letters, digits and marks only, and none is empty', () => {
  fc.assert(
    fc.property(anyText(60), (text) => {
      const runs = searchWords(text)
      expect(runs.filter((run) => run.length === 0)).toEqual([])
      expect(runs.flat().filter((word) => !/^[\p{L}\p{N}\p{M}]+$/u.test(word))).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

test('a word that is indexed asks for itself', () => {
  fc.assert(
    fc.property(anyText(40), (text) => {
      for (const word of searchWords(text).flat()) expect(wordQuery(word)).toEqual([[[word]]])
    }),
    { numRuns: 1000 },
  )
})

test('what was printed in a text asks for words that stand in it side by side', () => {
  fc.assert(
    fc.property(anyText(40), (text) => {
      const runs = searchWords(text).map((run) => ` ${run.join(' ')} `)
      for (const forms of wordQuery(text))
        expect(forms.some((form) => runs.some((run) => run.includes(` ${form.join(' ')} `)))).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test.each(['x', 'x-', 'x.', '100,', '新', 'é'])(
  'four million characters of %j and nothing else are indexed',
  (unit) => {
    const words = searchWords(unit.repeat(4_000_000 / unit.length)).flat()
    expect(words.length).toBeGreaterThan(0)
    expect(words.every((word) => [...word].length <= 64)).toBe(true)
  },
)
