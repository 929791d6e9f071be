import { expect, test } from 'vitest'
import { floodGate } from './flood-gate.ts'

/** Tries in the order of time: `second who`, and whether the gate of 2 in 10 seconds lets it through. */
test.each<[string, string]>([
  ['0a 1a 2a', '++-'],
  ['0a 1a 2b 3b 4b', '++++-'],
  ['0a 1a 9a 10a 11a 12a', '++-++-'],
  // What is refused is counted, and does not move the window.
  ['0a 1a 2a 3a 4a 10a', '++---+'],
  // A clock that is set back shuts nobody out.
  ['50a 51a 0a', '+++'],
])('%s: %s', (tries, expected) => {
  let now = 0
  const gate = floodGate(
    { times: 2, windowMs: 10_000 },
    { now: () => new Date(Date.UTC(2026, 0, 1) + now * 1000).toISOString() },
  )
  const passed = tries.split(' ').map((word) => {
    const [, second = '', who = ''] = /^(\d+)(\w)$/u.exec(word) ?? []
    now = Number(second)
    return gate.mayTry(who) ? '+' : '-'
  })
  expect(passed.join('')).toBe(expected)
})

test('it forgets the first of very many, and holds no more', () => {
  const gate = floodGate({ times: 1, windowMs: 10_000 }, { now: () => '2026-01-01T00:00:00.000Z' })
  expect([gate.mayTry('first'), gate.mayTry('first')]).toEqual([true, false])
  for (let at = 0; at < 10_000; at += 1) gate.mayTry(String(at))
  expect(gate.mayTry('first')).toBe(true)
})
