import fc from 'fast-check'
import { expect, test } from 'vitest'
import { returnAddresses } from './return-address.ts'

const ours = returnAddresses('mail.onrecord.example', Buffer.alloc(32, 1))
const theirs = returnAddresses('mail.onrecord.example', Buffer.alloc(32, 2))

test('an address names its delivery, in any case', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (seq) => {
      expect(ours.deliveryOf(ours.of(seq))).toBe(seq)
      expect(ours.deliveryOf(ours.of(seq).toUpperCase())).toBe(seq)
      // RFC 5321, 4.5.3.1.1.
      expect(ours.of(seq).split('@')[0]?.length).toBeLessThanOrEqual(64)
    }),
  )
})

test.each([
  ['made with another key', theirs.of(7)],
  ['of another delivery', ours.of(7).replace('+7-', '+8-')],
  ['at another domain', ours.of(7).replace('onrecord', 'evil')],
  ['cut short', ours.of(7).replace(/.@/u, '@')],
  ['with a second domain', `${ours.of(7)}@evil.example`],
  ['of somebody', 'reader@mail.onrecord.example'],
  ['nothing', ''],
])('an address %s is none of ours', (_, address) => {
  expect(ours.deliveryOf(address)).toBeNull()
})
