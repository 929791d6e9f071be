import { createHash, hash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { openAnswer, readAnswer } from '../http/answer-bytes.ts'
import { readOwnRecord } from '../warc/read-record.ts'

const gunzipped = promisify(gunzip)

/** Twice what is ever fetched: a record of ours is known to be unaltered, and was read before. */
const LIMITS = { headBytes: 1024 * 1024, bodyBytes: 64 * 1024 * 1024 }

/** Unpacked in pieces that are larger than a record mostly is: each piece is a trip to another thread and back. */
const CHUNK = { smallest: 16 * 1024, largest: 1024 * 1024 }

/** Unpacks a record. */
async function unpackedRecord(member: Uint8Array): Promise<Uint8Array> {
  const chunkSize = Math.min(Math.max(2 * member.length, CHUNK.smallest), CHUNK.largest)
  return gunzipped(member, { chunkSize, maxOutputLength: 2 * LIMITS.bodyBytes })
}

/**
 * The blob that a record of ours holds: the block of a `resource`, or the body of the answer in a `response`.
 *
 * @param member as it lies in the archive, unaltered
 */
export async function blobOfRecord(member: Uint8Array): Promise<Uint8Array> {
  const { fields, block } = readOwnRecord(await unpackedRecord(member))
  if (fields.get('WARC-Type') !== 'response') return block
  return (await readAnswer(block, LIMITS)).body
}

/**
 * The SHA-256 of that blob, lower-case hex, hashed as it is unpacked: for checking many, which are gathered nowhere.
 *
 * @param member as it lies in the archive
 */
export async function blobDigest(member: Uint8Array): Promise<string> {
  const { fields, block } = readOwnRecord(await unpackedRecord(member))
  if (fields.get('WARC-Type') !== 'response') return hash('sha256', block)
  const digest = createHash('sha256')
  const { body } = await openAnswer(block, LIMITS)
  for await (const piece of body) digest.update(piece)
  return digest.digest('hex')
}
