import { expect, test } from 'vitest'
import { challenges } from './challenges.ts'

function opened() {
  let now = Date.UTC(2026, 0, 1)
  const made = challenges({ now: () => new Date(now).toISOString() })
  const make = (of: string) => Buffer.from(made.make(of)).toString('base64url')
  return { ...made, make, pass: (ms: number) => (now += ms) }
}

test('a challenge is good once, for the browser that it was made for', () => {
  const { make, take } = opened()
  const one = make('a')
  expect(take(one, 'b')).toBe(false)
  expect(take(one, 'a')).toBe(true)
  expect(take(one, 'a')).toBe(false)
  expect(take('never made', 'a')).toBe(false)
})

test('a challenge is over after five minutes', () => {
  const { make, take, pass } = opened()
  const [one, two] = [make('a'), make('a')]
  pass(299_999)
  expect(take(one, 'a')).toBe(true)
  pass(1)
  expect(take(two, 'a')).toBe(false)
})

test('of very many the first are forgotten', () => {
  const { make, take } = opened()
  const first = make('a')
  for (let at = 0; at < 10_000; at += 1) make('a')
  expect(take(first, 'a')).toBe(false)
})
