import { expect, test } from 'vitest'
import { retryAfterMs } from './retry-after.ts'

const NOW = '2026-11-24T09:00:00.000Z'

test.each<[value: string | null, ms: number | null]>([
  [null, null],
  ['', null],
  ['soon', null],
  ['0', 0],
  ['120', 120_000],
  ['-5', null],
  ['1.5', null],
  ['99999999999999999999', 86_400_000],
  ['Tue, 24 Nov 2026 09:02:00 GMT', 120_000],
  ['Tuesday, 24-Nov-26 09:02:00 GMT', 120_000],
  ['Tue, 24 Nov 2026 08:00:00 GMT', 0],
  ['Tue, 24 Nov 2099 09:00:00 GMT', 86_400_000],
])('Retry-After: %s is %s ms', (value, ms) => {
  expect(retryAfterMs(value, NOW)).toBe(ms)
})
