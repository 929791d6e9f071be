import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { PartPlace, WaczReader } from '../../../archive/wacz/wacz-reader.ts'
import type { Finding } from '../../../record/finding.ts'
import type { DataPackage } from '../../../wacz/data-package.ts'
import { PART_NAMES, type PartName } from '../../../wacz/part-names.ts'
import { headLength, headOf, listOf, type ZipPart } from '../../../wacz/zip-layout.ts'
import { fault } from './fault.ts'

/** Where the checksum stands in a head. Source: APPNOTE 4.3.7. */
const CRC_AT = 14

/** The export's files that are as they were made, and the SHA-256 of the whole, lower-case hex. */
export type CheckedContainer = { readonly whole: ReadonlySet<PartName>; readonly sha256: string }

/** Why a file's parts do not add up: in words that say what happened to it. */
export async function unfitSentence(reader: WaczReader): Promise<string> {
  const begin = (await reader.read(0, headLength(PART_NAMES[0]))).toString('latin1')
  if (!begin.startsWith('PK\x03\x04') || !begin.includes(PART_NAMES[0]))
    return 'it is no export of Onrecord: neither its beginning nor its end is that of one'
  let at = 0
  for (const [index, size] of (await reader.sizesInHeads()).entries()) {
    at += headLength(PART_NAMES[index] ?? '') + size
    if (at > reader.size) return `it ends at byte ${reader.size}, within ${PART_NAMES[index]}; it was cut short`
  }
  return `its files do not add up to its ${reader.size} bytes; it was cut short, or something was put in`
}

function firstDifference(one: Buffer, other: Buffer): number {
  return one.findIndex((byte, at) => byte !== other[at])
}

/** The digest and the checksum of a file's bytes; the whole export's digest goes on with them. */
async function digestsOf(reader: WaczReader, { start, size }: PartPlace, all: ReturnType<typeof createHash>) {
  const hash = createHash('sha256')
  let crc = 0
  for await (const chunk of reader.chunks(start, size)) {
    hash.update(chunk)
    all.update(chunk)
    crc = crc32(chunk, crc)
  }
  return { sha256: hash.digest('hex'), crc }
}

/**
 * Checks the form of the ZIP to the byte, and each file's digest.
 *
 * @param trusted null where nothing vouches for the digests: then the checksums of the ZIP have to do
 * @param vouched files that are known to be as they were made by other means
 */
export async function* containerFindings(
  reader: WaczReader,
  places: readonly PartPlace[],
  { trusted, vouched }: { readonly trusted: DataPackage | null; readonly vouched: ReadonlySet<PartName> },
): AsyncGenerator<Finding, CheckedContainer> {
  const all = createHash('sha256')
  const whole = new Set<PartName>()
  const parts: ZipPart[] = []
  for (const place of places) {
    const { name, size } = place
    const head = await reader.read(place.head, headLength(name))
    all.update(head)
    const { sha256, crc } = await digestsOf(reader, place, all)
    const listed = trusted?.resources.find(({ path }) => path === name)
    const saidCrc = head.readUInt32LE(CRC_AT)
    const isWhole = listed === undefined ? vouched.has(name) || saidCrc === crc : listed.sha256 === sha256
    if (isWhole) whole.add(name)
    // Of an altered file, the checksum that it had is the one in its head.
    const part = { name, size, crc: isWhole ? crc : saidCrc }
    parts.push(part)
    const at = firstDifference(head, headOf(part))
    if (at >= 0) yield fault(`byte ${place.head + at}`, `the head of ${name} in the ZIP was altered`)
  }
  const expected = listOf(parts)
  const start = reader.size - expected.length
  const list = await reader.read(start, expected.length)
  all.update(list)
  const at = firstDifference(list, expected)
  if (at >= 0) yield fault(`byte ${start + at}`, 'the list of files at the end of the ZIP was altered')
  return { whole, sha256: all.digest('hex') }
}
