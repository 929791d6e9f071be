import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { PackedRecord } from '../record/archive.ts'
import { type WarcRecord, warcRecordBytes } from '../warc/warc-record.ts'

const gzipped = promisify(gzip)

/** The usual level: the next ones take twice the time for a hundredth of the space. */
const LEVEL = 6

/** An id that no other record has. */
export function newRecordId(): string {
  return `<urn:uuid:${randomUUID()}>`
}

/** Makes a record's gzip member. */
export async function packRecord(record: WarcRecord, holdsBlob: boolean): Promise<PackedRecord> {
  const { type, id, date, targetUri: url, payloadDigest } = record
  const member = await gzipped(warcRecordBytes(record), { level: LEVEL })
  return { type, id, url, date, payloadDigest, holdsBlob, member }
}
