import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { MAX_INPUT_BYTES } from '../article/limits.ts'
import { tooLarge } from '../article/too-large.ts'
import type { Input } from '../record/input.ts'
import { readBounded } from './read-bounded.ts'
import { isSystemError, systemFault } from './system-fault.ts'

/**
 * Makes the function that reads files beside one.
 *
 * @param path of the file beside which others lie
 * @returns null where there is no such file, else the file or why it cannot be read
 */
export function filesBeside(path: string) {
  return async (file: string): Promise<Input | { readonly fault: string } | null> => {
    const name = join(dirname(path), file)
    try {
      const entry = await stat(name)
      if (!entry.isFile()) return { fault: 'it is no file' }
      const bytes = entry.size > MAX_INPUT_BYTES ? null : await readBounded(createReadStream(name), MAX_INPUT_BYTES)
      if (bytes === null) return { fault: tooLarge(entry.size).sentence }
      return { name, bytes, contentType: null, url: null, received: null }
    } catch (error) {
      if (!isSystemError(error)) throw error
      const { code } = error as NodeJS.ErrnoException
      return code === 'ENOENT' || code === 'ENOTDIR' ? null : { fault: systemFault(error).sentence }
    }
  }
}
