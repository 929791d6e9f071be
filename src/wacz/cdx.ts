import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { surt } from './surt.ts'

/** A record of the archive as the index has it. */
export type IndexedRecord = {
  readonly url: string
  /** UTC, ISO 8601. */
  readonly date: string
  readonly mime: string
  /** Of HTTP; null where there is none. */
  readonly status: number | null
  /** Of the payload, `sha256:…`. */
  readonly payloadDigest: string | null
  /** Of the gzip member in `archive/data.warc.gz`, in bytes. */
  readonly offset: number
  readonly length: number
  /** SHA-256 of the member, lower-case hex. */
  readonly sha256: string
}

/** How many lines are packed together. Source: the usual number of CDXJ indexers. */
const LINES_A_BLOCK = 300

/** 14 digits: `20260301120000`. */
export function timestampOf(date: string): string {
  return date.replace(/\D/gu, '').slice(0, 14).padEnd(14, '0')
}

/** A line of the index, without its end. Source: CDXJ 0.1.0. */
export function cdxLine(record: IndexedRecord): string {
  const { url, date, mime, status, payloadDigest, offset, length, sha256 } = record
  const fields = {
    url,
    mime,
    ...(status === null ? {} : { status: String(status) }),
    ...(payloadDigest === null ? {} : { digest: payloadDigest }),
    length: String(length),
    offset: String(offset),
    filename: 'data.warc.gz',
    recordDigest: `sha256:${sha256}`,
  }
  return `${surt(url)} ${timestampOf(date)} ${JSON.stringify(fields)}`
}

/** The index: its lines sorted and packed in blocks, and where each block begins. */
export type Index = { readonly packed: readonly Buffer[]; readonly blocks: string }

/** @param lines in any order */
export function indexOf(lines: readonly string[]): Index {
  const sorted = lines.toSorted((a, b) => (a < b ? -1 : 1))
  const packed: Buffer[] = []
  const blocks = [`!meta 0 ${JSON.stringify({ format: 'cdxj-gzip-1.0', filename: 'index.cdx.gz' })}`]
  let offset = 0
  for (let at = 0; at < sorted.length; at += LINES_A_BLOCK) {
    const some = sorted.slice(at, at + LINES_A_BLOCK)
    const block = gzipSync(some.map((line) => `${line}\n`).join(''))
    const digest = `sha256:${createHash('sha256').update(block).digest('hex')}`
    const begins = some[0]?.slice(0, some[0].indexOf(' {')) ?? ''
    blocks.push(`${begins} ${JSON.stringify({ offset, length: block.length, digest })}`)
    packed.push(block)
    offset += block.length
  }
  return { packed, blocks: `${blocks.join('\n')}\n` }
}
