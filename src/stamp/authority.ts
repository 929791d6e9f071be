import { X509Certificate } from 'node:crypto'

/** The extended key usage of RFC 3161, 2.3: for this and for nothing else. */
const FOR_TIME_STAMPS = '1.3.6.1.5.5.7.3.8'

/** No authority's chain is longer; a circle of certificates ends there. */
const MAX_CHAIN = 10

/** Who signed a stamp, as the certificates in it say. */
export type Authority = {
  /** The signing certificate's subject in one line. */
  readonly name: string
  /** Of the signing certificate's last day, UTC. */
  readonly validTo: string
  /** The last certificate of the chain: its subject, and its SHA-256 in lower-case hex. */
  readonly root: { readonly name: string; readonly sha256: string }
  readonly fault: 'not-for-time-stamps' | 'not-valid-then' | 'unknown-authority' | null
}

export type AuthorityOptions = {
  /** The other certificates of the answer, in DER. */
  readonly others: readonly Uint8Array[]
  /** When it signed, UTC. */
  readonly at: string
  /** Certificates one of which must be in the chain; where none is named, any chain will do, and the reader must know its end. */
  readonly known: readonly X509Certificate[]
}

/** A subject in one line: its common name, or all of it where it has none. */
function nameOf({ subject }: X509Certificate): string {
  const lines = subject.split('\n')
  return lines.find((line) => line.startsWith('CN='))?.slice(3) ?? lines.join(', ')
}

function sha256Of({ fingerprint256 }: X509Certificate): string {
  return fingerprint256.replaceAll(':', '').toLowerCase()
}

function isIssuer(issuer: X509Certificate, certificate: X509Certificate): boolean {
  return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
}

/** From the signing certificate up to one that no other here has issued. */
function chainOf(signing: X509Certificate, issuers: readonly X509Certificate[]): readonly X509Certificate[] {
  const chain = [signing]
  while (chain.length < MAX_CHAIN) {
    const last = chain.at(-1) ?? signing
    const issuer = issuers.find((other) => isIssuer(other, last))
    if (issuer === undefined || issuer.fingerprint256 === last.fingerprint256) break
    chain.push(issuer)
  }
  return chain
}

function isValidAt({ validFromDate, validToDate }: X509Certificate, at: string): boolean {
  const time = Date.parse(at)
  return validFromDate.getTime() <= time && time <= validToDate.getTime()
}

/** Says who a signing certificate is, and what is wrong with it or with those that vouch for it. */
export function authorityOf(signing: X509Certificate, { others, at, known }: AuthorityOptions): Authority {
  const chain = chainOf(signing, [...known, ...others.map((bytes) => new X509Certificate(bytes))])
  const root = chain.at(-1) ?? signing
  const isKnown = chain.some((each) => known.some(({ fingerprint256 }) => fingerprint256 === each.fingerprint256))
  const fault = () => {
    // Exactly this one: a certificate for servers too could be had by somebody who keeps no clock.
    if (signing.keyUsage?.join() !== FOR_TIME_STAMPS) return 'not-for-time-stamps'
    if (!chain.every((each) => isValidAt(each, at))) return 'not-valid-then'
    return known.length === 0 || isKnown ? null : 'unknown-authority'
  }
  return {
    name: nameOf(signing),
    validTo: signing.validToDate.toISOString(),
    root: { name: nameOf(root), sha256: sha256Of(root) },
    fault: fault(),
  }
}
