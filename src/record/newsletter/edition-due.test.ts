import { expect, test } from 'vitest'
import { isEditionDue } from './edition-due.ts'
import type { Cadence } from './topic.ts'

/** 2026-11-23 is a Monday. */
const CASES: readonly [cadence: Cadence, last: string, now: string, isDue: boolean][] = [
  ['at once', '2026-11-24T05:00', '2026-11-24T05:09', false],
  ['at once', '2026-11-24T05:00', '2026-11-24T05:10', true],
  ['daily', '2026-11-23T06:00', '2026-11-24T05:59', false],
  ['daily', '2026-11-23T06:00', '2026-11-24T06:00', true],
  ['daily', '2026-11-24T06:00', '2026-11-24T23:00', false],
  ['daily', '2026-11-20T06:00', '2026-11-24T01:00', true],
  ['weekly', '2026-11-23T06:00', '2026-11-29T23:00', false],
  ['weekly', '2026-11-23T06:00', '2026-11-30T05:59', false],
  ['weekly', '2026-11-23T06:00', '2026-11-30T06:00', true],
  ['weekly', '2026-11-23T05:59', '2026-11-23T06:00', true],
]

test.each(CASES)('%s: after %s, at %s: %s', (cadence, last, now, isDue) => {
  expect(isEditionDue(cadence, { last: `${last}:00.000Z`, now: `${now}:00.000Z` })).toBe(isDue)
})

test('the first is due at once', () => {
  expect(isEditionDue('weekly', { last: null, now: '2026-11-24T05:00:00.000Z' })).toBe(true)
})
