import { expect, test } from 'vitest'
import { keyedDigest, keyIdOf, recordKeyOf } from './keyed-digest.ts'

const [KEY, OTHER] = [recordKeyOf(Buffer.alloc(32, 1)), recordKeyOf(Buffer.alloc(32, 2))]

test('the same words with the same key, and only those, have the same digest', () => {
  expect(keyedDigest(KEY, 'Mara Lee')).toBe(keyedDigest(recordKeyOf(Buffer.alloc(32, 1)), 'Mara Lee'))
  expect(keyedDigest(KEY, 'Mara Lee')).not.toBe(keyedDigest(KEY, 'Mara Leo'))
  expect(keyedDigest(KEY, 'Mara Lee')).not.toBe(keyedDigest(OTHER, 'Mara Lee'))
})

test('a digest names its key', () => {
  expect(keyIdOf(keyedDigest(KEY, 'Mara Lee'))).toBe(KEY.id)
  expect(KEY.id).not.toBe(OTHER.id)
  for (const other of ['a1'.repeat(32), 'hmac-sha256:', null, 7, undefined]) expect(keyIdOf(other)).toBeNull()
})
