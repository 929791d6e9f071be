import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { ARCHIVE_ENDINGS } from '../record/archive-name.ts'
import type { Clock } from '../record/clock.ts'
import type { HandedIn, HandedInFile } from '../record/handed-in.ts'
import type { Id } from '../record/id.ts'
import { StoreError } from '../record/store-error.ts'
import { isSystemError } from './system-fault.ts'

/** The folder in the data folder. */
const FOLDER = 'handed-in'

/** A file that was written so lately may have no job yet: its form is still coming. */
const MAY_BE_COMING_MS = 10 * 60 * 1000

/** A file's name begins with its group, and ends as the file was called: how it is read hangs on that. */
function fileName(group: Id, name: string): string {
  const ending = ARCHIVE_ENDINGS.find((known) => name.toLowerCase().endsWith(known)) ?? ''
  return `${group}_${randomUUID()}${ending}`
}

function refusal(name: string, folder: string, cause: NodeJS.ErrnoException): StoreError {
  const { code = 'no code' } = cause
  return code === 'ENOSPC'
    ? new StoreError('full', `the disk is full: "${name}" was not taken; make room, then add it again`, { cause })
    : new StoreError(
        'not-writable',
        `"${name}" could not be kept in ${folder} (the system's error ${code}); mend that, then add it again`,
        { cause },
      )
}

async function write(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const piece of bytes) await file.writeFile(piece)
    // Its job is written down as soon as this returns: a crash must not leave that without the bytes.
    await file.sync()
    await file.close()
  } catch (error) {
    await file.close().catch(() => undefined)
    await rm(path, { force: true })
    throw error
  }
}

/** Keeps files that were handed in within the data folder, one a file, readable by its owner alone. */
export function handedInFiles(dataFolder: string, clock: Clock): HandedIn {
  const folder = resolve(dataFolder, FOLDER)
  const keep = async (group: Id, { name, bytes }: HandedInFile) => {
    const path = join(folder, fileName(group, name))
    try {
      await mkdir(folder, { recursive: true })
      await write(path, bytes)
      return path
    } catch (error) {
      if (!isSystemError(error)) throw error
      throw refusal(name, folder, error as NodeJS.ErrnoException)
    }
  }
  const sweep = async (isOver: (group: Id) => Promise<boolean>) => {
    const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    })
    for (const name of names) {
      const path = join(folder, name)
      const { mtimeMs } = await stat(path)
      if (Date.parse(clock.now()) - mtimeMs < MAY_BE_COMING_MS) continue
      if (await isOver(name.split('_')[0] ?? '')) await rm(path, { force: true })
    }
  }
  return { keep, sweep }
}
