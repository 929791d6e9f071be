import { constants, createHash, verify, X509Certificate } from 'node:crypto'
import { type Authority, authorityOf } from './authority.ts'
import { DerError, needed, partsOf, TAG } from './der.ts'
import { DIGESTS, OID, SHA256, SIGNATURES } from './oids.ts'
import { NoStamp, readStamp, type Stamp } from './read-stamp.ts'
import { nonceOf } from './stamp-request.ts'

/** What is wrong with a stamp. */
export type StampFault =
  | 'other-digest'
  | 'other-request'
  | 'no-certificate'
  | 'signature'
  | 'not-for-time-stamps'
  | 'not-valid-then'
  | 'unknown-authority'

/** What a stamp says, and whether it can be relied on. */
export type CheckedStamp = {
  /** UTC. */
  readonly at: string
  /** Who signed; null where its certificate is not there. */
  readonly authority: Authority | null
  /** The first one; null where there is none. What comes after it would say nothing more. */
  readonly fault: StampFault | null
}

export type CheckStampOptions = {
  /** What it must stand over, lower-case hex. */
  readonly sha256: string
  readonly request: Uint8Array
  /** Authorities that are known by name: one of their certificates must stand at the end of the chain. Empty where none is named. */
  readonly known: readonly X509Certificate[]
}

/** The certificate that the signature names by its digest, so that no other with the same key can be put in its place. */
function signingCertificate({ signer, certificates }: Stamp): X509Certificate | null {
  const v2 = signer.attributes.get(OID.signingCertificateV2)
  const v1 = signer.attributes.get(OID.signingCertificate)
  const named = v2 ?? v1
  if (named === undefined) return null
  const [id] = partsOf(needed(partsOf(named)[0], TAG.sequence, 'certificate'))
  const [first, second] = partsOf(needed(id, TAG.sequence, 'certificate'))
  const isNamed = v2 !== undefined && first?.tag === TAG.sequence
  const algorithm = isNamed ? partsOf(first)[0]?.content.toString('hex') : SHA256
  const name = v2 === undefined ? 'sha1' : DIGESTS[algorithm ?? '']
  const digest = needed(isNamed ? second : first, TAG.octets, 'certificate').content
  const found = certificates.find((der) => name !== undefined && createHash(name).update(der).digest().equals(digest))
  return found === undefined ? null : new X509Certificate(found)
}

/** Whether the signature is the certificate's, and stands over what the stamp says. */
function isSigned({ signer, info }: Stamp, certificate: X509Certificate): boolean {
  const beside = DIGESTS[signer.digest]
  const form = SIGNATURES[signer.signatureAlgorithm]
  if (beside === undefined || form === undefined) throw new DerError('it is signed in a way that is not read here')
  const type = signer.attributes.get(OID.contentType)?.content.toString('hex')
  const digest = signer.attributes.get(OID.messageDigest)?.content
  if (type !== OID.stampInfo || digest === undefined || !createHash(beside).update(info).digest().equals(digest))
    return false
  const padding = form.pss ? { padding: constants.RSA_PKCS1_PSS_PADDING } : {}
  const key = { key: certificate.publicKey, ...padding }
  return verify(form.digest ?? beside, signer.signed, key, signer.signature)
}

/**
 * Checks an authority's answer, without asking anybody: that it stands over this digest and answers this request, that
 * its signature is that of the certificate in it, and that this one was made for time stamps, was valid at its time,
 * and leads to the end of the chain.
 *
 * @throws NoStamp where the answer cannot be read
 */
export function checkStamp(answer: Uint8Array, { sha256, request, known }: CheckStampOptions): CheckedStamp {
  const stamp = readStamp(answer)
  try {
    const certificate = signingCertificate(stamp)
    const authority = certificate && authorityOf(certificate, { others: stamp.certificates, at: stamp.at, known })
    const result = (fault: StampFault | null) => ({ at: stamp.at, authority, fault })
    if (certificate === null || authority === null) return result('no-certificate')
    if (!isSigned(stamp, certificate)) return result('signature')
    if (stamp.imprint.algorithm !== SHA256 || stamp.imprint.digest !== sha256) return result('other-digest')
    if (stamp.nonce !== nonceOf(request)) return result('other-request')
    return result(authority.fault)
  } catch (error) {
    if (error instanceof DerError) throw new NoStamp(`it is no time stamp of RFC 3161: ${error.message}`)
    // What node:crypto throws for a certificate or a key that is none.
    if (error instanceof Error && 'code' in error) throw new NoStamp('it holds a certificate that cannot be read')
    throw error
  }
}
