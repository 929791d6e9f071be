import { expect, test } from 'vitest'
import { articleNamedByOutlet, evidenceIn } from '../../../test/pieces-of-evidence.ts'
import { daysOf, knownEdtf } from '../../text/edtf-time.ts'
import type { ReplyKind } from './demand.ts'
import { demandStanding } from './demand-standing.ts'

/** When it was asked and what came back; the day that is asked about; how it stands then. */
const CASES: readonly [asked: string, replies: string, on: string, standing: string][] = [
  ['2022-03-08', '', '2022-03-07', 'not made yet'],
  ['2022-03-08', '', '2022-03-08', 'open for 0 days, unanswered for 0 days'],
  ['2022-03-08', '', '2022-04-01', 'open for 24 days, unanswered for 24 days'],
  ['2022-03', '', '2022-04-01', 'open for 1 to 31 days, unanswered for 1 to 31 days'],
  ['2022-03', '', '2022-03-10', 'open for 0 to 9 days, unanswered for 0 to 9 days'],
  ['2022-03-08', '2022-03-18 answered', '2022-04-01', 'open for 24 days, unanswered for 10 days'],
  ['2022-03-08', '2022-03-18 refused', '2022-04-01', 'open for 24 days, unanswered for 10 days'],
  ['2022-03-08', '2022-03-18 promised', '2022-03-10', 'open for 2 days, unanswered for 2 days'],
  ['2022-03-08', '2022-03-18 promised; 2022-03-28 met', '2022-12-01', 'met for 20 days, unanswered for 10 days'],
  ['2022-03-08', '2022-03-28 withdrawn', '2022-12-01', 'withdrawn for 20 days, unanswered for 20 days'],
  ['2022-03-08', '2022-04 met', '2022-12-01', 'met for 24 to 53 days, unanswered for 24 to 53 days'],
]

test.each(CASES)('asked on %s, %s; on %s', (asked, words, on, standing) => {
  const replies = words
    .split('; ')
    .filter((reply) => reply !== '')
    .map((reply, at) => {
      const [date = '', kind = ''] = reply.split(' ')
      return {
        id: String(at),
        kind: kind as ReplyKind,
        by: null,
        date: knownEdtf(date),
        evidence: [evidenceIn('Courier')],
      }
    })
  const demand = {
    id: 'letter',
    addresseeId: 'office',
    what: 'release its report',
    date: knownEdtf(asked),
    commitmentId: null,
    listed: ['watch', 'amnesty'],
    declared: { count: 192, of: 'rights groups' },
    evidence: [evidenceIn('Courier'), evidenceIn('Gazette')],
    replies: replies.toReversed(),
  }
  const { state, openFor, unansweredFor, evidence } = demandStanding(demand, {
    today: daysOf(knownEdtf(on)).last ?? 0,
    articleOf: articleNamedByOutlet,
  })
  const days = (count: typeof openFor) => [...new Set([count?.least, count?.most])].join(' to ')
  const rest =
    openFor === null || unansweredFor === null
      ? ''
      : ` for ${days(openFor)} days, unanswered for ${days(unansweredFor)} days`
  expect(`${state}${rest}`).toBe(standing)
  expect(evidence.support).toBe('supported')
})
