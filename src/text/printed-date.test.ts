import { expect, test } from 'vitest'
import { dateLine, firstPrintedDate } from './printed-date.ts'

const PRINTED: readonly [text: string, edtf: string | null][] = [
  ['8 March 2022', '2022-03-08'],
  ['Tuesday, March 8, 2022', '2022-03-08'],
  ['Mar. 8th, 2022, 9.30am', '2022-03-08'],
  ['the 1st of May 2022', '2022-05-01'],
  ['2022-03-08', '2022-03-08'],
  ['2022/3/8', '2022-03-08'],
  ['08.03.2022', '2022-03-08'],
  ['8. März 2022', '2022-03-08'],
  ['le 1er août 2022', '2022-08-01'],
  ['8 de marzo de 2022', '2022-03-08'],
  ['8 марта 2022', '2022-03-08'],
  ['8 березня 2022', '2022-03-08'],
  ['2022年3月8日', '2022-03-08'],
  ['2022년 3월 8일', '2022-03-08'],
  ['8 مارس 2022', '2022-03-08'],
  ['٨ مارس ٢٠٢٢', '2022-03-08'],
  ['8 آذار 2022', '2022-03-08'],
  ['8 كانون الثاني 2022', '2022-01-08'],
  ['۸ مارس ۲۰۲۲', '2022-03-08'],
  ['8 مارچ 2022', '2022-03-08'],
  ['8 במרץ 2022', '2022-03-08'],
  ['8 मार्च 2022', '2022-03-08'],
  ['८ मई २०२२', '2022-05-08'],
  ['৮ মার্চ ২০২২', '2022-03-08'],
  ['8 มีนาคม 2565', '2022-03-08'],
  ['8 มี.ค. 2565', '2022-03-08'],
  ['8 มีนาคม 2022', '2022-03-08'],
  ['ngày 8 tháng 3 năm 2022', '2022-03-08'],
  ['8 tháng 3, 2022', '2022-03-08'],
  ['2022. március 8.', '2022-03-08'],
  ['2022 m. kovo 8 d.', '2022-03-08'],
  ['8 март 2022', '2022-03-08'],
  ['13/02/2022', '2022-02-13'],
  ['02/13/2022', '2022-02-13'],
  ['03/03/2022', '2022-03-03'],
  ['03/04/2022', null],
  ['May 2022', '2022-05'],
  ['2022年5月', '2022-05'],
  ['31 February 2022', null],
  ['Room 2022', null],
  ['on Tuesday', null],
]

test.each(PRINTED)('%s', (text, edtf) => {
  expect(firstPrintedDate(text)?.edtf ?? null).toBe(edtf)
})

test.each([
  ['day first', '2022-04-03'],
  ['month first', '2022-03-04'],
  [null, null],
] as const)('03/04/2022, %s', (order, edtf) => {
  expect(firstPrintedDate('03/04/2022', order)?.edtf ?? null).toBe(edtf)
})

const LINES: readonly [line: string, edtf: string | null][] = [
  ['8 March 2022', '2022-03-08'],
  ['Published: Tuesday 8 March 2022, 09:30 GMT', '2022-03-08'],
  ['Updated 10:01 pm PST, Tuesday, November 19, 2019', '2019-11-19'],
  ['sexta-feira, 22 de outubro de 2010 às 20:13', '2010-10-22'],
  ['Mon 18 Nov 2019 18.54 GMT Last modified on Mon 18 Nov 2019 18.56 GMT', '2019-11-18'],
  ['On 8 March 2022 the minister left', null],
  ['By Ana Reyes', null],
]

test.each(LINES)('line: %s', (line, edtf) => {
  expect(dateLine(line)).toBe(edtf)
})
