import { expect, test } from 'vitest'
import { LONGEST_MS, NO_WISHES, nextInterval, nextLook, nextTry, SHORTEST_MS } from './feed-schedule.ts'

/** A Tuesday. */
const NOW = '2022-03-08T09:30:00.000Z'
const HOUR = 3_600_000

test('the interval follows the news, within its bounds', () => {
  expect(nextInterval(null, true)).toBe(HOUR)
  expect(nextInterval(HOUR, true)).toBe(HOUR / 2)
  expect(nextInterval(HOUR, false)).toBe(1.5 * HOUR)
  expect(nextInterval(SHORTEST_MS, true)).toBe(SHORTEST_MS)
  expect(nextInterval(LONGEST_MS, false)).toBe(LONGEST_MS)
})

const LOOKS: readonly [what: string, wishes: Partial<typeof NO_WISHES>, next: string][] = [
  ['without wishes', {}, '2022-03-08T10:30:00.000Z'],
  ['a longer rest', { restMs: 3 * HOUR }, '2022-03-08T12:30:00.000Z'],
  ['a shorter rest', { restMs: 60_000 }, '2022-03-08T10:30:00.000Z'],
  ['a rest of a year', { restMs: 365 * LONGEST_MS }, '2022-03-09T09:30:00.000Z'],
  ['hours to skip', { skipHours: [10, 11] }, '2022-03-08T12:30:00.000Z'],
  ['days to skip', { skipDays: [2, 3] }, '2022-03-10T00:30:00.000Z'],
  ['every hour', { skipHours: Array.from({ length: 24 }, (_, hour) => hour) }, '2022-03-08T10:30:00.000Z'],
]

test.each(LOOKS)('the next look, %s', (_, wishes, next) => {
  expect(nextLook(NOW, HOUR, { ...NO_WISHES, ...wishes })).toBe(next)
})

const TRIES: readonly [failures: number, retryAfterMs: number | null, next: string][] = [
  [1, null, '2022-03-08T09:45:00.000Z'],
  [2, null, '2022-03-08T10:00:00.000Z'],
  [3, null, '2022-03-08T10:30:00.000Z'],
  [8, null, '2022-03-09T09:30:00.000Z'],
  [5_000, null, '2022-03-09T09:30:00.000Z'],
  [1, 2 * HOUR, '2022-03-08T11:30:00.000Z'],
  [1, 1_000, '2022-03-08T09:45:00.000Z'],
  [1, Number.MAX_SAFE_INTEGER, '2022-03-15T09:30:00.000Z'],
]

test.each(TRIES)('after %d failures, told to wait %s ms', (failures, retryAfterMs, next) => {
  expect(nextTry(NOW, failures, retryAfterMs)).toBe(next)
})
