/** Names of ASN.1, as the hex of their content. Sources: RFC 3161, RFC 5652, RFC 5035, RFC 8017, RFC 5758. */
export const OID = {
  signedData: '2a864886f70d010702',
  stampInfo: '2a864886f70d0109100104',
  contentType: '2a864886f70d010903',
  messageDigest: '2a864886f70d010904',
  signingCertificate: '2a864886f70d010910020c',
  signingCertificateV2: '2a864886f70d010910022f',
} as const

export const SHA256 = '608648016503040201'

/** Digests by name. SHA-1 is known only for naming a certificate, where nothing rests on it alone. */
export const DIGESTS: Readonly<Record<string, string>> = {
  [SHA256]: 'sha256',
  '608648016503040202': 'sha384',
  '608648016503040203': 'sha512',
}

/** Signatures: with which digest, null for the one that is named beside; `pss` for the padding of that name. */
export const SIGNATURES: Readonly<Record<string, { readonly digest: string | null; readonly pss?: true }>> = {
  '2a864886f70d010101': { digest: null },
  '2a864886f70d01010a': { digest: null, pss: true },
  '2a864886f70d01010b': { digest: 'sha256' },
  '2a864886f70d01010c': { digest: 'sha384' },
  '2a864886f70d01010d': { digest: 'sha512' },
  '2a8648ce3d040302': { digest: 'sha256' },
  '2a8648ce3d040303': { digest: 'sha384' },
  '2a8648ce3d040304': { digest: 'sha512' },
}
