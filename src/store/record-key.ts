import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type RecordKey, recordKeyOf } from '../record/keyed-digest.ts'
import { StoreError } from '../record/store-error.ts'

/** The key's file in the data folder. */
export const KEY_FILE = 'record.key'

const FORM = /^[0-9a-f]{64}\n$/u

/** Written beside it and linked: of several processes that start at once one makes the key, whole, and all use it. */
function makeKey(path: string): void {
  const beside = `${path}.${process.pid}.${randomBytes(4).toString('hex')}.new`
  const file = openSync(beside, 'wx', 0o600)
  try {
    writeSync(file, `${randomBytes(32).toString('hex')}\n`)
    fsyncSync(file)
    linkSync(beside, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    closeSync(file)
    rmSync(beside)
  }
}

function readKey(path: string): string | null {
  try {
    return readFileSync(path, 'latin1')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

function keyIn(path: string): RecordKey {
  if (readKey(path) === null) makeKey(path)
  const words = readKey(path) ?? ''
  if (!FORM.test(words)) throw new StoreError('damaged', `${path}: this is not the key of a record; put back a backup`)
  return recordKeyOf(Buffer.from(words.trimEnd(), 'hex'))
}

/**
 * The record's key, made where there is none yet.
 *
 * @param folder null for a record in memory, whose key is forgotten with it
 * @throws StoreError where the file cannot be read or made, or holds no key
 */
export function openRecordKey(folder: string | null): RecordKey {
  if (folder === null) return recordKeyOf(randomBytes(32))
  const path = join(folder, KEY_FILE)
  try {
    return keyIn(path)
  } catch (error) {
    if (error instanceof StoreError) throw error
    const sentence = `${path}: the record's key cannot be read or made here; give this user the right to`
    throw new StoreError('not-writable', sentence, { cause: error })
  }
}
