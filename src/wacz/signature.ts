import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

/** What WACZ signing asks of a key; ReplayWeb.page takes no other. */
export const CURVE = 'P-384'

const SPKI = { type: 'spki', format: 'der' } as const

/** A signature over words, in the form that web browsers check: both numbers one behind the other, base64. */
export function signatureOf(words: string, key: KeyObject): string {
  return sign('sha256', Buffer.from(words), { key, dsaEncoding: 'ieee-p1363' }).toString('base64')
}

/** The public half of a key, base64. */
export function publicKeyOf(key: KeyObject): string {
  return createPublicKey(key).export(SPKI).toString('base64')
}

/** The public key's SHA-256, by which people compare keys: lower-case hex. */
export function fingerprintOf(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex')
}

/** Whether base64 is written in the one form that it has: decoders also take others for the same bytes. */
function isProper(base64: string): boolean {
  return Buffer.from(base64, 'base64').toString('base64') === base64
}

/** Whether a signature over words is one of the key. What is no key signs nothing. */
export function isSigned(words: string, { signature, publicKey }: { signature: string; publicKey: string }): boolean {
  if (!isProper(signature) || !isProper(publicKey)) return false
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), ...SPKI })
    if (key.asymmetricKeyDetails?.namedCurve !== 'secp384r1') return false
    return verify('sha256', Buffer.from(words), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64'))
  } catch {
    // The only thing that can fail here is reading the key.
    return false
  }
}
