import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type TimeCode, timeAt, timeCodeInFull, timeCodeInShort } from './time-code.ts'

test.each([
  [0, '00:00:00.000', '0:00'],
  [724_500, '00:12:04.500', '12:04'],
  [3_724_999, '01:02:04.999', '1:02:04'],
  [360_000_001, '100:00:00.001', '100:00:00'],
])('%i milliseconds', (milliseconds, inFull, inShort) => {
  expect([timeCodeInFull(milliseconds), timeCodeInShort(milliseconds)]).toEqual([inFull, inShort])
})

test('the time at an offset is that of the last code at or before it', () => {
  const offsets = fc.uniqueArray(fc.nat({ max: 50 }), { maxLength: 20 })
  fc.assert(
    fc.property(offsets, fc.nat({ max: 60 }), (starts, offset) => {
      const codes = starts.toSorted((a, b) => a - b).map((start): TimeCode => [start, start * 10])
      expect(timeAt(codes, offset)).toBe(codes.findLast(([start]) => start <= offset)?.[1] ?? null)
    }),
  )
})
