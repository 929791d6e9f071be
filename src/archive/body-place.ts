import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { headerValues, readHead } from '../http/answer-head.ts'
import { WireReader } from '../http/wire-reader.ts'
import type { BodyPlace } from '../record/archive.ts'
import { readOwnRecord } from '../warc/read-record.ts'

const gunzipped = promisify(gunzip)

/** What is fetched has a sixteenth of it. */
const MAX_HEAD_BYTES = 1024 * 1024

/** The words of a header that lists codings, those that change nothing left out. */
function codingsIn(values: readonly string[]): readonly string[] {
  const codings = values.flatMap((value) => value.toLowerCase().split(',')).map((coding) => coding.trim())
  return codings.filter((coding) => coding !== '' && coding !== 'identity')
}

/**
 * Where the blob is in a record of ours, and what is still on it.
 *
 * @param member as it lies in the archive, unaltered
 */
export async function bodyPlace(member: Uint8Array): Promise<BodyPlace> {
  const record = await gunzipped(member)
  const { fields, block } = readOwnRecord(record)
  const blockStart = block.byteOffset - record.byteOffset
  const { length } = block
  if (fields.get('WARC-Type') !== 'response') return { start: blockStart, length, isChunked: false, codings: [] }
  async function* once() {
    yield block
  }
  const reader = new WireReader(once())
  const head = await readHead(reader, MAX_HEAD_BYTES)
  return {
    start: blockStart + reader.length,
    length: length - reader.length,
    isChunked: codingsIn(headerValues(head, 'transfer-encoding')).includes('chunked'),
    codings: codingsIn(headerValues(head, 'content-encoding')).toReversed(),
  }
}
