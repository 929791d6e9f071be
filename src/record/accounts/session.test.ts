import { expect, test } from 'vitest'
import { isLive } from './session.ts'

/** Made, last used, now; whether it is live. */
test.each([
  ['2026-01-01', '2026-01-01', '2026-01-14', true],
  ['2026-01-01', '2026-01-01', '2026-01-15', false],
  ['2026-01-01', '2026-03-25', '2026-03-31', true],
  ['2026-01-01', '2026-03-31', '2026-04-01', false],
  ['2026-01-02', '2026-01-02', '2026-01-01', true],
])('made %s, used %s, on %s', (madeAt, usedAt, now, expected) => {
  expect(isLive({ madeAt, usedAt }, now)).toBe(expected)
})
