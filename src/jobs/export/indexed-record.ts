import { constants, gunzipSync } from 'node:zlib'
import { type AnswerHead, headerValue, readHead } from '../../http/answer-head.ts'
import { FetchFailure } from '../../http/fetch-failure.ts'
import { WireReader } from '../../http/wire-reader.ts'
import type { ExportRecord } from '../../record/exports.ts'
import type { IndexedRecord } from '../../wacz/cdx.ts'
import { readOwnRecord } from '../../warc/read-record.ts'

/** What of a member is unpacked for its heads; servers send less than a tenth of it. */
const HEADS_BYTES = 64 * 1024

/** Those that can be looked up by their address. */
const INDEXED = new Set(['response', 'revisit', 'resource'])

/** The head of the answer in a block; null where there is none that can be read. */
async function answerHead(block: Uint8Array): Promise<AnswerHead | null> {
  async function* once() {
    yield block
  }
  try {
    return await readHead(new WireReader(once()), HEADS_BYTES)
  } catch (error) {
    if (error instanceof FetchFailure) return null
    throw error
  }
}

/** A media type without its parameters. */
function mimeOf(contentType: string | null | undefined): string {
  return contentType?.split(';')[0]?.trim().toLowerCase() || 'application/octet-stream'
}

/** A record as the index of an export has it; null for one that is not looked up by its address. */
export async function indexedRecord(
  record: ExportRecord,
  member: Uint8Array,
  offset: number,
): Promise<IndexedRecord | null> {
  const { type, url, date, payloadDigest, length, sha256 } = record
  if (url === null || !INDEXED.has(type)) return null
  const begin = gunzipSync(member.subarray(0, HEADS_BYTES), { finishFlush: constants.Z_SYNC_FLUSH })
  const { fields, block } = readOwnRecord(begin)
  const head = type === 'resource' ? null : await answerHead(block)
  const contentType = head === null ? fields.get('Content-Type') : headerValue(head, 'content-type')
  const mime = type === 'revisit' ? 'warc/revisit' : mimeOf(contentType)
  return { url, date, mime, status: head?.status ?? null, payloadDigest, offset, length, sha256 }
}
