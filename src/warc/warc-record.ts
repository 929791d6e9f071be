import { createHash } from 'node:crypto'

/** The kinds of records that we write. */
export type WarcType = 'warcinfo' | 'request' | 'response' | 'revisit' | 'resource' | 'metadata'

export type WarcRecord = {
  readonly type: WarcType
  /** `<urn:uuid:…>` */
  readonly id: string
  /** UTC, ISO 8601; fractions of a second as they are. */
  readonly date: string
  /** What the record is of; null for a `warcinfo`. */
  readonly targetUri: string | null
  /** Of the block. */
  readonly contentType: string
  /** Fields of this type of record, in the order in which they are written. */
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly block: Uint8Array
  /** The digest of the payload; null where there is none apart from the block. */
  readonly payloadDigest: string | null
}

/** A digest as a record's field gives it: the algorithm and lower-case hex. */
export function labelledDigest(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

/** A line break in a value would begin another field. */
function line([name, value]: readonly [string, string]): string {
  return `${name}: ${value.replace(/[\r\n]+/gu, ' ')}\r\n`
}

/** The lines of a block of `application/warc-fields`. */
export function warcFields(fields: readonly (readonly [name: string, value: string])[]): Uint8Array {
  return Buffer.from(fields.map(line).join(''))
}

/**
 * One record of WARC 1.1, uncompressed.
 *
 * Source: ISO 28500:2017.
 */
export function warcRecordBytes(record: WarcRecord): Uint8Array {
  const { type, id, date, targetUri, contentType, fields, block, payloadDigest } = record
  const head: (readonly [string, string])[] = [
    ['WARC-Type', type],
    ['WARC-Record-ID', id],
    ['WARC-Date', date],
    ...(targetUri === null ? [] : [['WARC-Target-URI', targetUri] as const]),
    ...fields,
    ['WARC-Block-Digest', labelledDigest(block)],
    ...(payloadDigest === null ? [] : [['WARC-Payload-Digest', payloadDigest] as const]),
    ['Content-Type', contentType],
    ['Content-Length', String(block.length)],
  ]
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${head.map(line).join('')}\r\n`), block, Buffer.from('\r\n\r\n')])
}
