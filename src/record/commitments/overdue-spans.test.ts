import { expect, test } from 'vitest'
import { eventsIn } from '../../../test/commitment-cases.ts'
import { edtfOfDay } from '../../text/calendar-day.ts'
import { daysOf, knownEdtf } from '../../text/edtf-time.ts'
import { overdueSpans } from './overdue-spans.ts'

/** What happened, the day that is asked about, and the days on which it was overdue. */
const CASES: readonly [events: readonly string[], today: string, spans: string][] = [
  [['2022-03-08 announced, Courier; due 2022-04-01'], '2022-04-01', ''],
  [['2022-03-08 announced, Courier; due 2022-04-01'], '2022-04-02', '2022-04-02 to 2022-04-02'],
  [['2022-03-08 announced, Courier; due 2022-04-01'], '2022-04-30', '2022-04-02 to 2022-04-30'],
  [
    ['2022-03-08 announced, Courier; due 2022-04-01', '2022-04-10 met, Courier'],
    '2022-12-31',
    '2022-04-02 to 2022-04-10',
  ],
  [['2022-03-08 announced, Courier; due 2022-04-01', '2022-03-30 met, Courier'], '2022-12-31', ''],
  [
    ['2022-03-08 announced, Courier; due 2022-04-01', '2022-03-20 postponed, Courier; due 2022-06-01'],
    '2022-06-03',
    '2022-06-02 to 2022-06-03',
  ],
  [
    ['2022-03-08 announced, Courier; due 2022-04-01', '2022-04-20 postponed, Courier; due 2022-06-01'],
    '2022-06-03',
    '2022-04-02 to 2022-04-20, 2022-06-02 to 2022-06-03',
  ],
  [
    [
      '2021-12-10 announced, Courier; due 2022-01~',
      '2022-08-25 scheduled, Courier; due 2022-08-31',
      '2022-08-31 met, Courier',
    ],
    '2022-12-31',
    '2022-01-02 or 2022-02-01 to 2022-08-25',
  ],
  [['2022-03-08 announced, Courier; due "soon"'], '2022-12-31', ''],
  [
    ['2022-03-08 announced, Courier; due 2022-04-01', '2022-04-10 met; disputed, Courier'],
    '2022-04-30',
    '2022-04-02 to 2022-04-30',
  ],
  [
    ['2022-03-08 announced, Courier; due 2022-04-01', '2022-04-10 withdrawn, Courier'],
    '2022-04-30',
    '2022-04-02 to 2022-04-10',
  ],
]

test.each(CASES)('%j on %s', (lines, today, spans) => {
  const commitment = { id: 'c', actorId: 'a', what: 'x', supersedes: null, events: eventsIn(lines), terms: [] }
  const found = overdueSpans(commitment, { today: daysOf(knownEdtf(today)).last ?? 0, supersededOn: null })
  const words = found.map(({ perhapsFrom, from, to }) => {
    const perhaps = perhapsFrom < from ? `${edtfOfDay(perhapsFrom)} or ` : ''
    return `${perhaps}${edtfOfDay(from)} to ${edtfOfDay(to)}`
  })
  expect(words.join(', ')).toBe(spans)
})

test('another commitment that takes its place ends it', () => {
  const events = eventsIn(['2022-03-08 announced, Courier; due 2022-04-01'])
  const commitment = { id: 'c', actorId: 'a', what: 'x', supersedes: null, events, terms: [] }
  const today = daysOf(knownEdtf('2022-12-31')).last ?? 0
  const [span] = overdueSpans(commitment, { today, supersededOn: knownEdtf('2022-04-11') })
  expect(span === undefined ? null : edtfOfDay(span.to)).toBe('2022-04-11')
})
