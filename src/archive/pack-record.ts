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

/** A member all the same, of bytes as they are. */
const UNPACKED = 0

/** An answer whose head says that its body is packed. */
const IS_PACKED = /\r\ncontent-encoding:[ \t]*(?:x-)?(?:gzip|deflate|br|zstd)\b/iu

/** Heads are shorter; what is not is packed once more, which harms nothing. In bytes. */
const HEAD_BYTES = 8_192

/** What came packed gets no smaller: to pack it once more is two milliseconds of every capture for nothing. */
function levelFor({ type, block }: WarcRecord): number {
  if (type !== 'response') return LEVEL
  const [head = ''] = Buffer.from(block.subarray(0, HEAD_BYTES)).toString('latin1').split('\r\n\r\n', 1)
  return IS_PACKED.test(head) ? UNPACKED : LEVEL
}

/** Makes a record's gzip member. */
export async function packRecord(record: WarcRecord, holdsBlob: boolean): Promise<PackedRecord> {
  const { type, id, date, targetUri: url, payloadDigest } = record
  const member = await gzipped(warcRecordBytes(record), { level: levelFor(record) })
  return { type, id, url, date, payloadDigest, holdsBlob, member }
}
