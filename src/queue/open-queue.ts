import { randomBytes } from 'node:crypto'
import type { Clock } from '../record/clock.ts'
import type { Queue } from '../record/queue.ts'
import { ulids } from '../record/ulid.ts'
import type { DatabaseForm } from '../sqlite/migrate.ts'
import { openDatabase } from '../sqlite/open-database.ts'
import { JOBS } from './migrations/0001-jobs.ts'
import { SqliteQueue } from './sqlite-queue.ts'

/** The queue's file in the data folder: beside the record, which is only added to. */
const FILE = 'work.sqlite'

/** Marked with "OnWk". */
const FORM: DatabaseForm = { applicationId: 0x4f6e576b, migrations: [JOBS] }

/** Free space in the file is given back from this size on: what was handed in may be large, and is gone soon. */
const MAX_FREE_BYTES = 64 * 1024 * 1024

export type OpenQueueOptions = {
  /** The data folder, made if it is not there; null keeps the queue in memory and forgets it on close. */
  readonly folder: string | null
  readonly clock: Clock
}

/**
 * Opens the queue, making or updating its tables where needed. Several processes may have it open.
 *
 * @throws StoreError with a sentence where the folder or the file cannot be used
 */
export async function openQueue({ folder, clock }: OpenQueueOptions): Promise<Queue> {
  const { database, path } = openDatabase({ folder, file: FILE }, FORM)
  // What a person removes is overwritten, not only unlinked; the file of recent writes stays small.
  database.exec('pragma secure_delete = on; pragma journal_size_limit = 67108864')
  const free = database
    .prepare('select freelist_count * page_size as bytes from pragma_freelist_count, pragma_page_size')
    .get() as { bytes: number }
  if (free.bytes > MAX_FREE_BYTES) database.exec('vacuum')
  return new SqliteQueue({ database, path, clock, newId: ulids(() => randomBytes(10)) })
}
