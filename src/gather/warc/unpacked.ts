import type { ByteSource } from './byte-source.ts'
import { isGzip, type UnpackFault, unpackMember } from './gzip-member.ts'
import { RawBytes } from './raw-bytes.ts'

/** A stretch of a WARC file, unpacked. */
export type Piece =
  | {
      readonly kind: 'bytes'
      readonly bytes: Buffer
      /** Where its gzip member, or the stretch that is not packed, begins in the file. */
      readonly at: number
      /** How many unpacked bytes stand between there and here. */
      readonly skip: number
      readonly packed: boolean
    }
  | { readonly kind: 'fault'; readonly at: number; readonly fault: UnpackFault }
  | { readonly kind: 'garbage'; readonly at: number; readonly length: number }

/** What every WARC record begins with. */
export const MARK = 'WARC/'
/** As many bytes tell a member or a record. */
const TELLING = 16

/** What every gzip member begins with. */
const GZIP = Buffer.from([0x1f, 0x8b])

/** Where in a chunk, behind its first byte, a member or a record begins; beyond its end where none does. */
function nextBeginning(chunk: Buffer): number {
  let member = chunk.indexOf(GZIP, 1)
  while (member >= 0 && !isGzip(chunk, member)) member = chunk.indexOf(GZIP, member + 1)
  const mark = chunk.indexOf(MARK, 1, 'latin1')
  return Math.min(member < 0 ? chunk.length : member, mark < 0 ? chunk.length : mark)
}

/** Passes bytes that are neither a member nor a record. */
async function passGarbage(raw: RawBytes): Promise<void> {
  for (;;) {
    const chunk = await raw.chunk()
    if (chunk.length < TELLING) return raw.pass(chunk.length)
    const at = nextBeginning(chunk)
    if (at <= chunk.length - TELLING) return raw.pass(at)
    const last = chunk.length - TELLING + 1
    raw.pass(last)
    // What is left is shorter than what tells: read on, so that it is seen with what follows.
    if ((await raw.peek(chunk.length - last + 1)).length <= chunk.length - last) return raw.pass(chunk.length - last)
  }
}

async function* plainPieces(raw: RawBytes): AsyncGenerator<Piece> {
  const at = raw.offset
  for (let chunk = await raw.chunk(); chunk.length > 0; chunk = await raw.chunk()) {
    const skip = raw.offset - at
    raw.pass(chunk.length)
    yield { kind: 'bytes', bytes: chunk, at, skip, packed: false }
  }
}

async function* memberPieces(raw: RawBytes): AsyncGenerator<Piece> {
  const at = raw.offset
  const unpacking = unpackMember(raw)
  let [skip, small] = [0, Buffer.alloc(0)]
  for (let next = await unpacking.next(); ; next = await unpacking.next()) {
    // The first piece is never so short that one could not tell what begins there.
    const bytes = next.done === true ? small : Buffer.concat([small, next.value])
    if (bytes.length > 0 && (next.done === true || skip > 0 || bytes.length >= TELLING)) {
      yield { kind: 'bytes', bytes, at, skip, packed: true }
      skip += bytes.length
      small = Buffer.alloc(0)
    } else small = bytes
    if (next.done !== true) continue
    if (next.value !== null) yield { kind: 'fault', at, fault: next.value }
    return
  }
}

/** Whether a WARC file begins here: with a member in which a record begins, or with a record. */
export async function beginsWithRecord(source: ByteSource): Promise<boolean> {
  const raw = new RawBytes(source, 0)
  try {
    const head = await raw.peek(TELLING)
    if (!isGzip(head)) return head.toString('latin1').startsWith(MARK)
    const { value } = await memberPieces(raw).next()
    return value?.kind === 'bytes' && value.bytes.toString('latin1', 0, MARK.length) === MARK
  } finally {
    await raw.close()
  }
}

/**
 * Unpacks a WARC file from a place on, whatever of it is packed: a member for each record, one for all, or none. What
 * is damaged is told, and unpacking goes on with the next member.
 *
 * @param from.at where a member, or in a file that is not packed a record, begins
 * @param from.isPlain whether it is known not to be packed there; `at` may then be any place
 */
export async function* unpacked(
  source: ByteSource,
  { at: from, isPlain }: { readonly at: number; readonly isPlain: boolean },
): AsyncGenerator<Piece> {
  const raw = new RawBytes(source, from)
  try {
    if (isPlain) yield* plainPieces(raw)
    for (let head = await raw.peek(TELLING); head.length > 0; head = await raw.peek(TELLING)) {
      if (isGzip(head)) yield* memberPieces(raw)
      else if (head.toString('latin1').trimStart().startsWith(MARK)) yield* plainPieces(raw)
      else {
        const at = raw.offset
        await passGarbage(raw)
        yield { kind: 'garbage', at, length: raw.offset - at }
      }
    }
  } finally {
    await raw.close()
  }
}
