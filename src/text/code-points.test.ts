import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../test/any-text.ts'
import { codePointsOf } from './code-points.ts'

test.each([
  ['', 0, 0],
  ['abc', 2, 2],
  ['a\u{1f642}b', 1, 1],
  ['a\u{1f642}b', 3, 2],
  ['\u{1f642}\u{1f642}', 4, 2],
  ['e\u0301x', 2, 2],
])('%j: %i code units are %i code points', (text, units, points) => {
  const { pointAt, unitAt } = codePointsOf(text)
  expect(pointAt(units)).toBe(points)
  expect(unitAt(points)).toBe(units)
})

test('a text is counted as its characters are', () => {
  fc.assert(
    fc.property(anyText(40), (text) => {
      const { pointAt, unitAt } = codePointsOf(text)
      let units = 0
      for (const [points, character] of [...text].entries()) {
        expect([pointAt(units), unitAt(points)]).toEqual([points, units])
        units += character.length
      }
    }),
  )
})
