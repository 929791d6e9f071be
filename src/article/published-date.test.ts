import { expect, test } from 'vitest'
import { machineDate, publishedOn } from './published-date.ts'

const VALUES: readonly [value: string, edtf: string | null][] = [
  ['2022-03-08', '2022-03-08'],
  ['2022-03-08T23:30:00-05:00', '2022-03-08'],
  ['2022-03-08 09:30', '2022-03-08'],
  ['20220308', '2022-03-08'],
  ['2022-03', '2022-03'],
  ['2022', '2022'],
  ['Tue, 08 Mar 2022 09:30:00 GMT', '2022-03-08'],
  ['Tue Mar 08 2022 09:30:00 GMT+0100', '2022-03-08'],
  ['March 8, 2022', '2022-03-08'],
  ['03/04/2022', null],
  ['1646730000', null],
  ['yesterday', null],
  ['0000-00-00', null],
]

test.each(VALUES)('%s', (value, edtf) => {
  expect(machineDate(value)).toBe(edtf)
})

const CHOICES: readonly [machine: readonly string[], printed: string | null, edtf: string | null][] = [
  [['2022-03-09T04:30:00Z'], '2022-03-08', '2022-03-08'],
  [['2022-03-09T04:30:00-05:00'], '2022-03-08', '2022-03-09'],
  [['2022-03-09T04:30:00Z'], '2022-03-01', '2022-03-09'],
  [['soon', '2022-03-09'], null, '2022-03-09'],
  [[], '2022-03-08', '2022-03-08'],
  [[], null, null],
]

test.each(CHOICES)('%j, printed %s', (machine, printed, edtf) => {
  expect(publishedOn(machine, printed)).toBe(edtf)
})
