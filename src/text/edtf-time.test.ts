import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../test/any-text.ts'
import { dayNumber, edtfOfDay } from './calendar-day.ts'
import { compareEdtf, daysOf, knownEdtf, lastDayOf, liesIn, parseEdtf } from './edtf-time.ts'

const written = (day: number | null) => (day === null ? '..' : edtfOfDay(day))

const SPANS: readonly [edtf: string, days: string][] = [
  ['2022-05-23', '2022-05-23 to 2022-05-23'],
  ['2022-08-31T23:47:00+02:00', '2022-08-31 to 2022-08-31'],
  ['2022-08-31T23:47', '2022-08-31 to 2022-08-31'],
  ['2022-05', '2022-05-01 to 2022-05-31'],
  ['2024-02', '2024-02-01 to 2024-02-29'],
  ['2021-12', '2021-12-01 to 2021-12-31'],
  ['2022', '2022-01-01 to 2022-12-31'],
  ['2022-01~', '2022-01-01 to 2022-01-31'],
  ['2022?', '2022-01-01 to 2022-12-31'],
  ['2022-05-23%', '2022-05-23 to 2022-05-23'],
  ['2022-05-XX', '2022-05-01 to 2022-05-31'],
  ['2022-XX', '2022-01-01 to 2022-12-31'],
  ['2022-XX-XX', '2022-01-01 to 2022-12-31'],
  ['202X', '2020-01-01 to 2029-12-31'],
  ['19XX', '1900-01-01 to 1999-12-31'],
  ['2021-12-10/2022-01~', '2021-12-10 to 2022-01-31'],
  ['2018-09-01/..', '2018-09-01 to ..'],
  ['2018-09-01/', '2018-09-01 to ..'],
  ['../2022-05', '.. to 2022-05-31'],
  ['2022-05-23/2022-05-23', '2022-05-23 to 2022-05-23'],
  ['2022/2022-05', '2022-01-01 to 2022-05-31'],
]

test.each(SPANS)('%s can mean the days %s', (edtf, days) => {
  const { first, last } = daysOf(knownEdtf(edtf))
  expect(`${written(first)} to ${written(last)}`).toBe(days)
})

const REFUSED: readonly [edtf: string, sentence: string][] = [
  ['2022-02-30', 'not in the calendar'],
  ['2023-02-29', 'not in the calendar'],
  ['2022-13', 'not in the calendar'],
  ['2022-00', 'not in the calendar'],
  ['0987', 'not in the calendar'],
  ['2022-02-30T10:00', 'not in the calendar'],
  ['99XX', 'not in the calendar'],
  ['2022-21', 'is a season'],
  ['2022-XX-05', 'a day without a month'],
  ['', 'the date is empty'],
  ['..', 'the date is empty'],
  ['/', 'no date at either end'],
  ['../..', 'no date at either end'],
  ['2022-06/2022-05', 'ends before it begins'],
  ['2022/2023/2024', 'more than two ends'],
  ['last May', '"last May" is not a date of EDTF'],
  ['03/04/2022', 'more than two ends'],
  ['2022-5', 'is not a date of EDTF'],
  ['2022-05-23T24:00', 'is not a date of EDTF'],
  [' 2022', 'is not a date of EDTF'],
  ['~2022', 'is not a date of EDTF'],
  ['x'.repeat(10_000), `"${'x'.repeat(40)}…" is not a date`],
]

test.each(REFUSED)('%s is refused: %s', (edtf, sentence) => {
  const parsed = parseEdtf(edtf)
  expect(parsed.ok ? 'taken' : parsed.sentence).toContain(sentence)
})

test('our own record holds no wrong date', () => {
  expect(() => knownEdtf('2022-02-30')).toThrow('not a date of the record')
})

const COMPARED: readonly [one: string, other: string, answer: string][] = [
  ['2022-05-01', '2022-05-02', 'before'],
  ['2022-05-02', '2022-05-01', 'after'],
  ['2022-05', '2022-05-23', 'overlapping'],
  ['2022', '2023', 'before'],
  ['2022-05~', '2022-06', 'before'],
  ['2018/..', '2030', 'overlapping'],
  ['../2018', '2019', 'before'],
  ['2022-05/2022-06', '2022-06/2022-07', 'overlapping'],
]

test.each(COMPARED)('%s and %s: %s', (one, other, answer) => {
  expect(compareEdtf(knownEdtf(one), knownEdtf(other))).toBe(answer)
})

const ENDS: readonly [edtf: string, end: string | null][] = [
  ['2022-01', '2022-01-31'],
  ['2022', '2022-12-31'],
  ['2022-01~', '2022-01-01 to 2022-01-31'],
  ['2022-01-XX', '2022-01-01 to 2022-01-31'],
  ['2022-01-15~', 'about 2022-01-15'],
  ['2021-12-10/2022-01', '2022-01-31'],
  ['2021-12-10/2022-01~', '2022-01-01 to 2022-01-31'],
  ['2022-01/..', null],
  ['2022-01/', null],
]

test.each(ENDS)('%s ends on %s', (edtf, end) => {
  const last = lastDayOf(knownEdtf(edtf))
  if (last === null) return expect(end).toBeNull()
  const days = last.first === last.last ? written(last.last) : `${written(last.first)} to ${written(last.last)}`
  expect(`${last.isAbout ? 'about ' : ''}${days}`).toBe(end)
})

const WITHIN: readonly [time: string, span: string, answer: string][] = [
  ['2022-08-31', '2018-09-01/2022-08-31', 'wholly'],
  ['2022-09-01', '2018-09-01/2022-08-31', 'not'],
  ['2018-09', '2018-09-01/2022-08-31', 'wholly'],
  ['2022', '2018-09-01/2022-08-31', 'partly'],
  ['2018-09-15', '2018-09~/..', 'partly'],
  ['2018-10-15', '2018-09~/..', 'wholly'],
  ['2030', '2018-09~/..', 'wholly'],
  ['2022-07', '2022', 'wholly'],
  ['2022-07', '2022~', 'partly'],
  ['2022/..', '2018/..', 'wholly'],
  ['2022/..', '2018/2030', 'partly'],
]

test.each(WITHIN)('%s lies in %s: %s', (time, span, answer) => {
  expect(liesIn(knownEdtf(time), knownEdtf(span))).toBe(answer)
})

const day = fc.integer({ min: dayNumber(1600, 1, 1), max: dayNumber(2199, 12, 31) })
const time = fc
  .tuple(day, day, fc.constantFrom('', '~', '?', '%'), fc.constantFrom('day', 'month', 'year', 'interval', 'since'))
  .map(([a, b, mark, form]) => {
    const [from, to] = [edtfOfDay(Math.min(a, b)) ?? '', edtfOfDay(Math.max(a, b)) ?? '']
    if (form === 'interval') return `${from}/${to}${mark}`
    if (form === 'since') return `${from}${mark}/..`
    return `${from.slice(0, { day: 10, month: 7, year: 4 }[form])}${mark}`
  })

test('whatever is written is read back as it stood, and ends no earlier than it begins', () => {
  fc.assert(
    fc.property(time, (edtf) => {
      const read = knownEdtf(edtf)
      expect(read.edtf).toBe(edtf)
      const { first, last } = daysOf(read)
      if (first !== null && last !== null) expect(first).toBeLessThanOrEqual(last)
    }),
  )
})

test('of two dates one is before the other exactly where the other is after it', () => {
  const other = { before: 'after', after: 'before', overlapping: 'overlapping' }
  fc.assert(
    fc.property(time, time, (a, b) => {
      expect(compareEdtf(knownEdtf(a), knownEdtf(b))).toBe(other[compareEdtf(knownEdtf(b), knownEdtf(a))])
    }),
  )
})

test('any text at all is read or refused in one line', () => {
  fc.assert(
    fc.property(anyText(60), (text) => {
      const parsed = parseEdtf(text)
      if (!parsed.ok) expect(parsed.sentence.length).toBeLessThan(250)
    }),
  )
})
