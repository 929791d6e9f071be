import { createHash } from 'node:crypto'
import type { Finding } from '../../../record/finding.ts'
import { type DataPackage, digestBytes, readDataPackage, readSigned, type Signed } from '../../../wacz/data-package.ts'
import type { PartName } from '../../../wacz/part-names.ts'
import { isSigned } from '../../../wacz/signature.ts'
import { fault } from './fault.ts'

const [PACKAGE, DIGEST] = ['datapackage.json', 'datapackage-digest.json'] as const

/** The data package, where its signature vouches for it. */
export type CheckedPackage = {
  /** Null where it is not to be trusted. */
  readonly trusted: DataPackage | null
  readonly signed: Signed | null
  /** Which of the two files are as they were made. */
  readonly vouched: ReadonlySet<PartName>
  readonly findings: readonly Finding[]
}

/** The digest that `datapackage-digest.json` says the data package has. */
function saidHash(digest: Buffer): string {
  return /"hash": "(sha256:[0-9a-f]{64})"/u.exec(digest.toString('latin1'))?.[1] ?? ''
}

function firstDifference(one: Buffer, other: Buffer): number {
  const at = one.findIndex((byte, place) => byte !== other[place])
  return at < 0 ? one.length : at
}

/** Which of the two is not as it was signed. */
function altered(digest: Buffer, signed: Signed | null): Finding {
  return signed !== null && isSigned(saidHash(digest), signed)
    ? fault(PACKAGE, 'it is not the one that was signed; it was altered')
    : fault(DIGEST, 'the signature is not one over the data package; it, the key or the data package was altered')
}

/** Checks the signature, and that every byte beside it is the one that belongs there. */
export function checkedPackage(bytes: Buffer, digest: Buffer): CheckedPackage {
  const signed = readSigned(digest)
  const hash = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
  if (signed === null || !isSigned(hash, signed))
    return { trusted: null, signed, vouched: new Set(), findings: [altered(digest, signed)] }
  const trusted = readDataPackage(bytes)
  if (trusted === null) {
    const finding = fault(PACKAGE, 'it is not written as Onrecord writes it, and cannot be checked')
    return { trusted, signed, vouched: new Set([PACKAGE]), findings: [finding] }
  }
  const expected = digestBytes(hash, trusted, signed)
  const findings = expected.equals(digest)
    ? []
    : [fault(DIGEST, `it was altered at its byte ${firstDifference(digest, expected)}`)]
  return { trusted, signed, vouched: new Set(findings.length === 0 ? [PACKAGE, DIGEST] : [PACKAGE]), findings }
}
