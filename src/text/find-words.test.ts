import { expect, test } from 'vitest'
import { placesOfWords } from './find-words.ts'

const CASES: readonly [text: string, words: string, found: readonly string[]][] = [
  ['It is over, she said.', 'it is over', []],
  ['It is over, she said.', 'It is over', ['It is over']],
  ['It\n\nis  over.', 'It is over', ['It\n\nis  over']],
  ['“It’s over,” she said.', '"It\'s over,"', ['“It’s over,”']],
  ['in the semi­final', 'semifinal', ['semi­final']],
  ['by the end of June. By the end of June.', 'the end of', ['the end of', 'the end of']],
  ['aaa', 'aa', ['aa']],
  ['新疆的学校。', '新疆', ['新疆']],
  ['a 🙂 b', '🙂', ['🙂']],
  ['anything', '  ', []],
  ['', 'a', []],
]

test.each(CASES)('%j: %j', (text, words, found) => {
  expect(placesOfWords(text, words).map(([from, to]) => text.slice(from, to))).toEqual(found)
})
