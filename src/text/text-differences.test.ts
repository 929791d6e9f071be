import { expect, test } from 'vitest'
import { textDifferences } from './text-differences.ts'

const MARKS = { same: '', gone: '-', new: '+' }

test.each([
  ['One.\n\nTwo.', 'One.\n\nTwo.', ['One.', 'Two.']],
  ['One.\n\nTwo.', 'One.\n\nNews.\n\nTwo.', ['One.', '+News.+', 'Two.']],
  ['It is over, she said.\n\nTwo.', 'It is not over, she said.\n\nTwo.', ['It is +not +over, she said.', 'Two.']],
  ['A red house.\n\nTwo.', 'Rain fell all day.\n\nTwo.', ['-A red house.-', '+Rain fell all day.+', 'Two.']],
  ['One.\n\nGone.', 'One.', ['One.', '-Gone.-']],
])('%j, then %j', (earlier, later, expected) => {
  expect(
    textDifferences(earlier, later).map((paragraph) =>
      paragraph.map(({ kind, words }) => MARKS[kind] + words + MARKS[kind]).join(''),
    ),
  ).toEqual(expected)
})
