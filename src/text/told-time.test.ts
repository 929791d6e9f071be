import fc from 'fast-check'
import { expect, test } from 'vitest'
import { knownDate } from './calendar-day.ts'
import { toldTime } from './told-time.ts'

/** 9 March 2022 was a Wednesday, 6 March a Sunday, 7 March a Monday, 12 March a Saturday. */
const CASES: readonly [words: string, printed: string | null, edtf: string | null][] = [
  // Weekdays: the last that is not after printing; the same day counts.
  ['on Tuesday', '2022-03-09', '2022-03-08'],
  ['on Wednesday', '2022-03-09', '2022-03-09'],
  ['on Thursday', '2022-03-09', '2022-03-03'],
  ['Monday night', '2022-03-09', '2022-03-07'],
  ['late Sunday', '2022-03-09', '2022-03-06'],
  ['early on Friday morning', '2022-03-09', '2022-03-04'],
  ['in a Monday interview', '2022-03-09', '2022-03-07'],
  ['during Tuesday’s debate', '2022-03-09', '2022-03-08'],
  ['on Saturday', '2022-01-01', '2022-01-01'],
  ['on Friday', '2022-01-01', '2021-12-31'],
  ['on Tuesday', '2022-03', null],
  ['on Tuesday', null, null],
  ['on Tuesdays', '2022-03-09', null],
  ['next Tuesday', '2022-03-09', null],
  ['every Tuesday', '2022-03-09', null],
  // "Last" leaves open which: about.
  ['last Tuesday', '2022-03-09', '2022-03-08~'],
  ['last Wednesday', '2022-03-09', '2022-03-02~'],
  // Days by their distance.
  ['today', '2022-03-09', '2022-03-09'],
  ['earlier today', '2022-03-09', '2022-03-09'],
  ['this morning', '2022-03-09', '2022-03-09'],
  ['tonight', '2022-03-09', '2022-03-09'],
  ['yesterday', '2022-03-09', '2022-03-08'],
  ['Yesterday', '2022-03-01', '2022-02-28'],
  ['yesterday', '2024-03-01', '2024-02-29'],
  ['last night', '2022-01-01', '2021-12-31'],
  ['yesterday', '2022-03', null],
  ['yesterday', null, null],
  ['tomorrow', '2022-03-09', null],
  ['two days ago', '2022-03-09', '2022-03-07'],
  ['10 days ago', '2022-03-09', '2022-02-27'],
  ['a week ago', '2022-03-09', '2022-03-02~'],
  ['three weeks ago', '2022-03-09', '2022-02-16~'],
  ['two months ago', '2022-03-09', '2022-01~'],
  ['four months ago', '2022-03', '2021-11~'],
  ['a year ago', '2022-03-09', '2021~'],
  ['10 years ago', '2022', '2012~'],
  ['two decades ago', '2022-03-09', '2002~'],
  ['two weeks ago', '2022-03', null],
  // Weeks, weekends, months, years.
  ['last week', '2022-03-09', '2022-02-28~/2022-03-06~'],
  ['last week', '2022-03-06', '2022-02-21~/2022-02-27~'],
  ['this week', '2022-03-09', '2022-03-07~/2022-03-09~'],
  ['earlier this week', '2022-03-09', '2022-03-07~/2022-03-09~'],
  ['this week', '2022-03-07', '2022-03-07'],
  ['over the weekend', '2022-03-07', '2022-03-05/2022-03-06'],
  ['last weekend', '2022-03-09', '2022-03-05/2022-03-06'],
  ['this weekend', '2022-03-12', '2022-03-12'],
  ['this weekend', '2022-03-06', '2022-03-05/2022-03-06'],
  ['last week', '2022-03', null],
  ['next week', '2022-03-09', null],
  ['this month', '2022-03-09', '2022-03'],
  ['earlier this month', '2022-03', '2022-03'],
  ['last month', '2022-01-09', '2021-12'],
  ['last month', '2022', null],
  ['this year', '2022-03-09', '2022'],
  ['earlier this year', '2022', '2022'],
  ['last year', '2022-03-09', '2021'],
  ['last year', null, null],
  // Months and days of them: the last that is not after printing.
  ['in February', '2022-03-09', '2022-02'],
  ['in March', '2022-03-09', '2022-03'],
  ['in May', '2022-03-09', '2021-05'],
  ['last May', '2022-03-09', '2021-05'],
  ['in early May', '2022-06-01', '2022-05'],
  ['in a July interview', '2022-03-09', '2021-07'],
  ['in May', null, null],
  ['in May', '2022', null],
  ['she may speak', '2022-03-09', null],
  ['May she speak', '2022-03-09', null],
  ['on March 8', '2022-03-09', '2022-03-08'],
  ['on March 9', '2022-03-09', '2022-03-09'],
  ['on March 10', '2022-03-09', '2021-03-10'],
  ['on Sept. 8', '2022-03-09', '2021-09-08'],
  ['on 8 March', '2022-03-09', '2022-03-08'],
  ['on the 8th of March', '2022-03-09', '2022-03-08'],
  ['on March 8', '2022-05', '2022-03-08'],
  ['on March 8', null, null],
  ['on February 30', '2022-03-09', null],
  // Whole dates need no date of printing.
  ['on March 8, 2022', null, '2022-03-08'],
  ['on Tuesday, March 8, 2022,', null, '2022-03-08'],
  ['on 8 March 2022', null, '2022-03-08'],
  ['on 2022-03-08', null, '2022-03-08'],
  ['in March 2016', null, '2016-03'],
  ['in a March 2016 meeting', null, '2016-03'],
  ['in 2013', null, '2013'],
  ['back in 2004', null, '2004'],
  ['in a 2013 speech', null, '2013'],
  ['in his 1987 book', null, '1987'],
  ['in the summer of 2015', null, '2015'],
  // Nothing is said of the time of saying.
  ['for the 2016 race', '2022-03-09', null],
  ['in recent weeks', '2022-03-09', null],
  ['earlier', '2022-03-09', null],
  ['', '2022-03-09', null],
]

test.each(CASES)('%s, printed %s: %s', (words, printed, edtf) => {
  expect(toldTime(words, printed === null ? null : knownDate(printed))).toBe(edtf)
})

const EDTF = /^\d{4}(?:-\d\d(?:-\d\d)?)?~?(?:\/\d{4}-\d\d-\d\d~?)?$/

test('whatever the words: EDTF, or nothing', () => {
  const piece = fc.constantFrom(
    'last',
    'this',
    'week',
    'Tuesday',
    'May',
    '31',
    '2,',
    '2022',
    'two',
    'years',
    'ago',
    'in a',
    'speech',
    'yesterday',
  )
  const printed = fc.constantFrom('2022-03-09', '1601-01-01', '2199-12-31', '2022-02', '2022', 'soon', null)
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((words) => words.join(' ')),
      ),
      printed,
      (words, when) => {
        const told = toldTime(words, when === null ? null : knownDate(when))
        if (told !== null) expect(told).toMatch(EDTF)
      },
    ),
    { numRuns: 2000 },
  )
})
