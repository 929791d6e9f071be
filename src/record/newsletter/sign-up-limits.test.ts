import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ALLOWANCES, bucketsOf, type Counted, takeFromAll } from './sign-up-limits.ts'
import { type Bucket, isFull, takeOne } from './token-bucket.ts'

const HOUR = 3_600_000
const ALLOWANCE = { atOnce: 3, anHour: 2 }

/** Hours at which one is taken; `+` where there is one to take, `-` where not. */
test.each([
  ['0 0 0 0', '+++-'],
  ['0 0 0 0.4 0.5 0.6', '+++-+-'],
  ['0 0 0 9 9 9 9', '++++++-'],
  ['5 5 5 0 0', '+++--'],
  ['5 5 5 0 5.5', '+++-+'],
])('at hours %s: %s', (hours, expected) => {
  let bucket: Bucket | null = null
  const marks = hours.split(' ').map((hour) => {
    const taken = takeOne(bucket, ALLOWANCE, Number(hour) * HOUR)
    bucket = taken ?? bucket
    return taken === null ? '-' : '+'
  })
  expect(marks.join('')).toBe(expected)
})

test('a bucket is full again when all was given back', () => {
  const bucket = { left: 1, at: 0 }
  expect(isFull(bucket, ALLOWANCE, HOUR - 1)).toBe(false)
  expect(isFull(bucket, ALLOWANCE, HOUR)).toBe(true)
})

test('never more than what is allowed at once and for the hours since, however it is asked for', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(10 * HOUR), { maxLength: 100 }), (times) => {
      let bucket: Bucket | null = null
      let taken = 0
      for (const now of times.toSorted((one, other) => one - other)) {
        const next: Bucket | null = takeOne(bucket, ALLOWANCE, now)
        if (next !== null) taken += 1
        bucket = next ?? bucket
      }
      const hours = (Math.max(...times, 0) - Math.min(...times, Number.POSITIVE_INFINITY)) / HOUR
      expect(taken).toBeLessThanOrEqual(ALLOWANCE.atOnce + Math.max(hours, 0) * ALLOWANCE.anHour + 1e-6)
    }),
  )
})

test('where one bucket is empty, nothing is taken from any', () => {
  const full = (counted: Counted) => ({ counted, bucket: null })
  const empty = { counted: 'network', bucket: { left: 0, at: 0 } } as const
  expect(takeFromAll([full('address'), full('all')], 0)).toHaveLength(2)
  expect(takeFromAll([full('address'), empty, full('all')], 0)).toBeNull()
})

test('whoever shows no work is held more strictly', () => {
  const asked = { address: 'a@x.example', network: '192.0.2.0/24' }
  const kinds = (hasProof: boolean) => bucketsOf({ ...asked, hasProof }).map(([counted]) => counted)
  expect(kinds(true)).toEqual(['address', 'network', 'all'])
  expect(kinds(false)).toEqual([...kinds(true), 'network-without-proof', 'all-without-proof'])
  expect(ALLOWANCES['network-without-proof'].atOnce).toBeLessThan(ALLOWANCES.network.atOnce)
  expect(ALLOWANCES['all-without-proof'].atOnce).toBeLessThan(ALLOWANCES.all.atOnce)
})
