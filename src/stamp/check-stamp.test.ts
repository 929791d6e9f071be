import { X509Certificate } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Authority, answerTo, madeAuthority } from '../../test/time-authority.ts'
import { checkStamp } from './check-stamp.ts'
import { der, partsOf, readDer, TAG } from './der.ts'
import { NoStamp, readStamp } from './read-stamp.ts'
import { nonceOf, stampRequest } from './stamp-request.ts'

const SHA256 = 'a1'.repeat(32)
const NONCE = Buffer.from('00ff80ee', 'hex')

/** An authority and its answer to a request over `SHA256`. */
function stamped(authority: Authority = madeAuthority()) {
  const request = stampRequest(SHA256, NONCE)
  return { authority, request, answer: answerTo(authority, request) }
}

/** The same request for an answer without certificates, which no request of ours asks for. */
function requestWithoutCertificates(request: Uint8Array): Uint8Array {
  const asked = partsOf(readDer(request)).map(({ whole }) => whole)
  return der(TAG.sequence, ...asked.slice(0, -1))
}

const rootOf = ({ root }: Authority) => new X509Certificate(root)

/** `granted by Test Clock`, or the fault. */
function told(
  { request, answer }: { request: Uint8Array; answer: Uint8Array },
  known: readonly X509Certificate[] = [],
) {
  const { authority, fault } = checkStamp(answer, { sha256: SHA256, request, known })
  return fault ?? `by ${authority?.name}, known by ${authority?.root.name}`
}

test('a stamp says when, and by whom', () => {
  const { authority, request, answer } = stamped()
  const before = Date.now()
  const { at, fault } = checkStamp(answer, { sha256: SHA256, request, known: [rootOf(authority)] })
  expect(fault).toBeNull()
  expect(Math.abs(Date.parse(at) - before)).toBeLessThan(60_000)
  expect(told({ request, answer })).toBe('by Test Clock, known by Test Root')
})

test.each([
  ['with curves', { key: 'ec' }],
  ['with PSS', { key: 'pss' }],
] as const)('a stamp signed %s', (_, made) => {
  expect(told(stamped(madeAuthority(made)))).toBe('by Test Clock, known by Test Root')
})

test('faults are named for what they are', () => {
  const { authority, request, answer } = stamped()
  const other = stampRequest('b2'.repeat(32), NONCE)
  expect(told({ request, answer: answerTo(authority, other) })).toBe('other-digest')
  expect(told({ request, answer: answerTo(authority, stampRequest(SHA256, Buffer.of(7))) })).toBe('other-request')
  expect(told({ request, answer }, [rootOf(madeAuthority())])).toBe('unknown-authority')
  expect(told(stamped(madeAuthority({ purpose: 'serverAuth' })))).toBe('not-for-time-stamps')
  expect(told(stamped(madeAuthority({ purpose: 'timeStamping,serverAuth' })))).toBe('not-for-time-stamps')
  expect(told(stamped(madeAuthority({ days: -1 })))).toBe('not-valid-then')
  const bare = requestWithoutCertificates(request)
  expect(told({ request: bare, answer: answerTo(authority, bare) })).toBe('no-certificate')
})

test('where the answer holds the signing certificate alone, the root that is named vouches for it', () => {
  const { authority, ...exchange } = stamped(madeAuthority({ withCertificates: false }))
  expect(told(exchange)).toBe('by Test Clock, known by Test Clock')
  expect(told(exchange, [rootOf(authority)])).toBe('by Test Clock, known by Test Root')
})

test('what is signed cannot be altered, whichever byte of the answer it is', () => {
  const { authority, request, answer } = stamped()
  fc.assert(
    fc.property(fc.nat(answer.length - 1), fc.integer({ min: 1, max: 255 }), (at, bits) => {
      const altered = Buffer.from(answer)
      altered.writeUInt8(altered.readUInt8(at) ^ bits, at)
      let after: ReturnType<typeof checkStamp>
      try {
        after = checkStamp(altered, { sha256: SHA256, request, known: [rootOf(authority)] })
      } catch (error) {
        expect(error).toBeInstanceOf(NoStamp)
        return
      }
      const before = checkStamp(answer, { sha256: SHA256, request, known: [rootOf(authority)] })
      // Bytes that say nothing, such as a version, may differ: then it says the same as before.
      if (after.fault === null) expect(after).toEqual(before)
    }),
    { numRuns: 400 },
  )
})

test('an answer that is none is told as one', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      expect(() => readStamp(bytes)).toThrow(NoStamp)
    }),
  )
  const { answer } = stamped()
  for (const length of [0, 1, 100, answer.length - 1])
    expect(() => readStamp(answer.subarray(0, length))).toThrow('no time stamp of RFC 3161')
})

test('a refusal gives the words of the authority', () => {
  const authority = madeAuthority()
  expect(() => readStamp(answerTo(authority, Buffer.from('what?')))).toThrow(/^it refused: Bad request format/u)
})

test.each(['01', '7f', '80', '00ff', '000000', 'ffffffffffffffff'])(
  'a nonce %s is a number that is not negative',
  (hex) => {
    const nonce = nonceOf(stampRequest(SHA256, Buffer.from(hex, 'hex')))
    expect(BigInt(`0x${nonce}`)).toBe(BigInt(`0x${hex}`))
    expect(Number.parseInt(nonce.slice(0, 2), 16)).toBeLessThan(0x80)
  },
)
