import type { PackedRecord } from '../record/archive.ts'
import type { Capture } from '../record/coverage.ts'
import { type WarcRecord, warcFields } from '../warc/warc-record.ts'
import { exchangeRecords } from './exchange-records.ts'
import { mediaTypeOf, UNKNOWN_TYPE } from './media-type.ts'
import { newRecordId, packRecord } from './pack-record.ts'
import { type PackOptions, sameAs } from './revisit.ts'

/** What a file or a paste, which has no address, is called by: its digest. Source: RFC 6920. */
function nameOfBytes(sha256: string): string {
  return `ni:///sha-256;${Buffer.from(sha256, 'hex').toString('base64url')}`
}

/** How bytes came that did not come over a connection of ours, for whoever reads the archive alone. */
function howItCame({ name, received }: Capture): Uint8Array {
  const fields: readonly (readonly [string, string | number | null])[] = [
    ['via', received?.via ?? 'file'],
    ['name', name],
    ['asked-for', received?.askedUrl ?? null],
    ['status', received?.status ?? null],
    ['address', received?.address ?? null],
    ['source-record', received?.recordId ?? null],
  ]
  return warcFields(fields.flatMap(([field, value]) => (value === null ? [] : [[field, String(value)] as const])))
}

/** A `resource` of the bytes (a `revisit` of where they are kept already), and a `metadata` that says how they came. */
async function resourceRecords(capture: Capture, { bytes, now, kept }: PackOptions): Promise<readonly PackedRecord[]> {
  const { sha256, url, contentType, received } = capture
  const payloadDigest = `sha256:${sha256}`
  const targetUri = url ?? nameOfBytes(sha256)
  const date = received?.at ?? now
  const id = newRecordId()
  const common = {
    id,
    date,
    targetUri,
    payloadDigest,
    contentType: contentType ?? (bytes === null ? UNKNOWN_TYPE : mediaTypeOf(bytes)),
  }
  const other = bytes === null ? await kept(payloadDigest) : null
  const resource: WarcRecord | null =
    bytes !== null
      ? { ...common, type: 'resource', fields: [], block: bytes }
      : other && { ...common, type: 'revisit', fields: sameAs(other), block: new Uint8Array() }
  const metadata: WarcRecord = {
    type: 'metadata',
    id: newRecordId(),
    date,
    targetUri,
    contentType: 'application/warc-fields',
    fields: [['WARC-Concurrent-To', id]],
    block: howItCame(capture),
    payloadDigest: null,
  }
  const records = resource === null ? [] : [await packRecord(resource, bytes !== null)]
  return [...records, await packRecord({ ...metadata, fields: resource === null ? [] : metadata.fields }, false)]
}

/**
 * Makes the records of a capture: what went over the wire where we fetched it, else the bytes and how they came.
 */
export async function packCapture(capture: Capture, options: PackOptions): Promise<readonly PackedRecord[]> {
  const { exchanges = [] } = capture.received ?? {}
  return exchanges.length > 0 ? exchangeRecords(exchanges, options) : resourceRecords(capture, options)
}
