import { expect, test } from 'vitest'
import { daysBetween, edtfOf } from './edtf.ts'

const DATES: readonly [year: number, month: number | null, day: number | null, edtf: string | null][] = [
  [2022, 3, 8, '2022-03-08'],
  [2022, 3, null, '2022-03'],
  [2022, null, null, '2022'],
  [2024, 2, 29, '2024-02-29'],
  [2022, 2, 29, null],
  [2022, 13, 1, null],
  [2022, 0, 1, null],
  [2022, 4, 31, null],
  [2022, null, 8, null],
  [22, 3, 8, null],
  [Number.NaN, 3, 8, null],
]

test.each(DATES)('%s %s %s is %s', (year, month, day, edtf) => {
  expect(edtfOf({ year, month, day })).toBe(edtf)
})

const DISTANCES: readonly [from: string, to: string, days: number | null][] = [
  ['2022-03-08', '2022-03-09', 1],
  ['2022-03-01', '2022-02-28', -1],
  ['2022-03-27', '2022-03-28', 1],
  ['2022-03', '2022-03-09', null],
]

test.each(DISTANCES)('from %s to %s', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days)
})
