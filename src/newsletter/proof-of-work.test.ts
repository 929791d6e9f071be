import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { recordKeyOf } from '../record/keyed-digest.ts'
import { type Challenge, proofOfWork } from './proof-of-work.ts'

let now = '2026-11-24T12:00:00.000Z'
const clock = { now: () => now }
const proofs = proofOfWork(recordKeyOf(Buffer.alloc(32, 1)), clock)
const others = proofOfWork(recordKeyOf(Buffer.alloc(32, 2)), clock)

/** Solves a challenge as the page's script does. */
function solved({ algorithm, challenge, salt, signature, maxnumber = 0 }: Challenge) {
  const digest = (number: number) => createHash('sha256').update(`${salt}${number}`).digest('hex')
  for (let number = 0; number <= maxnumber; number += 1)
    if (digest(number) === challenge) return { algorithm, challenge, number, salt, signature }
  throw new Error('no number solves it')
}

const sent = (solution: unknown) => Buffer.from(JSON.stringify(solution)).toString('base64')

test('work that was done counts, and is told from other work', async () => {
  const [one, other] = [await proofs.challenge(), await proofs.challenge()]
  expect(await proofs.shown(sent(solved(one)))).toBe(one.challenge)
  expect(await proofs.shown(sent(solved(other)))).toBe(other.challenge)
  expect(one.challenge).not.toBe(other.challenge)
})

test('what is no such work does not', async () => {
  const challenge = await proofs.challenge()
  const solution = solved(challenge)
  const theirs = solved(await others.challenge())
  const longer = { ...solution, salt: solution.salt.replace(/expires=\d+/u, 'expires=9999999999') }
  for (const other of [
    '',
    'none',
    sent(null),
    sent([]),
    sent({}),
    sent({ ...solution, number: solution.number + 1 }),
    sent({ ...solution, number: String(solution.number) }),
    sent({ ...solution, algorithm: 'none' }),
    sent({ ...solution, signature: '' }),
    sent(theirs),
    sent(longer),
    sent({ ...solution, more: 'x'.repeat(2000) }),
  ])
    expect([other.slice(0, 20), await proofs.shown(other)]).toEqual([other.slice(0, 20), null])
})

test('work for a challenge that is over does not count', async () => {
  const solution = sent(solved(await proofs.challenge()))
  now = '2026-11-24T12:31:00.000Z'
  expect(await proofs.shown(solution)).toBeNull()
})
