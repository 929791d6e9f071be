import { expect, test } from 'vitest'
import { eventsIn } from '../../../test/commitment-cases.ts'
import { flagsOf } from './flags.ts'
import { supersededOn } from './superseded-on.ts'

const commitment = (id: string, supersedes: string | null, lines: readonly string[]) => {
  return { id, actorId: 'office', what: 'publish', supersedes, events: eventsIn(lines), terms: [] }
}

const FLAGS: readonly [events: readonly string[], flags: readonly string[]][] = [
  [['2022-03-08 announced, Courier; due 2022-05', '2022-05-23 met, Courier'], []],
  [['2022-05-23 met, Courier', '2022-06-01 announced, Courier'], ['0: before its announcement']],
  [['2022-05 scheduled, Courier', '2022-05-20 agreed, Courier'], []],
  [['2022-05-23 met, Courier'], []],
  [['2022-01 announced, Courier', '2021-12 agreed, Courier'], []],
  [['2022-03-08 announced, Courier; due 2022-02'], ['0: due before it was set']],
  [['2022-03-08 announced, Courier; due 2022-03'], []],
]

test.each(FLAGS)('%j', (events, flags) => {
  expect(flagsOf(commitment('c', null, events)).map(({ eventId, flag }) => `${eventId}: ${flag}`)).toEqual(flags)
})

test('a commitment is superseded since the first event of the first that took its place', () => {
  const commitments = [
    commitment('a', null, ['2022-01-01 announced, Courier']),
    commitment('b', 'a', ['2022-06-01 announced, Courier', '2022-05-01 agreed, Courier']),
    commitment('c', 'a', ['2022-04-01 announced, Courier']),
  ]
  expect(supersededOn('a', commitments)?.edtf).toBe('2022-04-01')
  expect(supersededOn('b', commitments)).toBeNull()
})
