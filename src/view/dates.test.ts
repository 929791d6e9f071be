import { expect, test } from 'vitest'
import { dateInSentence, dateInWords, isTimeValue, momentInWords } from './dates.ts'
import { en } from './messages/en.ts'

const CASES: readonly [edtf: string, written: string][] = [
  ['2022-03-08', '8 March 2022'],
  ['2022-05', 'May 2022'],
  ['2022', '2022'],
  ['0987', '987'],
  ['2022-21', 'spring 2022'],
  ['2022-24', 'winter 2022'],
  ['2022-05~', 'about May 2022'],
  ['2022-05-01?', 'perhaps 1 May 2022'],
  ['2022%', 'perhaps about 2022'],
  ['2021-12-10/2022-01~', '10 December 2021 to about January 2022'],
  ['2021/..', 'since 2021'],
  ['../2021-06', 'until June 2021'],
  ['2022-05-XX', 'May 2022'],
  ['2022-XX-XX', '2022'],
  ['202X', 'the 2020s'],
  ['19XX', 'between 1900 and 1999'],
  ['2022-13', '2022-13'],
  ['2022-00-01', '2022-00-01'],
  ['../..', '../..'],
  ['last May', 'last May'],
  ['2022/x', '2022/x'],
  ['2022-08-31T23:47:00+02:00', '31 August 2022, 23:47'],
  ['2022-08-31T23:47', '31 August 2022, 23:47'],
]

test.each(CASES)('%s is written %s', (edtf, written) => {
  expect(dateInWords(edtf, en)).toBe(written)
})

test.each([
  ['2022-03-08', 'on 8 March 2022'],
  ['2022-08-31T23:47', 'on 31 August 2022, 23:47'],
  ['2022-05', 'in May 2022'],
  ['2022', 'in 2022'],
  ['2022-05~', 'in about May 2022'],
  ['2022-05-01~', 'on about 1 May 2022'],
  ['2022-05-XX', 'in May 2022'],
  ['202X', 'in the 2020s'],
  ['2021-12/2022-01~', 'between December 2021 and about January 2022'],
  ['2018-09-01/..', 'since 1 September 2018'],
  ['../2021-06', 'until June 2021'],
  ['last May', 'last May'],
])('it happened %s: %s', (edtf, written) => {
  expect(dateInSentence(edtf, en)).toBe(written)
})

test.each([
  ['2022-03-08', true],
  ['2022-05', true],
  ['2022', true],
  ['2022-05~', false],
  ['2021/2022', false],
  ['2022-13', false],
])('%s in <time>: %s', (edtf, can) => {
  expect(isTimeValue(edtf)).toBe(can)
})

test('a moment of the record carries its zone', () => {
  expect(momentInWords('2026-11-24T05:41:12.000Z', en)).toBe('24 November 2026, 05:41 UTC')
})
