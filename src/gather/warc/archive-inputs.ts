import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import type { ArchivePlace } from '../../record/archive-place.ts'
import type { ArchivePart } from './archive-parts.ts'
import { type FromRecord, mayHoldPage, placeInWords, recordInput } from './record-input.ts'
import { warcRecords } from './warc-records.ts'

/** What one record of an archive gives, in order. */
export type ArchiveItem = {
  readonly from: FromRecord
  /** What stands where a record should is counted too. */
  readonly name: string
  /** Where what follows it begins. */
  readonly next: ArchivePlace
  /** Bytes of all parts before that place. */
  readonly done: number
}

/** As much of a file tells it from another one of the same name, size and time. */
const HEAD = 64 * 1024

/** What tells a file from others, and from itself once it was changed. */
export async function archiveIdentity(path: string, [part]: readonly ArchivePart[]): Promise<string> {
  const { size, mtimeMs } = await stat(path)
  const hash = createHash('sha256').update(`${path}\n${size}\n${mtimeMs}\n`)
  let left = HEAD
  for await (const chunk of part?.source.open(0) ?? []) {
    hash.update(chunk.subarray(0, left))
    left -= chunk.length
    if (left <= 0) break
  }
  return hash.digest('hex')
}

/**
 * Reads an archive record by record.
 *
 * @param from where to begin; null for its beginning
 * @throws what the system throws where it cannot be read
 */
export async function* archiveInputs(
  parts: readonly ArchivePart[],
  from: ArchivePlace | null,
): AsyncGenerator<ArchiveItem> {
  let before = 0
  for (const [number, { name, source }] of parts.entries()) {
    const start = from !== null && number === from.part ? from : { at: 0, skip: 0 }
    const isBefore = from !== null && number < from.part
    for await (const item of isBefore ? [] : warcRecords(source, { from: start, wants: mayHoldPage })) {
      const given: FromRecord =
        item.kind === 'fault' ? { kind: 'fault', sentence: item.sentence } : await recordInput(item, name)
      const { at, skip } = item.end
      const done = before + Math.min(at, source.size)
      yield { from: given, name: `${name}: ${placeInWords(item.at)}`, next: { part: number, at, skip }, done }
    }
    before += source.size
  }
}
