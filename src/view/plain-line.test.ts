import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginningOf, plainLine } from './plain-line.ts'

test.each([
  ['two\nlines\r\n and  spaces ', 'two lines and spaces'],
  ['a \u202etfel ot thgir', 'a tfel ot thgir'],
  ['half \ud83d of a pair', 'half \ufffd of a pair'],
  ['no\0thing, \u0007no bell, no \ufffe', 'nothing, no bell, no'],
  ['新疆 \u2067شينجيانغ\u2069', '新疆 شينجيانغ'],
])('%j reads %j', (words, line) => {
  expect(plainLine(words)).toBe(line)
})

test.each([
  ['short enough', 20, 'short enough'],
  ['cut between two of the words', 14, 'cut between …'],
  ['当局表示将在几周内公布报告', 5, '当局表示将 …'],
  ['oneverylongwordwithoutanend', 6, 'onever …'],
  ['12345\u{1f5d2}', 6, '12345 …'],
])('the beginning of %j', (words, most, beginning) => {
  expect(beginningOf(words, most)).toBe(beginning)
})

test('a beginning is one well-formed line and never longer than it may be', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 40 }), (words, most) => {
      const line = beginningOf(words, most)
      expect(line.length).toBeLessThanOrEqual(most + 2)
      expect(line.isWellFormed()).toBe(true)
      expect(line).not.toMatch(/[\n\u0085\u202e]/)
    }),
  )
})
