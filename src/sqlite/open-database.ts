import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../record/store-error.ts'
import { type DatabaseForm, migrate } from './migrate.ts'
import { namingNow } from './sqlite-errors.ts'

/** How long one process waits while another writes: an add takes milliseconds, a migration of a large record longer. */
const BUSY_MS = 30_000

/**
 * Makes a folder and those above it, where they are not there yet. Node's own recursion would never end where a file
 * system refuses, as /proc does.
 *
 * @throws what `mkdir` throws, also where a file stands in the way
 */
function makeFolder(folder: string): void {
  if (existsSync(folder)) {
    // Does nothing to a folder, and says so where it is a file.
    mkdirSync(folder, { recursive: true })
    return
  }
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another process that starts at this moment may have made it.
    if (!existsSync(folder)) throw error
  }
}

function pathIn(folder: string | null, file: string): string {
  if (folder === null) return ':memory:'
  try {
    makeFolder(folder)
  } catch (error) {
    const sentence = `${folder}: this folder cannot be made; give this user the right to, or name another data folder`
    throw new StoreError('not-writable', sentence, { cause: error })
  }
  return join(folder, file)
}

function open(path: string, form: DatabaseForm): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: BUSY_MS, enableForeignKeyConstraints: true })
  try {
    // FULL: what was answered "added" is still there after the power has failed.
    // Recursive triggers: without them "insert or replace" removes a row of the record and no trigger sees it.
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma recursive_triggers = on')
    migrate(database, path, form)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** A database that is open, and its path as sentences name it. */
export type OpenDatabase = { readonly database: DatabaseSync; readonly path: string }

/**
 * Opens one of our databases, making or updating its tables where needed. Several processes may have it open.
 *
 * @param place.folder the data folder, made if it is not there; null keeps the database in memory
 * @param place.file its name in the folder
 * @throws StoreError with a sentence where the folder or the file cannot be used
 */
export function openDatabase(
  place: { readonly folder: string | null; readonly file: string },
  form: DatabaseForm,
): OpenDatabase {
  const path = pathIn(place.folder, place.file)
  return { path, database: namingNow(path, () => open(path, form)) }
}
