import { expect, test } from 'vitest'
import { dayNumber, edtfOfDay, knownDate, monthBefore, weekdayOf } from './calendar-day.ts'

test.each([
  ['2022-03-08', { year: 2022, month: 3, day: 8 }],
  ['2022-03-08T10:00:00Z', { year: 2022, month: 3, day: 8 }],
  ['2022-03', { year: 2022, month: 3, day: null }],
  ['2022', { year: 2022, month: null, day: null }],
  ['2022-02-30', null],
  ['2022~', null],
  ['March', null],
])('%s', (edtf, date) => {
  expect(knownDate(edtf)).toEqual(date)
})

test.each([
  [2022, 3, 9, 3],
  [1970, 1, 1, 4],
  [1969, 12, 28, 0],
  [1899, 12, 31, 0],
])('%i-%i-%i is weekday %i', (year, month, day, weekday) => {
  expect(weekdayOf(dayNumber(year, month, day))).toBe(weekday)
})

test('a day is written as it was read', () => {
  expect(edtfOfDay(dayNumber(2024, 2, 29))).toBe('2024-02-29')
  expect(edtfOfDay(dayNumber(1599, 12, 31))).toBeNull()
})

test.each([
  [2022, 1, 1, '2021-12'],
  [2022, 3, 0, '2022-03'],
  [2022, 3, 27, '2019-12'],
])('%i-%i less %i months', (year, month, months, edtf) => {
  expect(monthBefore(year, month, months)).toBe(edtf)
})
