import { DatabaseSync } from 'node:sqlite'
import { migrate } from './migrations.ts'

/** How long one process waits while another writes: an add takes milliseconds, a migration of a large record longer. */
const BUSY_MS = 30_000

/**
 * Opens the database of a record, making or updating its tables where needed.
 *
 * @param path of the file, or `:memory:`
 */
export function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: BUSY_MS, enableForeignKeyConstraints: true })
  try {
    // FULL: what was answered "added" is still there after the power has failed.
    // Recursive triggers: without them "insert or replace" removes a row of the record and no trigger sees it.
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma recursive_triggers = on')
    migrate(database, path)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
