/**
 * The form of a ZIP file that we write, to the byte: files one behind the other, stored as they are, each with its sizes
 * in ZIP64 (so that one form is written and tested, however large a file is), without a date, a comment or a gap. Since it
 * follows from names, sizes and checksums alone, every byte of it can be checked.
 *
 * Source: APPNOTE 6.3.10, 4.3 to 4.5.
 */

/** A file in the ZIP. */
export type ZipPart = {
  /** ASCII. */
  readonly name: string
  /** In bytes. */
  readonly size: number
  /** CRC-32 of its bytes. */
  readonly crc: number
}

const [LOCAL, CENTRAL, END64, LOCATOR, END] = [0x04034b50, 0x02014b50, 0x06064b50, 0x07064b50, 0x06054b50]
/** Stand where a number is in the ZIP64 field instead. */
const [IN_ZIP64, COUNT_IN_ZIP64] = [0xffffffff, 0xffff]
const ZIP64_VERSION = 45
/** Unix, so that the rights of files are understood; a plain file that its owner may write. */
const [MADE_BY, PLAIN_FILE] = [(3 << 8) | ZIP64_VERSION, 0o100644 * 0x10000]
/** The first day that ZIP knows: when the export was made stands in its data package. */
const NO_DATE = 0x0021
const [LOCAL_FIXED, LOCAL_EXTRA, CENTRAL_FIXED, CENTRAL_EXTRA, ENDS] = [30, 20, 46, 28, 56 + 20 + 22]

/** How many bytes stand before a file's own. */
export function headLength(name: string): number {
  return LOCAL_FIXED + name.length + LOCAL_EXTRA
}

/** How many bytes stand behind the last file. */
export function listLength(names: readonly string[]): number {
  return names.reduce((sum, name) => sum + CENTRAL_FIXED + name.length + CENTRAL_EXTRA, ENDS)
}

/** What both heads of a file have in common, from the version needed on: 26 bytes. */
function sharedHead({ name, crc }: ZipPart, extra: number): Buffer {
  const shared = Buffer.alloc(26)
  shared.writeUInt16LE(ZIP64_VERSION, 0)
  shared.writeUInt16LE(NO_DATE, 8)
  shared.writeUInt32LE(crc, 10)
  shared.writeUInt32LE(IN_ZIP64, 14)
  shared.writeUInt32LE(IN_ZIP64, 18)
  shared.writeUInt16LE(name.length, 22)
  shared.writeUInt16LE(extra, 24)
  return shared
}

/** The field of ZIP64: these numbers in eight bytes each. */
function zip64Field(numbers: readonly number[]): Buffer {
  const field = Buffer.alloc(4 + 8 * numbers.length)
  field.writeUInt16LE(1, 0)
  field.writeUInt16LE(8 * numbers.length, 2)
  for (const [at, number] of numbers.entries()) field.writeBigUInt64LE(BigInt(number), 4 + 8 * at)
  return field
}

function signature(number: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(number)
  return bytes
}

/** What stands before a file's own bytes. */
export function headOf(part: ZipPart): Buffer {
  const { name, size } = part
  const field = zip64Field([size, size])
  return Buffer.concat([signature(LOCAL), sharedHead(part, field.length), Buffer.from(name), field])
}

/** Where the head of each file stands, and, last, where the list does. */
export function headOffsets(parts: readonly Pick<ZipPart, 'name' | 'size'>[]): readonly number[] {
  const offsets = [0]
  for (const { name, size } of parts) offsets.push((offsets.at(-1) ?? 0) + headLength(name) + size)
  return offsets
}

/** A file's line in the list. */
function listedOf(part: ZipPart, offset: number): Buffer {
  const { name, size } = part
  const madeBy = Buffer.alloc(2)
  madeBy.writeUInt16LE(MADE_BY)
  const place = Buffer.alloc(14)
  place.writeUInt32LE(PLAIN_FILE, 6)
  place.writeUInt32LE(IN_ZIP64, 10)
  const field = zip64Field([size, size, offset])
  const shared = sharedHead(part, field.length)
  return Buffer.concat([signature(CENTRAL), madeBy, shared, place, Buffer.from(name), field])
}

function endOf(count: number, { at, length }: { readonly at: number; readonly length: number }): Buffer {
  const end = Buffer.alloc(ENDS)
  end.writeUInt32LE(END64, 0)
  end.writeBigUInt64LE(44n, 4)
  end.writeUInt16LE(MADE_BY, 12)
  end.writeUInt16LE(ZIP64_VERSION, 14)
  end.writeBigUInt64LE(BigInt(count), 24)
  end.writeBigUInt64LE(BigInt(count), 32)
  end.writeBigUInt64LE(BigInt(length), 40)
  end.writeBigUInt64LE(BigInt(at), 48)
  end.writeUInt32LE(LOCATOR, 56)
  end.writeBigUInt64LE(BigInt(at + length), 64)
  end.writeUInt32LE(1, 72)
  end.writeUInt32LE(END, 76)
  end.writeUInt16LE(COUNT_IN_ZIP64, 84)
  end.writeUInt16LE(COUNT_IN_ZIP64, 86)
  end.writeUInt32LE(IN_ZIP64, 88)
  end.writeUInt32LE(IN_ZIP64, 92)
  return end
}

/** What stands behind the last file: the list of all, and the end. */
export function listOf(parts: readonly ZipPart[]): Buffer {
  const offsets = headOffsets(parts)
  const listed = Buffer.concat(parts.map((part, at) => listedOf(part, offsets[at] ?? 0)))
  return Buffer.concat([listed, endOf(parts.length, { at: offsets.at(-1) ?? 0, length: listed.length })])
}

/** A number of eight bytes; what is larger than any file counts as larger than any file. */
function wide(bytes: Buffer, at: number): number {
  return at + 8 > bytes.length ? Number.MAX_SAFE_INTEGER : Number(bytes.readBigUInt64LE(at))
}

/** The size that a file's head gives. */
export function sizeInHead(head: Buffer, name: string): number {
  return wide(head, LOCAL_FIXED + name.length + 4)
}

/** The size of each file that the list gives, `names` being those of the files in order. */
export function sizesInList(list: Buffer, names: readonly string[]): readonly number[] {
  let at = 0
  return names.map((name) => {
    const size = wide(list, at + CENTRAL_FIXED + name.length + 4)
    at += CENTRAL_FIXED + name.length + CENTRAL_EXTRA
    return size
  })
}
