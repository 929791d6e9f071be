import { hash } from 'node:crypto'
import type {
  Archive,
  ArchiveEnd,
  CheckPlace,
  PackedRecord,
  Place,
  PlacedRecord,
  PlaceState,
} from '../record/archive.ts'
import { StoreError } from '../record/store-error.ts'
import { removedMember } from '../warc/removed-member.ts'
import type { ArchiveFiles, ReadBytes } from './archive-files.ts'
import { blobDigest, blobOfRecord } from './blob-of-record.ts'
import { bodyPlace } from './body-place.ts'
import { nextFile } from './file-names.ts'
import { FolderFiles } from './folder-files.ts'
import { isBehind } from './kept-end.ts'
import { MemoryFiles } from './memory-files.ts'
import { packCapture } from './pack-capture.ts'
import { packRendering } from './pack-rendering.ts'
import { type Collector, packWarcinfo } from './warcinfo.ts'

/** A gigabyte, as the standard advises. Source: ISO 28500:2017, annex on file sizes. */
const FULL_BYTES = 1_000_000_000

/** Records checked at the same time: the system unpacks with four threads. */
const AT_ONCE = 4

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
  return hash('sha256', bytes)
}

/** A record's bytes, if they are those that were kept. */
async function keptBytes(read: ReadBytes, { file, offset, length, sha256 }: Place): Promise<Uint8Array> {
  const member = await read(offset, length)
  if (digestOf(member) === sha256) return member
  throw new StoreError(
    'archive-altered',
    `${file}: the record at byte ${offset} is not as it was kept; "npx onrecord verify" shows what else is altered`,
  )
}

/** Whether a record is as it was kept, and its blob too. */
async function stateOf(read: ReadBytes, place: CheckPlace): Promise<PlaceState> {
  const member = await read(place.offset, place.length)
  if (digestOf(member) !== place.sha256) return 'altered'
  if (place.blob === null) return 'whole'
  try {
    return (await blobDigest(member)) === place.blob ? 'whole' : 'altered'
  } catch {
    // Somebody put another record there, and its digest into the database.
    return 'altered'
  }
}

/** Checks records, some at a time: one is read and unpacked while another is hashed. */
async function statesOf(read: ReadBytes, places: readonly CheckPlace[]): Promise<readonly PlaceState[]> {
  const states: PlaceState[] = []
  const left = places.entries()
  const checkNext = async () => {
    for (const [at, place] of left) states[at] = await stateOf(read, place)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, checkNext))
  return states
}

/** The same for a file that may not be there, or that the system does not let us read. */
async function checked(
  files: ArchiveFiles,
  file: string,
  places: readonly CheckPlace[],
): Promise<readonly PlaceState[]> {
  try {
    return await files.reading(file, (read) => statesOf(read, places))
  } catch (error) {
    if (error instanceof StoreError) return places.map(() => 'missing')
    throw error
  }
}

/** What a database that was put back to an earlier day knows nothing of must not be cut off as the rest of a broken-off append. */
async function assertNotAhead(files: ArchiveFiles, end: ArchiveEnd | null): Promise<void> {
  const kept = await files.kept()
  if (kept === null || !isBehind(kept, end)) return
  const known = end === null ? 'nothing of it' : `only up to byte ${end.length} of ${end.file}`
  throw new StoreError(
    'archive-ahead',
    `the archive was kept up to byte ${kept.length} of ${kept.file}, and the database knows ${known}: it was put back to an earlier day; put back the newer one, or go on without what came since: npx onrecord set-aside`,
  )
}

/** Opens the archive. Files are made when they are needed. */
export function openArchive({ folder, collector, fullBytes = FULL_BYTES }: OpenArchiveOptions): Archive {
  const files = folder === null ? new MemoryFiles() : new FolderFiles(folder)
  return {
    pack: packCapture,
    packRendering,
    async append(records, { end, now }) {
      await assertNotAhead(files, end)
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
    async record(place) {
      const member = await files.reading(place.file, (read) => keptBytes(read, place))
      return { member, body: await bodyPlace(member) }
    },
    blob: async (place) => blobOfRecord(await files.reading(place.file, (read) => keptBytes(read, place))),
    member: (place) => files.reading(place.file, (read) => keptBytes(read, place)),
    check: (file, places) => checked(files, file, places),
    removed: removedMember,
    remove: ({ file, offset, length }, record) => files.overwrite(file, offset, removedMember(record, length)),
    kept: () => files.kept(),
    keep: (end) => files.keep(end),
    setAside: (end) => files.setAside(end),
    sizes: () => files.sizes(),
    close: () => files.close(),
  }
}
