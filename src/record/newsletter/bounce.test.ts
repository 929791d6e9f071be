import { expect, test } from 'vitest'
import { type Bounce, type BounceKind, bounceOfReply, isGivenUp } from './bounce.ts'

const NOW = '2026-11-24T05:41:00.000Z'
const daysAgo = (days: number) => new Date(Date.parse(NOW) - days * 86_400_000).toISOString()
const soft = (days: number): Bounce => ({ kind: 'soft', status: '4.2.2', at: daysAgo(days) })

const REPLIES: readonly [code: number, text: string, kind: BounceKind | null, status: string | null][] = [
  [250, '250 2.0.0 queued', null, null],
  [550, '550 5.1.1 no such user', 'gone', '5.1.1'],
  [550, '550-5.1.1 no such user 550 5.1.1 at all', 'gone', '5.1.1'],
  [550, '550 no such user', 'gone', null],
  [550, '550 5.7.1 your server is on a list', 'soft', '5.7.1'],
  [552, '552 5.2.2 the mailbox is full', 'soft', '5.2.2'],
  [554, '554 no', 'soft', null],
  [451, '451 4.7.1 try again later', 'soft', '4.7.1'],
]

test.each(REPLIES)('%d %j', (code, text, kind, status) => {
  expect(bounceOfReply({ code, text }, NOW)).toEqual(kind === null ? null : { kind, status, at: NOW })
})

test.each([
  ['nothing', [], false],
  ['a mailbox that is not there', [{ kind: 'gone', status: '5.1.1', at: daysAgo(300) }], true],
  ['a complaint', [{ kind: 'complaint', status: null, at: daysAgo(300) }], true],
  ['four soft ones today', [soft(0), soft(0), soft(0), soft(0)], false],
  ['five in a week', [soft(0), soft(1), soft(2), soft(3), soft(4)], true],
  ['one each fortnight, for ever', Array.from({ length: 50 }, (_, at) => soft(at * 14)), false],
  ['one each week for a year', Array.from({ length: 52 }, (_, at) => soft(at * 7)), false],
  ['one each day for a fortnight', Array.from({ length: 14 }, (_, at) => soft(at)), true],
  ['five of last year', Array.from({ length: 5 }, () => soft(365)), false],
] as const)('%s', (_, bounces, isUp) => {
  expect(isGivenUp(bounces, NOW)).toBe(isUp)
})
