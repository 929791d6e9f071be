import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { z } from 'zod'
import type { PartPlace, WaczReader } from '../../../archive/wacz/wacz-reader.ts'
import { readAnswer } from '../../../http/answer-bytes.ts'
import { FetchFailure } from '../../../http/fetch-failure.ts'
import type { Finding } from '../../../record/finding.ts'
import { readOwnRecord } from '../../../warc/read-record.ts'
import { labelledDigest } from '../../../warc/warc-record.ts'
import { fault } from './fault.ts'
import { partLines } from './part-lines.ts'

const gunzipped = promisify(gunzip)

/** Twice what is ever kept in one record. */
const LIMITS = { headBytes: 1024 * 1024, bodyBytes: 64 * 1024 * 1024 }
const MOST_UNPACKED = 2 * LIMITS.bodyBytes

const DATA = 'archive/data.warc.gz'

const RecordLine = z.object({
  offset: z.int().min(0),
  length: z.int().min(1).max(MOST_UNPACKED),
  sha256: z.string(),
  type: z.string(),
  id: z.string(),
  from: z.object({ file: z.string(), offset: z.int().min(0) }),
})

/** A record of the export. */
export type WaczRecord = z.infer<typeof RecordLine> & {
  /** Null where it could not be read. */
  readonly url: string | null
  readonly date: string | null
}

export type CheckedRecords = {
  readonly records: ReadonlyMap<number, WaczRecord>
  /** SHA-256 of what pages and files hold, lower-case hex. */
  readonly blobs: ReadonlySet<string>
}

/** The SHA-256 of the page or file that a record holds; null where there is none in it. */
async function blobIn(type: string, block: Uint8Array): Promise<string | null> {
  if (type !== 'response' && type !== 'resource') return null
  try {
    const bytes = type === 'resource' ? block : (await readAnswer(block, LIMITS)).body
    return createHash('sha256').update(bytes).digest('hex')
  } catch (error) {
    // An answer that cannot be read holds no page.
    if (error instanceof FetchFailure) return null
    throw error
  }
}

/** What a record says of itself, unpacked; null where it cannot be unpacked. */
async function unpacked(member: Buffer) {
  try {
    return readOwnRecord(await gunzipped(member, { maxOutputLength: MOST_UNPACKED }))
  } catch {
    // Whatever zlib says of it: it is no record.
    return null
  }
}

/** Why a record does not hold together in itself; null where it does. */
function inwardFault(
  { id, type }: { readonly id: string; readonly type: string },
  fields: ReadonlyMap<string, string>,
  block: Uint8Array,
): string | null {
  if (fields.get('WARC-Record-ID') !== id || fields.get('WARC-Type') !== type)
    return 'the record that begins here is another than onrecord/records.jsonl says'
  const said = fields.get('WARC-Block-Digest')
  if (said?.startsWith('sha256:') && said !== labelledDigest(block))
    return 'the record that begins here does not have the digest that it gives for itself'
  return null
}

/** Checks every record: that it lies where the list says, is as it was kept, and has its digest. */
export async function* recordFindings(
  reader: WaczReader,
  { data, list }: { readonly data: PartPlace; readonly list: PartPlace },
): AsyncGenerator<Finding, CheckedRecords> {
  const records = new Map<number, WaczRecord>()
  const blobs = new Set<string>()
  let end = 0
  for await (const { number, value } of partLines(reader, list, RecordLine)) {
    if (value === null || value.offset !== end) {
      yield fault(`${list.name} line ${number}`, 'it tells of no record that follows the one before')
      return { records, blobs }
    }
    end += value.length
    const member = await reader.read(data.start + value.offset, value.length)
    const place = `${DATA} at byte ${value.offset}`
    const isAsKept = createHash('sha256').update(member).digest('hex') === value.sha256
    const read = isAsKept ? await unpacked(member) : null
    records.set(value.offset, {
      ...value,
      url: read?.fields.get('WARC-Target-URI') ?? null,
      date: read?.fields.get('WARC-Date') ?? null,
    })
    if (!isAsKept) yield fault(place, 'the record that begins here is not as it was kept; its bytes were altered')
    else if (read === null) yield fault(place, 'the record that begins here cannot be unpacked')
    if (read === null) continue
    const sentence = inwardFault(value, read.fields, read.block)
    if (sentence !== null) yield fault(place, sentence)
    const blob = await blobIn(value.type, read.block)
    if (blob !== null) blobs.add(blob)
  }
  if (end !== data.size) yield fault(`${DATA} at byte ${end}`, 'these bytes belong to no record')
  return { records, blobs }
}
