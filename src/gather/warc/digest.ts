import { createHash } from 'node:crypto'

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/**
 * Whether a labelled digest is that of `block`: "sha1:…", in base 32 or hexadecimal, as archives have both.
 *
 * @returns null where the algorithm is not known here, and nothing can be said
 */
export function isDigestOf(labelled: string, block: Uint8Array): boolean | null {
  const [, label = '', value = ''] = /^([\w-]+)[:=](.+)$/.exec(labelled.trim()) ?? []
  const algorithm = label.toLowerCase().replace('-', '')
  if (!['sha1', 'sha256', 'sha512', 'md5'].includes(algorithm)) return null
  const digest = createHash(algorithm).update(block).digest()
  const given = value.trim()
  return given.toLowerCase() === digest.toString('hex') || given.toUpperCase().replace(/=+$/, '') === base32(digest)
}
