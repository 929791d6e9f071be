import { join } from 'node:path'
import { openArchive } from './archive/open-archive.ts'
import type { Archive } from './record/archive.ts'
import type { Clock } from './record/clock.ts'
import type { Store } from './record/store.ts'
import type { Settings } from './settings.ts'
import { openStore } from './store/open-store.ts'
import { version } from './version.ts'

/** The archive's folder in the data folder. */
const ARCHIVE = 'archive'

/** Where the record is kept, and who collects. */
export type RecordPlace = Pick<Settings, 'collector'> & {
  /** Null keeps the record in memory. */
  readonly dataFolder: string | null
}

/** Closing the store closes the archive too. */
export type OpenRecord = { readonly store: Store; readonly archive: Archive }

/**
 * Opens the record: its database, and the archive with the bytes of what was captured.
 *
 * @throws StoreError with a sentence where the folder or the files cannot be used
 */
export async function openRecord({ dataFolder, collector }: RecordPlace, clock: Clock): Promise<OpenRecord> {
  const archive = openArchive({
    folder: dataFolder === null ? null : join(dataFolder, ARCHIVE),
    collector: { software: `Onrecord/${version()}`, operator: collector },
  })
  return { archive, store: await openStore({ folder: dataFolder, clock, archive }) }
}
