import { pipeline, Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import type { ByteSource } from './byte-source.ts'

/** A file in a ZIP archive. */
export type ZipEntry = {
  /** As it stands there: never used as a path. */
  readonly name: string
  readonly isEncrypted: boolean
  readonly source: ByteSource
}

/** What the archive says of a file. */
type Listed = {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly packed: number
  readonly size: number
  /** Where its local head stands. */
  readonly at: number
}

const [LOCAL, CENTRAL, END, END64_LOCATOR] = [0x04034b50, 0x02014b50, 0x06054b50, 0x07064b50]
const [LOCAL_HEAD, CENTRAL_HEAD, END_HEAD] = [30, 46, 22]
/** The end may be followed by a comment of as many bytes. */
const MAX_COMMENT = 65_535
/** A list of a million files; what is longer was made to fill the memory. */
const MAX_LIST = 128 * 1024 * 1024
/** Stands where the number is in the extra field of ZIP64. */
const IN_ZIP64 = 0xffffffff
const [ENCRYPTED, SIZES_FOLLOW] = [0x01, 0x08]
const [STORED, DEFLATED] = [0, 8]

async function readAt(source: ByteSource, offset: number, length: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let missing = length
  for await (const chunk of source.open(Math.max(0, offset))) {
    chunks.push(chunk.subarray(0, missing))
    missing -= chunk.length
    if (missing <= 0) break
  }
  return Buffer.concat(chunks)
}

/** Whether a file is a ZIP archive. */
export async function isZip(source: ByteSource): Promise<boolean> {
  const head = await readAt(source, 0, 4)
  return head.length === 4 && [LOCAL, END].includes(head.readUInt32LE(0))
}

/** The numbers of ZIP64, for those that had no room. */
function wide(extra: Buffer, numbers: readonly number[]): readonly number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let next = at + 4
    return numbers.map((number) => {
      if (number !== IN_ZIP64 || next + 8 > extra.length) return number
      next += 8
      return Number(extra.readBigUInt64LE(next - 8))
    })
  }
  return numbers
}

/** Where the list of files stands; null where the archive has no end. */
async function listPlace(source: ByteSource): Promise<{ readonly at: number; readonly length: number } | null> {
  const from = Math.max(0, source.size - END_HEAD - MAX_COMMENT)
  const tail = await readAt(source, from, source.size - from)
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + END_HEAD > tail.length) return null
  const place = { length: tail.readUInt32LE(end + 12), at: tail.readUInt32LE(end + 16) }
  if (place.at !== IN_ZIP64 && place.length !== IN_ZIP64) return place
  if (end < 20 || tail.readUInt32LE(end - 20) !== END64_LOCATOR) return null
  const end64 = await readAt(source, Number(tail.readBigUInt64LE(end - 12)), 56)
  if (end64.length < 56) return null
  return { length: Number(end64.readBigUInt64LE(40)), at: Number(end64.readBigUInt64LE(48)) }
}

function listedIn(list: Buffer): readonly Listed[] {
  const found: Listed[] = []
  for (let at = 0; at + CENTRAL_HEAD <= list.length && list.readUInt32LE(at) === CENTRAL; ) {
    const [names, extras, comments] = [28, 30, 32].map((field) => list.readUInt16LE(at + field))
    const nameEnd = at + CENTRAL_HEAD + (names ?? 0)
    const extra = list.subarray(nameEnd, nameEnd + (extras ?? 0))
    const [size = 0, packed = 0, local = 0] = wide(
      extra,
      [24, 20, 42].map((field) => list.readUInt32LE(at + field)),
    )
    found.push({
      name: list.toString('utf8', at + CENTRAL_HEAD, nameEnd),
      flags: list.readUInt16LE(at + 8),
      method: list.readUInt16LE(at + 10),
      packed,
      size,
      at: local,
    })
    at = nameEnd + (extras ?? 0) + (comments ?? 0)
  }
  return found
}

/** Where the bytes of a file begin, after its local head; null where there is no such head. */
async function dataAt(source: ByteSource, at: number): Promise<number | null> {
  const head = await readAt(source, at, LOCAL_HEAD)
  if (head.length < LOCAL_HEAD || head.readUInt32LE(0) !== LOCAL) return null
  return at + LOCAL_HEAD + head.readUInt16LE(26) + head.readUInt16LE(28)
}

/** The files of an archive without its end, as after a download that broke off: by their local heads, one after another. */
async function* found(source: ByteSource): AsyncGenerator<Listed> {
  for (let at = 0; at < source.size; ) {
    const start = await dataAt(source, at)
    if (start === null) return
    const head = await readAt(source, at, start - at)
    if (head.length < start - at) return
    const nameEnd = LOCAL_HEAD + head.readUInt16LE(26)
    const flags = head.readUInt16LE(6)
    const [size = 0, packed = 0] = wide(head.subarray(nameEnd), [head.readUInt32LE(22), head.readUInt32LE(18)])
    // Without its sizes a file reaches as far as there are bytes.
    const reaches = (flags & SIZES_FOLLOW) !== 0 && packed === 0 ? source.size - start : packed
    const name = head.toString('utf8', LOCAL_HEAD, nameEnd)
    yield { name, flags, method: head.readUInt16LE(8), packed: reaches, size: Math.max(size, reaches), at }
    at = start + reaches
  }
}

/** A stretch of a source, as a source of its own. */
function stretch(source: ByteSource, from: number, size: number): ByteSource {
  return {
    size,
    async *open(offset) {
      let missing = size - offset
      if (missing <= 0) return
      for await (const chunk of source.open(from + offset)) {
        yield chunk.subarray(0, missing)
        missing -= chunk.length
        if (missing <= 0) return
      }
    },
  }
}

/** More is unpacked only of what shrinks as pages do; a WARC file is mostly packed already. */
const UNPACKED_FREELY = 256 * 1024 * 1024
const MOST_RATIO = 100

/** What a deflated file unpacks to: as much of it as is not damaged. It can be read from a place on by unpacking up to there. */
function inflated(source: ByteSource, size: number): ByteSource {
  const most = Math.max(UNPACKED_FREELY, MOST_RATIO * source.size)
  return {
    size: Math.min(size, most),
    async *open(offset) {
      const engine = createInflateRaw()
      pipeline(Readable.from(source.open(0)), engine, () => undefined)
      let at = 0
      try {
        for await (const chunk of engine as AsyncIterable<Buffer>) {
          if (at + chunk.length > offset) yield chunk.subarray(Math.max(0, offset - at))
          at += chunk.length
          if (at > most) return
        }
      } catch {
        // What comes after the damage is not there: the reader of the records says where they break off.
        return
      }
    },
  }
}

/** Whether two files share bytes, as only in an archive that was made to unpack to more than there is. */
function overlap(files: readonly { readonly from: number; readonly to: number }[]): boolean {
  const sorted = files.toSorted((a, b) => a.from - b.from)
  return sorted.some(({ from }, at) => at > 0 && from < (sorted[at - 1]?.to ?? 0))
}

/**
 * The files in a ZIP archive, ZIP64 too, stored or deflated; of one that was cut off, those that are left. Files packed in
 * another way, that lie outside of it, or over each other, are left out.
 *
 * @throws what the system throws where it cannot be read
 */
export async function zipEntries(source: ByteSource): Promise<readonly ZipEntry[]> {
  const place = await listPlace(source)
  const isListed = place !== null && place.length <= MAX_LIST && place.at + place.length <= source.size
  const listed = isListed
    ? listedIn(await readAt(source, place.at, place.length))
    : await Array.fromAsync(found(source))
  const placed: { readonly from: number; readonly to: number; readonly entry: ZipEntry }[] = []
  for (const { name, flags, method, packed, size, at } of listed) {
    if (!/\.warc(?:\.gz)?$/i.test(name) || (method !== STORED && method !== DEFLATED)) continue
    const from = await dataAt(source, at)
    if (from === null) continue
    const bytes = stretch(source, from, Math.min(packed, source.size - from))
    const isEncrypted = (flags & ENCRYPTED) !== 0
    const entry = { name, isEncrypted, source: method === STORED ? bytes : inflated(bytes, size) }
    placed.push({ from, to: from + packed, entry })
  }
  return overlap(placed) ? [] : placed.map(({ entry }) => entry)
}
