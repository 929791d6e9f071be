import { expect, test } from 'vitest'
import { lineFault, MAX_NAME, MAX_WORDS, wordsFault } from './line-fault.ts'

const LINES: readonly [text: string, line: string | null, words: string | null][] = [
  ['Michelle Bachelet', null, null],
  ['新疆', null, null],
  ['عبد الله', null, null],
  // A zero-width joiner and a mark of direction are part of how names are written.
  ['می\u200cخواهم\u200f', null, null],
  ['<b onclick=x>“Lee” & Sons</b>', null, null],
  ['', 'is empty', 'is empty'],
  [' \u00a0', 'is empty', 'is empty'],
  ['x'.repeat(10_000), 'has 10,000 characters, and 200', 'has 10,000 characters, and 5,000'],
  ['a\ud800', 'half of a surrogate pair', 'half of a surrogate pair'],
  ['a\u0007', 'control character U+0007', 'control character U+0007'],
  ['a\u0000', 'control character U+0000', 'control character U+0000'],
  ['a\nb', 'control character U+000A', null],
  ['a\r\nb', 'control character U+000D', 'control character U+000D'],
  ['abc\u202egpj', 'U+202E, which changes the direction', 'U+202E, which turns the text'],
  ['\u2067abc\u2069', 'U+2067, which changes the direction', null],
]

test.each(LINES)('%j', (text, line, words) => {
  const expected = (sentence: string | null) => (sentence === null ? null : expect.stringContaining(sentence))
  expect(lineFault(text, MAX_NAME)).toEqual(expected(line))
  expect(wordsFault(text, MAX_WORDS)).toEqual(expected(words))
})
