import { expect, test } from 'vitest'
import { knownDate } from './calendar-day.ts'
import { dueTime } from './due-time.ts'
import { parseEdtf } from './edtf-time.ts'

/** Said on Friday, 10 December 2021, unless another day stands in front. */
const CASES: readonly [words: string, edtf: string | null, due: string | null][] = [
  ['hopes to publish its report in the coming weeks', '2021-12-10/2022-01~', 'in the coming weeks'],
  ['will come before the end of June', '2022-06', 'before the end of June'],
  ['will come by the end of June 2023', '2023-06', 'by the end of June 2023'],
  ['will take place in May', '2022-05', 'in May'],
  ['will take place in December', '2021-12', 'in December'],
  ['will come by June', '2022-06~', 'by June'],
  ['will come before June', '../2022-05-31', 'before June'],
  ['will be published by 30 April', '2022-04-30', 'by 30 April'],
  ['will be published by April 30, 2023', '2023-04-30', 'by April 30, 2023'],
  ['will be out on 5 December', '2022-12-05', 'on 5 December'],
  ['will be out before 1 March', '../2022-02-28', 'before 1 March'],
  ['carbon neutral by 2060', '2060~', 'by 2060'],
  ['carbon neutral before 2060', '../2059-12-31', 'before 2060'],
  ['a vote in 2023', '2023', 'in 2023'],
  ['rescheduled to the first half of October', '2022-10-01/2022-10-15', 'to the first half of October'],
  ['in the second half of February 2024', '2024-02-16/2024-02-29', 'in the second half of February 2024'],
  ['the second half of December', '2021-12-16/2021-12-31', 'the second half of December'],
  ['before the year is out', '2021', 'before the year is out'],
  ['will answer tomorrow', '2021-12-11', 'tomorrow'],
  ['will answer next month', '2022-01', 'next month'],
  ['will answer this year', '2021', 'this year'],
  ['by the end of the year', '2021', 'by the end of the year'],
  ['will answer next week', '2021-12-13/2021-12-19~', 'next week'],
  ['will answer by Tuesday', '2021-12-14', 'by Tuesday'],
  ['will answer by Friday', '2021-12-17', 'by Friday'],
  ['will answer in full on Tuesday', '2021-12-14', 'on Tuesday'],
  ['more than we had on Monday', null, null],
  ['will answer next Tuesday', '2021-12-14~', 'next Tuesday'],
  ['will answer within 30 days', '2022-01-09', 'within 30 days'],
  ['will answer in two weeks', '2021-12-24~', 'in two weeks'],
  ['will answer within three months', '2022-03~', 'within three months'],
  ['in the next few months', null, 'in the next few months'],
  ['before the end of my mandate', null, 'before the end of my mandate'],
  ['before her term ends', null, 'before her term ends'],
  ['release it without further delay', null, 'without further delay'],
  ['by the summer', null, 'by the summer'],
  ['2021 | will come before the end of June', null, 'before the end of June'],
  ['- | will come next month', null, 'next month'],
  ['- | will come by 3 May 2022', '2022-05-03', 'by 3 May 2022'],
  ['will be out on 31 February', null, 'on 31 February'],
  ['the report is ready', null, null],
  ['it may rain', null, null],
  ['200 of the 300 houses', null, null],
  ['', null, null],
]

test.each(CASES)('%s', (text, edtf, due) => {
  const [first = '', second] = text.split(' | ')
  const [said, words] = second === undefined ? ['2021-12-10', first] : [first, second]
  const found = dueTime(words, knownDate(said))
  expect([found?.edtf ?? null, found?.words ?? null]).toEqual([edtf, due])
  if (edtf !== null) expect(parseEdtf(edtf).ok).toBe(true)
})
