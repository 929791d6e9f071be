import { expect, test } from 'vitest'
import { answerTo, type Door, type Standing, type SuppressionReason } from './sign-up-outcome.ts'

/** How it stands, why nothing is written; what answers a sign-up, and who asks for preferences. */
const CASES = `
unknown     -           confirm  -
waiting     -           confirm  preferences
subscribed  -           known    preferences
left        left        confirm  preferences
unknown     left        confirm  -
erased      erased      -        -
unknown     erased      -        -
subscribed  refused     -        -
subscribed  complained  -        -
unknown     blocked     -        -
waiting     blocked     -        -
`
  .trim()
  .split('\n')
  .map((line) => line.split(/\s+/u).map((word) => (word === '-' ? null : word)))

test.each(CASES)('%s, suppressed: %s', (standing, suppressed, signUp, preferences) => {
  const answer = (door: Door, more: { isTrapped?: boolean; isOverLimit?: boolean } = {}) =>
    answerTo({
      door,
      isTrapped: false,
      isOverLimit: false,
      standing: standing as Standing,
      suppressed: (suppressed ?? null) as SuppressionReason | null,
      ...more,
    })
  expect(answer('sign-up')).toBe(signUp)
  expect(answer('preferences')).toBe(preferences)
  for (const door of ['sign-up', 'preferences'] as const) {
    expect(answer(door, { isTrapped: true })).toBeNull()
    expect(answer(door, { isOverLimit: true })).toBeNull()
  }
})
