import { randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PageToken } from '../record/page-token.ts'

/** The file in the data folder. */
const FILE = 'bookmarklet-token'

const TOKEN = /^[\w-]{43}$/

/**
 * Keeps the bookmarklet's token in a file of the data folder that only its owner can read. Several processes may use
 * it; each asks the file anew.
 */
export function pageTokenFile(folder: string): PageToken {
  const path = join(folder, FILE)
  const renew = async () => {
    const token = randomBytes(32).toString('base64url')
    // Written beside it and moved: a crash leaves the old token or the new one.
    await writeFile(`${path}.new`, token, { mode: 0o600 })
    await rename(`${path}.new`, path)
    return token
  }
  const current = async () => {
    const kept = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return ''
      throw error
    })
    return TOKEN.test(kept) ? kept : renew()
  }
  return { current, renew }
}
