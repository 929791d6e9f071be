import { StoreError, type StoreErrorCode } from '../record/store-error.ts'

/** SQLite's primary result codes that a person can do something about. */
const SENTENCES: ReadonlyMap<number, readonly [code: StoreErrorCode, sentence: string]> = new Map([
  [5, ['busy', 'another process has been writing to it for too long; try again']],
  [8, ['not-writable', 'it cannot be written to; give this user the right to, or name another data folder']],
  [11, ['damaged', 'the file is damaged; put back a backup']],
  [13, ['full', 'the disk is full; make room and try again']],
  [14, ['not-writable', 'it cannot be opened; give this user the right to write there, or name another data folder']],
  [26, ['not-a-record', 'it is not a database; move it away, or name another data folder']],
])

/** Extended result codes keep the primary one in their lowest byte. */
const PRIMARY = 0xff

/** What SQLite refuses, in a sentence; any other error as it is. */
function named(path: string, error: unknown): unknown {
  const errcode = error instanceof Error && 'errcode' in error ? Number(error.errcode) : Number.NaN
  const known = SENTENCES.get(errcode & PRIMARY)
  return known === undefined ? error : new StoreError(known[0], `${path}: ${known[1]}`, { cause: error })
}

/**
 * Runs `work`, and says in a sentence what SQLite refuses.
 *
 * @param path of the database, as the sentence names it
 */
export function namingNow<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw named(path, error)
  }
}

/** The same for work that takes its time. */
export async function naming<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw named(path, error)
  }
}
