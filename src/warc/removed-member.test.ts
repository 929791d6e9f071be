import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readOwnRecord } from './read-record.ts'
import { removedMember } from './removed-member.ts'

const REMOVED = { id: '<urn:uuid:0b1e6c1e-5b2c-4a59-8ad4-2f5a4f1f3c11>', date: '2026-03-01T12:00:00.000Z' }

test('it is as long as it must be, and can be unpacked', () => {
  fc.assert(
    fc.property(fc.integer({ min: 200, max: 70_000 }), fc.string({ maxLength: 400 }), (length, reason) => {
      const member = removedMember({ ...REMOVED, reason }, length)
      expect(member.length).toBe(length)
      const { fields } = readOwnRecord(gunzipSync(member))
      expect(fields.get('WARC-Record-ID')).toBe(REMOVED.id)
      expect(fields.get('WARC-Date')).toBe(REMOVED.date)
    }),
  )
})

test('it says why, where there is room', () => {
  const block = (length: number, reason: string) =>
    Buffer.from(readOwnRecord(gunzipSync(removedMember({ ...REMOVED, reason }, length))).block).toString()
  expect(block(1000, 'a court’s order\r\nof May')).toBe(
    `removed: ${REMOVED.date}\r\nreason: a court’s order of May\r\n`,
  )
  expect(block(330, fc.sample(fc.string({ minLength: 900, maxLength: 900 }), { numRuns: 1, seed: 1 })[0] ?? '')).toBe(
    `removed: ${REMOVED.date}\r\n`,
  )
})
