import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { z } from 'zod'
import type { PartPlace, WaczReader } from '../../../archive/wacz/wacz-reader.ts'
import type { Finding } from '../../../record/finding.ts'
import { timestampOf } from '../../../wacz/cdx.ts'
import { surt } from '../../../wacz/surt.ts'
import { fault } from './fault.ts'
import { partLines } from './part-lines.ts'
import type { WaczRecord } from './record-findings.ts'

const gunzipped = promisify(gunzip)

/** 300 lines with the longest addresses there are. */
const MOST_BLOCK_BYTES = 64 * 1024 * 1024

const BlockPlace = z.object({
  offset: z.int().min(0),
  length: z.int().min(1).max(MOST_BLOCK_BYTES),
  digest: z.string(),
})
const Entry = z.object({
  url: z.string(),
  offset: z.string().transform(Number),
  length: z.string().transform(Number),
  recordDigest: z.string(),
})

/** Those that are looked up by their address. */
const INDEXED = new Set(['response', 'revisit', 'resource'])

function parsed<T>(schema: z.ZodType<T>, words: string): T | null {
  try {
    return schema.safeParse(JSON.parse(words)).data ?? null
  } catch {
    // No JSON is as little what was asked for as another form.
    return null
  }
}

/** Why a line of the index leads to no record; null where it leads to the one it names. */
function entryFault(line: string, records: ReadonlyMap<number, WaczRecord>): string | null {
  const entry = parsed(Entry, line.slice(line.indexOf('{')))
  const record = entry === null ? undefined : records.get(entry.offset)
  if (entry === null || record === undefined || record.length !== entry.length) return 'it leads to no record'
  // A record that was altered is named where it lies.
  if (record.url === null || record.date === null) return null
  const key = `${surt(record.url)} ${timestampOf(record.date)} `
  const isRight = line.startsWith(key) && entry.url === record.url && entry.recordDigest === `sha256:${record.sha256}`
  return isRight ? null : 'it leads to a record of another address, time or digest'
}

/** The lines of one block of the index; null where it is not as it was packed. */
async function linesOfBlock(bytes: Buffer, digest: string): Promise<readonly string[] | null> {
  if (digest !== `sha256:${createHash('sha256').update(bytes).digest('hex')}`) return null
  try {
    return (await gunzipped(bytes, { maxOutputLength: MOST_BLOCK_BYTES })).toString('utf8').trimEnd().split('\n')
  } catch {
    // Whatever zlib says of it: it is no block.
    return null
  }
}

/**
 * Checks that the index leads to the records, and to all that are looked up by their address.
 *
 * @returns the addresses with their times that can be looked up; null where the index could not be read whole
 */
export async function* indexFindings(
  reader: WaczReader,
  { packed, blocks }: { readonly packed: PartPlace; readonly blocks: PartPlace },
  records: ReadonlyMap<number, WaczRecord>,
): AsyncGenerator<Finding, ReadonlySet<string> | null> {
  const found = new Set<number>()
  const keys = new Set<string>()
  let [end, isWhole] = [0, true]
  for await (const { number, words } of partLines(reader, blocks, z.unknown())) {
    if (number === 1) continue
    const block = parsed(BlockPlace, words.slice(words.indexOf('{')))
    const bytes = block === null ? null : await reader.read(packed.start + block.offset, block.length)
    const lines = block === null || bytes === null ? null : await linesOfBlock(bytes, block.digest)
    if (block === null || lines === null || block.offset !== end) {
      yield fault(`${blocks.name} line ${number}`, 'it leads to no block of the index')
      isWhole = false
      continue
    }
    end += block.length
    for (const line of lines) {
      const sentence = entryFault(line, records)
      if (sentence !== null) yield fault(`${packed.name}: ${line.slice(0, line.indexOf(' {'))}`, sentence)
      const entry = parsed(Entry, line.slice(line.indexOf('{')))
      if (entry !== null) found.add(entry.offset)
      if (entry !== null) keys.add(`${entry.url} ${line.split(' ')[1]}`)
    }
  }
  // What stands in a block that cannot be read is not known.
  if (!isWhole) return null
  for (const { offset, type, url } of records.values())
    if (INDEXED.has(type) && url !== null && !found.has(offset))
      yield fault(`archive/data.warc.gz at byte ${offset}`, 'no line of the index leads to the record that begins here')
  return keys
}

const Page = z.union([z.object({ url: z.string(), ts: z.string() }), z.object({ format: z.string() })])

/** Checks that every page of the list is in the index. */
export async function* pageFindings(
  reader: WaczReader,
  pages: PartPlace,
  keys: ReadonlySet<string>,
): AsyncGenerator<Finding, void> {
  for await (const { number, value } of partLines(reader, pages, Page)) {
    const isThere = value !== null && ('format' in value || keys.has(`${value.url} ${timestampOf(value.ts)}`))
    if (!isThere) yield fault(`${pages.name} line ${number}`, 'no such page is in the index')
  }
}
