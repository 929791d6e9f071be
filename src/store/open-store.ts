import { randomBytes } from 'node:crypto'
import { Kysely } from 'kysely'
import type { Archive } from '../record/archive.ts'
import type { Clock } from '../record/clock.ts'
import type { Store } from '../record/store.ts'
import { StoreError } from '../record/store-error.ts'
import { ulids } from '../record/ulid.ts'
import { openDatabase } from '../sqlite/open-database.ts'
import { adoptBlobs } from './adopt-blobs.ts'
import { finishRemovals } from './finish-removals.ts'
import { RECORD_FORM } from './migrations.ts'
import { openRecordKey } from './record-key.ts'
import { NodeSqliteDialect } from './sqlite-dialect.ts'
import { SqliteStore } from './sqlite-store.ts'
import type { Tables } from './tables.ts'

/** The record's file in the data folder. */
const FILE = 'onrecord.sqlite'

export type OpenStoreOptions = {
  /** The data folder, made if it is not there; null keeps the record in memory and forgets it on close. */
  readonly folder: string | null
  readonly clock: Clock
  /** Holds the bytes of what is captured; closed with the store. */
  readonly archive: Archive
  /** Ten random bytes at each call. */
  readonly random?: () => Uint8Array
}

/** A file of the archive that cannot be written now keeps nobody from the rest; the removal stays under way. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof StoreError)) throw error
}

/**
 * Opens the record, making or updating its tables where needed. Several processes may have it open; each opens it once.
 *
 * @throws StoreError with a sentence where the folder or the file cannot be used
 */
export async function openStore({
  folder,
  clock,
  archive,
  random = () => randomBytes(10),
}: OpenStoreOptions): Promise<Store> {
  const { database, path } = openDatabase({ folder, file: FILE }, RECORD_FORM)
  const key = openRecordKey(folder)
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) })
  const store = new SqliteStore({ database, db, clock, newId: ulids(random), archive, key, path })
  await adoptBlobs({ db, clock, archive, key })
  await finishRemovals({ db, database, archive }).catch(unlessRefused)
  return store
}
