import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ulids } from './ulid.ts'

const bytes = (value: number) => () => new Uint8Array(10).fill(value)
const at = (time: number) => new Date(time).toISOString()

test('ten digits of time, sixteen of chance', () => {
  expect(ulids(bytes(0))(at(0))).toBe('00000000000000000000000000')
  expect(ulids(bytes(0xff))(at(1_469_918_176_385))).toBe('01ARYZ6S41ZZZZZZZZZZZZZZZZ')
})

test('after the last id of a millisecond comes the next millisecond', () => {
  const newId = ulids(bytes(0xff))
  expect([newId(at(0)), newId(at(0))]).toEqual(['0000000000ZZZZZZZZZZZZZZZZ', '0000000001ZZZZZZZZZZZZZZZZ'])
})

test('ids sort in the order in which they were made, whatever the clock does', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 5 })), fc.nat({ max: 255 }), (times, byte) => {
      const newId = ulids(bytes(byte))
      const ids = times.map((time) => newId(at(time)))
      expect(ids.toSorted()).toEqual(ids)
      expect(new Set(ids).size).toBe(ids.length)
      for (const id of ids) expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/u)
    }),
  )
})
