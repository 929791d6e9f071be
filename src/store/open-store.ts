import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Kysely } from 'kysely'
import type { Clock } from '../record/clock.ts'
import type { Store } from '../record/store.ts'
import { StoreError } from '../record/store-error.ts'
import { ulids } from '../record/ulid.ts'
import { openDatabase } from './open-database.ts'
import { NodeSqliteDialect } from './sqlite-dialect.ts'
import { naming } from './sqlite-errors.ts'
import { SqliteStore } from './sqlite-store.ts'
import type { Tables } from './tables.ts'

/** The record's file in the data folder. */
const FILE = 'onrecord.sqlite'

export type OpenStoreOptions = {
  /** The data folder, made if it is not there; null keeps the record in memory and forgets it on close. */
  readonly folder: string | null
  readonly clock: Clock
  /** Ten random bytes at each call. */
  readonly random?: () => Uint8Array
}

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

function pathIn(folder: string | null): string {
  if (folder === null) return ':memory:'
  try {
    makeFolder(folder)
  } catch (error) {
    const sentence = `${folder}: this folder cannot be made; give this user the right to, or name another data folder`
    throw new StoreError('not-writable', sentence, { cause: error })
  }
  return join(folder, FILE)
}

/**
 * Opens the record, making or updating its tables where needed. Several processes may have it open; each opens it once.
 *
 * @throws StoreError with a sentence where the folder or the file cannot be used
 */
export async function openStore({ folder, clock, random = () => randomBytes(10) }: OpenStoreOptions): Promise<Store> {
  const path = pathIn(folder)
  const database = await naming(path, () => openDatabase(path))
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) })
  return new SqliteStore({ database, db, clock, newId: ulids(random), path })
}
