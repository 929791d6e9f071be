import { mkdirSync } from 'node:fs'
import { type FileHandle, open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArchiveEnd } from '../record/archive.ts'
import { StoreError } from '../record/store-error.ts'
import type { ArchiveFiles, ReadBytes } from './archive-files.ts'
import { isArchiveFile } from './file-names.ts'
import { readKept, setAside, writeKept } from './kept-end.ts'

/** The system's errors for a place that cannot be written to. */
const UNWRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR'])

function full(path: string, cause?: unknown): StoreError {
  return new StoreError('full', `${path}: the disk is full; make room and try again`, { cause })
}

/** What a person can do about the system's errors. */
function named(path: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return full(path, error)
  if (code === 'ENOENT')
    return new StoreError('archive-short', `${path}: this file of the archive is missing; put it back`, {
      cause: error,
    })
  if (UNWRITABLE.has(code ?? ''))
    return new StoreError('not-writable', `${path}: it may not be written to; give this user the right to`, {
      cause: error,
    })
  return error
}

/** The same for reading: whatever the system says, this file cannot be read here and now. */
function namedInReading(path: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (error instanceof StoreError || code === 'ENOENT' || code === undefined) return named(path, error)
  if (code === 'EACCES' || code === 'EPERM')
    return new StoreError('not-writable', `${path}: it may not be read; give this user the right to`, { cause: error })
  return new StoreError('damaged', `${path}: the system cannot read it (${code}); put back a backup`, { cause: error })
}

/** The archive in a folder. A file is opened once for writing and stays open while it is the newest. */
export class FolderFiles implements ArchiveFiles {
  readonly #folder: string
  #newest: { readonly file: string; readonly handle: FileHandle } | null = null

  constructor(folder: string) {
    this.#folder = folder
  }

  async append(file: string, at: number, chunks: readonly Uint8Array[]): Promise<void> {
    const path = join(this.#folder, file)
    try {
      const handle = await this.#opened(file, at === 0)
      const { size } = await handle.stat()
      if (size < at)
        throw new StoreError(
          'archive-short',
          `${path}: it ends at byte ${size}, where ${at} were kept; put back a backup`,
        )
      if (size > at) await handle.truncate(at)
      const { bytesWritten } = await handle.writev([...chunks], at)
      // What a disk that has just become full does: it takes a part and says nothing.
      if (bytesWritten < chunks.reduce((sum, { length }) => sum + length, 0)) throw full(path)
      await handle.datasync()
      // Without it a new file's name could be gone after the power has failed, and its bytes with it.
      if (at === 0) await this.#syncFolder()
    } catch (error) {
      throw named(path, error)
    }
  }

  async reading<T>(file: string, work: (read: ReadBytes) => Promise<T>): Promise<T> {
    const path = join(this.#folder, file)
    try {
      const handle = await open(path)
      try {
        return await work(async (offset, length) => {
          const { buffer, bytesRead } = await handle.read({ buffer: Buffer.allocUnsafe(length), position: offset })
          return buffer.subarray(0, bytesRead)
        })
      } finally {
        await handle.close()
      }
    } catch (error) {
      throw namedInReading(path, error)
    }
  }

  async overwrite(file: string, at: number, bytes: Uint8Array): Promise<void> {
    const path = join(this.#folder, file)
    try {
      const handle = await open(path, 'r+')
      try {
        await handle.write(bytes, 0, bytes.length, at)
        await handle.datasync()
      } finally {
        await handle.close()
      }
    } catch (error) {
      throw named(path, error)
    }
  }

  async kept(): Promise<ArchiveEnd | null> {
    return readKept(this.#folder)
  }

  async keep(end: ArchiveEnd): Promise<void> {
    writeKept(this.#folder, end)
  }

  async setAside(end: ArchiveEnd): Promise<readonly string[]> {
    try {
      await this.close()
      return await setAside(this.#folder, end, (await this.sizes()).keys())
    } catch (error) {
      throw named(this.#folder, error)
    }
  }

  async sizes(): Promise<ReadonlyMap<string, number>> {
    try {
      const names = (await readdir(this.#folder)).filter(isArchiveFile).sort()
      const entries = await Promise.all(
        names.map(async (file) => ({ file, entry: await stat(join(this.#folder, file)) })),
      )
      return new Map(entries.filter(({ entry }) => entry.isFile()).map(({ file, entry }) => [file, entry.size]))
    } catch (error) {
      // Nothing was captured yet.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map()
      throw named(this.#folder, error)
    }
  }

  async close(): Promise<void> {
    await this.#newest?.handle.close()
    this.#newest = null
  }

  async #opened(file: string, isNew: boolean): Promise<FileHandle> {
    if (this.#newest?.file === file && !isNew) return this.#newest.handle
    await this.close()
    mkdirSync(this.#folder, { recursive: true })
    const handle = await open(join(this.#folder, file), isNew ? 'w' : 'r+')
    this.#newest = { file, handle }
    return handle
  }

  async #syncFolder(): Promise<void> {
    const folder = await open(this.#folder)
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  }
}
