import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestPath, LABELS, type LabelRows, runsOf } from './best-path.ts'

/** A letter for each label: `.`, then begin, inside, end and single of source (bies), cue (BIES) and content (<-> and x). */
const LETTERS = '.biesBIES<->x'

/** Rows in which each letter has most of the probability; the anchor is the first cue letter. */
function rowsFor(letters: string): LabelRows {
  const values = new Float32Array(letters.length * LABELS).fill(-5)
  for (const [row, letter] of [...letters].entries()) values[row * LABELS + LETTERS.indexOf(letter)] = -0.1
  return { values, offset: 0, from: 0, to: letters.length, anchor: letters.search(/[BIES]/) }
}

const path = (letters: string) => [...bestPath(rowsFor(letters))].map((label) => LETTERS[label]).join('')

test.each([
  ['rules kept are left alone', 'be.BIE<->', 'be.BIE<->'],
  ['singles', 's.S.x', 's.S.x'],
  ['a begin without an end is closed', 'bi.S.x', 'be.S.x'],
  ['an end without a begin is dropped', '.e.S.x', '...S.x'],
  ['two contents and a nested source', '<->S<->', '<->S<->'],
])('%s', (_, letters, expected) => {
  expect(path(letters)).toBe(expected)
})

test('any scores give a path that keeps the rules, with the anchor in a cue', () => {
  const scores = fc.integer({ min: 1, max: 12 }).chain((count) =>
    fc.record({
      values: fc.array(fc.float({ min: -20, max: 0, noNaN: true }), {
        minLength: count * LABELS,
        maxLength: count * LABELS,
      }),
      anchor: fc.nat(count - 1),
    }),
  )
  fc.assert(
    fc.property(scores, ({ values, anchor }) => {
      const rows = { values: Float32Array.from(values), offset: 0, from: 0, to: values.length / LABELS, anchor }
      const letters = [...bestPath(rows)].map((label) => LETTERS[label]).join('')
      expect(letters).toMatch(/^(?:\.|bi*e|s|BI*E|S|<-*>|x)+$/)
      expect(letters[anchor]).toMatch(/[BIES]/)
      const { runs } = runsOf(bestPath(rows), rows)
      expect(runs.map(({ start, end }) => end - start).reduce((sum, length) => sum + length, 0)).toBe(
        letters.replaceAll('.', '').length,
      )
    }),
  )
})
