import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Beside the newsletter's file. */
const FILE = 'newsletter.lock'

/**
 * Makes this process the one that sends, for as long as it runs: two would each take what the other has under way for
 * what was left by a crash, and send it twice. The system lets go of the lock when the process ends, however it ends.
 *
 * @param folder the data folder; null where all is in memory, and nobody else can send
 * @returns what gives it up again; null where another process sends
 */
export function lockSending(folder: string | null): (() => void) | null {
  if (folder === null) return () => undefined
  const lock = new DatabaseSync(join(folder, FILE), { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch {
    lock.close()
    return null
  }
  return () => lock.close()
}
