/** One value of ASN.1 in its DER form. */
export type Der = {
  readonly tag: number
  /** With its tag and length. */
  readonly whole: Buffer
  readonly content: Buffer
}

/** Tags as they stand in the bytes; `context(n)` is one that a structure gives meaning to. */
export const TAG = {
  integer: 0x02,
  octets: 0x04,
  oid: 0x06,
  utf8: 0x0c,
  time: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const

/** The tag `[n]` of a structure. */
export function context(n: number): number {
  return 0xa0 | n
}

/** Bytes that are not the DER that they should be. */
export class DerError extends Error {}

/** A length of more bytes than this is of no answer that we read. */
const MAX_LENGTH_BYTES = 4

function lengthAt(bytes: Buffer, at: number): { readonly length: number; readonly start: number } {
  const first = bytes[at]
  if (first === undefined) throw new DerError('it ends before a length')
  if (first < 0x80) return { length: first, start: at + 1 }
  const count = first & 0x7f
  if (count === 0 || count > MAX_LENGTH_BYTES || at + 1 + count > bytes.length)
    throw new DerError('it holds a length that is none')
  return { length: bytes.readUIntBE(at + 1, count), start: at + 1 + count }
}

/** The value that begins at `at`. */
function derAt(bytes: Buffer, at: number): Der {
  const tag = bytes[at] ?? 0
  // Tags of several bytes stand in nothing that we read.
  if ((tag & 0x1f) === 0x1f) throw new DerError('it holds a tag that is not read here')
  const { length, start } = lengthAt(bytes, at + 1)
  const end = start + length
  if (end > bytes.length) throw new DerError('it ends in the middle of a value')
  return { tag, whole: bytes.subarray(at, end), content: bytes.subarray(start, end) }
}

/**
 * Reads the one value that `bytes` are.
 *
 * @throws DerError also where something follows it
 */
export function readDer(bytes: Uint8Array): Der {
  const value = derAt(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), 0)
  if (value.whole.length !== bytes.length) throw new DerError('something follows its end')
  return value
}

/** The values within one, in order. */
export function partsOf({ content }: Der): readonly Der[] {
  const parts: Der[] = []
  for (let at = 0; at < content.length; at += parts.at(-1)?.whole.length ?? 0) parts.push(derAt(content, at))
  return parts
}

/** A value that has to be there, with this tag. */
export function needed(value: Der | undefined, tag: number, name: string): Der {
  if (value?.tag !== tag) throw new DerError(`its ${name} is missing`)
  return value
}

function lengthBytes(length: number): Buffer {
  if (length < 0x80) return Buffer.of(length)
  const hex = length.toString(16)
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex')
  return Buffer.concat([Buffer.of(0x80 | bytes.length), bytes])
}

/** Writes a value. */
export function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const bytes = Buffer.concat(content)
  return Buffer.concat([Buffer.of(tag), lengthBytes(bytes.length), bytes])
}

/** Writes a whole number that is not negative, given as its bytes. */
export function unsigned(bytes: Uint8Array): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0)
  const short = first < 0 ? Buffer.of(0) : bytes.subarray(first)
  // A number whose first bit is set would be read as negative.
  return der(TAG.integer, (short[0] ?? 0) < 0x80 ? Buffer.alloc(0) : Buffer.of(0), short)
}
