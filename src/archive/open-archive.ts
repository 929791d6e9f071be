import { createHash } from 'node:crypto'
import type { Archive, ArchiveEnd, PackedRecord, Place, PlacedRecord } from '../record/archive.ts'
import { StoreError } from '../record/store-error.ts'
import type { ArchiveFiles } from './archive-files.ts'
import { blobOfRecord } from './blob-of-record.ts'
import { nextFile } from './file-names.ts'
import { FolderFiles } from './folder-files.ts'
import { MemoryFiles } from './memory-files.ts'
import { packCapture } from './pack-capture.ts'
import { type Collector, packWarcinfo } from './warcinfo.ts'

/** A gigabyte, as the standard advises. Source: ISO 28500:2017, annex on file sizes. */
const FULL_BYTES = 1_000_000_000

export type OpenArchiveOptions = {
  /** Made when the first capture comes; null keeps the archive in memory. */
  readonly folder: string | null
  readonly collector: Collector
  /** A file that has reached this many bytes is followed by another. */
  readonly fullBytes?: number
}

/** The records one behind the other from `at` on. */
function placed(records: readonly PackedRecord[], { file, length: at }: ArchiveEnd): readonly PlacedRecord[] {
  let offset = at
  return records.map(({ member, ...record }) => {
    const place: Place = { file, offset, length: member.length, sha256: digestOf(member) }
    offset += member.length
    return { ...record, place }
  })
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A record's bytes, if they are those that were kept. */
async function keptBytes(files: ArchiveFiles, { file, offset, length, sha256 }: Place): Promise<Uint8Array> {
  const member = await files.read(file, offset, length)
  if (digestOf(member) === sha256) return member
  throw new StoreError(
    'archive-altered',
    `${file}: the record at byte ${offset} is not as it was kept; "npx onrecord verify" shows what else is altered`,
  )
}

/** Whether a record is as it was kept, and its blob too. */
async function checked(
  files: ArchiveFiles,
  place: Place,
  blob: string | null,
): Promise<'whole' | 'altered' | 'missing'> {
  try {
    const member = await keptBytes(files, place)
    return blob === null || digestOf(await blobOfRecord(member)) === blob ? 'whole' : 'altered'
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    return error.code === 'archive-altered' ? 'altered' : 'missing'
  }
}

/** Opens the archive. Files are made when they are needed. */
export function openArchive({ folder, collector, fullBytes = FULL_BYTES }: OpenArchiveOptions): Archive {
  const files = folder === null ? new MemoryFiles() : new FolderFiles(folder)
  return {
    pack: packCapture,
    async append(records, { end, now }) {
      const isNew = end === null || end.length >= fullBytes
      const start = isNew ? { file: nextFile(end?.file ?? null), length: 0 } : end
      const all = isNew ? [await packWarcinfo(start.file, { now, collector }), ...records] : records
      await files.append(
        start.file,
        start.length,
        all.map(({ member }) => member),
      )
      return placed(all, start)
    },
    blob: async (place) => blobOfRecord(await keptBytes(files, place)),
    check: (place, blob) => checked(files, place, blob),
    sizes: () => files.sizes(),
    close: () => files.close(),
  }
}
