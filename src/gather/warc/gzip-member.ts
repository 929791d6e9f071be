import { constants, crc32, createInflateRaw, type InflateRaw } from 'node:zlib'
import type { RawBytes } from './raw-bytes.ts'

/** The longest head of a member that is looked for: the longest file names are 4 KB. */
const MAX_HEAD = 64 * 1024
const FIXED_HEAD = 10
const TRAILER = 8

/** More than this is unpacked of one member only while what is packed grows with it: web pages shrink by ten, zeros by a thousand. */
const UNPACKED_FREELY = 256 * 1024 * 1024
const MOST_RATIO = 100

/** Flags of RFC 1952. */
const [HEAD_CRC, EXTRA, NAME, COMMENT, RESERVED] = [0x02, 0x04, 0x08, 0x10, 0xe0]

/** The system that packed it: 13 are in RFC 1952, zlib on a Mac writes 19. */
const LAST_SYSTEM = 31

/** Whether a gzip member begins here. Random bytes look like one once in a million million. */
export function isGzip(head: Uint8Array, at = 0): boolean {
  return (
    head[at] === 0x1f &&
    head[at + 1] === 0x8b &&
    head[at + 2] === 8 &&
    ((head[at + 3] ?? RESERVED) & RESERVED) === 0 &&
    [0, 2, 4].includes(head[at + 8] ?? 0) &&
    ((head[at + 9] ?? 0) <= LAST_SYSTEM || head[at + 9] === 255)
  )
}

/** The length of a member's head in bytes, or null where it never ends. */
function headLength(head: Buffer): number | null {
  const flags = head[3] ?? 0
  let at = FIXED_HEAD
  if (flags & EXTRA) {
    if (head.length < at + 2) return null
    at += 2 + head.readUInt16LE(at)
  }
  for (const flag of [NAME, COMMENT]) {
    if (!(flags & flag)) continue
    const end = head.indexOf(0, at)
    if (end < 0) return null
    at = end + 1
  }
  if (flags & HEAD_CRC) at += 2
  return at > head.length ? null : at
}

/** Why a member could not be unpacked whole. */
export type UnpackFault = 'cut' | 'damaged' | 'bomb'

/** Feeds the packed bytes until the engine has its end, and passes what it took. @returns whether they reached that far */
async function feed(engine: InflateRaw, raw: RawBytes): Promise<boolean> {
  const closed = new Promise<void>((done) => engine.once('close', done))
  for (;;) {
    const chunk = await raw.chunk()
    if (chunk.length === 0) {
      engine.end()
      return false
    }
    const before = engine.bytesWritten
    await Promise.race([new Promise<void>((done) => engine.write(chunk, () => done())), closed])
    const taken = engine.bytesWritten - before
    raw.pass(taken)
    // It takes all it is given until the packed bytes have their end, or it was closed for an error.
    if (taken < chunk.length || engine.destroyed) return true
  }
}

/**
 * Unpacks the gzip member that begins at `raw`, and passes it.
 *
 * @returns why it could not be unpacked whole, null where it was; its good part was given in any case
 */
export async function* unpackMember(raw: RawBytes): AsyncGenerator<Buffer, UnpackFault | null> {
  const start = raw.offset
  const length = headLength(await raw.peek(MAX_HEAD))
  if (length === null) {
    raw.pass((await raw.chunk()).length)
    return 'cut'
  }
  raw.pass(length)
  // Gives what could be unpacked of a member that is cut off.
  const engine = createInflateRaw({ finishFlush: constants.Z_SYNC_FLUSH })
  let [sum, size] = [0, 0]
  const fed = feed(engine, raw)
  // What it says is awaited below, also where unpacking fails first.
  fed.catch(() => undefined)
  try {
    for await (const bytes of engine as AsyncIterable<Buffer>) {
      sum = crc32(bytes, sum)
      size += bytes.length
      yield bytes
      if (size > UNPACKED_FREELY && size > MOST_RATIO * (raw.offset - start)) {
        engine.destroy()
        await fed
        return 'bomb'
      }
    }
  } catch {
    // The engine says in zlib's words what is wrong with the packed bytes; that they are damaged is all one needs to know.
    await fed
    return 'damaged'
  }
  const isWhole = await fed
  engine.destroy()
  if (!isWhole) return 'cut'
  const trailer = await raw.peek(TRAILER)
  if (trailer.length < TRAILER) return 'cut'
  const right = trailer.readUInt32LE(0) === sum && trailer.readUInt32LE(4) === size % 2 ** 32
  raw.pass(TRAILER)
  return right ? null : 'damaged'
}
