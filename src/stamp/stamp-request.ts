import { der, needed, partsOf, readDer, TAG, unsigned } from './der.ts'
import { SHA256 } from './oids.ts'

/** `TRUE`: the answer is to hold the authority's certificates, so that it can be checked without asking again. */
const WITH_CERTIFICATES = Buffer.of(0x01, 0x01, 0xff)

/**
 * The bytes that ask an authority for a time stamp.
 *
 * @param sha256 of what is stamped, lower-case hex
 * @param nonce random bytes, which the answer repeats: an old answer is not taken for a new one
 *
 * Source: RFC 3161, 2.4.1.
 */
export function stampRequest(sha256: string, nonce: Uint8Array): Uint8Array {
  const algorithm = der(TAG.sequence, der(TAG.oid, Buffer.from(SHA256, 'hex')), Buffer.of(0x05, 0x00))
  const imprint = der(TAG.sequence, algorithm, der(TAG.octets, Buffer.from(sha256, 'hex')))
  return der(TAG.sequence, unsigned(Buffer.of(1)), imprint, unsigned(nonce), WITH_CERTIFICATES)
}

/**
 * The nonce of a request, as hex.
 *
 * @throws DerError where it is none of our requests
 */
export function nonceOf(request: Uint8Array): string {
  return needed(partsOf(readDer(request))[2], TAG.integer, 'nonce').content.toString('hex')
}
