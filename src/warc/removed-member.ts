import { crc32, deflateRawSync } from 'node:zlib'
import type { RemovedRecord } from '../record/archive.ts'
import { type WarcRecord, warcFields, warcRecordBytes } from './warc-record.ts'

/** A member's first bytes: deflated, with an extra field, made at no stated time by no stated system. Source: RFC 1952. */
const HEAD = Buffer.of(0x1f, 0x8b, 0x08, 0x04, 0, 0, 0, 0, 0, 0xff)

/** An extra field, of our own name, has at least its name and its length. */
const MIN_EXTRA = 4

/** A stored block of deflate with nothing in it: every program that unpacks skips it. Source: RFC 1951, 3.2.4. */
const NOTHING = Buffer.of(0, 0, 0, 0xff, 0xff)

function little(value: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes)
  buffer.writeUIntLE(value, 0, bytes)
  return buffer
}

function extra(length: number): Buffer {
  const data = Buffer.alloc(length - MIN_EXTRA)
  return Buffer.concat([little(length, 2), Buffer.from('OR'), little(data.length, 2), data])
}

/** A gzip member of exactly so many bytes; null where the content does not fit. */
function memberOf(content: Buffer, length: number): Buffer | null {
  const deflated = deflateRawSync(content, { level: 9 })
  const fill = length - HEAD.length - 2 - deflated.length - 8
  if (fill < MIN_EXTRA) return null
  // The extra field takes what is not a multiple of a block.
  const field = MIN_EXTRA + ((fill - MIN_EXTRA) % NOTHING.length)
  const blocks = Buffer.alloc(fill - field, NOTHING)
  const end = Buffer.concat([little(crc32(content), 4), little(content.length, 4)])
  return Buffer.concat([HEAD, extra(field), blocks, deflated, end])
}

function recordWith({ id, date }: RemovedRecord, block: Uint8Array): WarcRecord {
  const contentType = 'application/warc-fields'
  return { type: 'metadata', id, date, targetUri: null, contentType, fields: [], block, payloadDigest: null }
}

/** The same record in fewer words, for a place with little room: its head alone. */
function bare({ id, date }: RemovedRecord): Buffer {
  const head = [
    ['WARC-Type', 'metadata'],
    ['WARC-Record-ID', id],
    ['WARC-Date', date],
    ['Content-Length', '0'],
  ]
  return Buffer.from(`WARC/1.1\r\n${head.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n\r\n\r\n`)
}

/**
 * A gzip member that says that a record was removed, as long as the member that stood there, so that every record
 * behind it stays in its place. It keeps that one's id: others that refer to it find what became of it. The same arguments give the same bytes.
 *
 * @param length of the member, in bytes
 */
export function removedMember(removed: RemovedRecord, length: number): Uint8Array {
  const { date, reason } = removed
  const blocks = [
    warcFields([
      ['removed', date],
      ['reason', reason],
    ]),
    warcFields([['removed', date]]),
  ]
  const forms = [...blocks.map((block) => warcRecordBytes(recordWith(removed, block))), bare(removed)]
  for (const form of forms) {
    const member = memberOf(Buffer.from(form), length)
    if (member !== null) return member
  }
  throw new Error(`a record of ${length} bytes is too short to say that it was removed`)
}
