import { createHash, randomUUID } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { type FileHandle, link, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Resource } from '../../wacz/data-package.ts'
import type { PartName } from '../../wacz/part-names.ts'
import { headLength, headOf, listOf, type ZipPart } from '../../wacz/zip-layout.ts'
import { fileFault } from './file-faults.ts'

/** Bytes are gathered to this many before they are written. */
const BUFFERED = 1024 * 1024

/** The system's answers where a disk cannot give a file a second name. */
const WITHOUT_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])

/**
 * An export on its way to the disk. It is written beside its place under another name and gets its own at the end, so that
 * nothing half-written ever has it, and no file that is there already is lost.
 */
export class WaczFile {
  readonly #path: string
  readonly #partial: string
  readonly #handle: FileHandle
  readonly #parts: ZipPart[] = []
  #at = 0
  #waiting: Uint8Array[] = []
  #waitingBytes = 0

  private constructor(path: string, partial: string, handle: FileHandle) {
    this.#path = path
    this.#partial = partial
    this.#handle = handle
    process.once('exit', this.#removePartial)
  }

  /** @throws ExpectedError where a file of that name is there already, or it cannot be written */
  static async create(path: string): Promise<WaczFile> {
    const partial = join(dirname(path), `.${basename(path).slice(0, 200)}.${randomUUID()}.part`)
    try {
      if (existsSync(path)) throw Object.assign(new Error('exists'), { code: 'EEXIST' })
      return new WaczFile(path, partial, await open(partial, 'wx+'))
    } catch (error) {
      throw fileFault(path, error)
    }
  }

  /** Writes a file into it. Files are added in the order of `PART_NAMES`. */
  async add(path: PartName, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Resource> {
    const start = this.#at
    this.#at += headLength(path)
    const hash = createHash('sha256')
    let [crc, bytes] = [0, 0]
    for await (const chunk of chunks) {
      hash.update(chunk)
      crc = crc32(chunk, crc)
      bytes += chunk.length
      await this.#write(chunk)
    }
    await this.#flush()
    const part = { name: path, size: bytes, crc }
    await this.#writeAt(headOf(part), start)
    this.#parts.push(part)
    return { path, sha256: hash.digest('hex'), bytes }
  }

  /**
   * Writes the list of files, and waits until all is on the disk.
   *
   * @returns the SHA-256 of the whole file, lower-case hex, as it is read back, and its size
   */
  async finish(): Promise<{ readonly sha256: string; readonly bytes: number }> {
    const list = listOf(this.#parts)
    await this.#writeAt(list, this.#at)
    this.#at += list.length
    await this.#handle.sync()
    const hash = createHash('sha256')
    for await (const chunk of this.#handle.createReadStream({ start: 0, autoClose: false, highWaterMark: BUFFERED }))
      hash.update(chunk as Buffer)
    await this.#handle.close()
    return { sha256: hash.digest('hex'), bytes: this.#at }
  }

  /** Gives the finished file its name. @throws ExpectedError where another took it meanwhile */
  async publish(): Promise<void> {
    try {
      await link(this.#partial, this.#path)
    } catch (error) {
      if (!WITHOUT_LINKS.has((error as NodeJS.ErrnoException).code ?? '')) throw fileFault(this.#path, error)
      // Such a disk cannot refuse to overwrite: what is left to another process is a moment.
      if (existsSync(this.#path)) throw fileFault(this.#path, Object.assign(new Error('exists'), { code: 'EEXIST' }))
      await rename(this.#partial, this.#path)
    }
    await this.discard()
  }

  /** Removes what is not published. */
  async discard(): Promise<void> {
    process.off('exit', this.#removePartial)
    await this.#handle.close()
    await rm(this.#partial, { force: true })
  }

  readonly #removePartial = () => rmSync(this.#partial, { force: true })

  async #write(chunk: Uint8Array): Promise<void> {
    this.#waiting.push(chunk)
    this.#waitingBytes += chunk.length
    if (this.#waitingBytes >= BUFFERED) await this.#flush()
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.concat(this.#waiting)
    this.#waiting = []
    this.#waitingBytes = 0
    await this.#writeAt(bytes, this.#at)
    this.#at += bytes.length
  }

  async #writeAt(bytes: Uint8Array, at: number): Promise<void> {
    try {
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await this.#handle.write(bytes, done, bytes.length - done, at + done)
        done += bytesWritten
      }
    } catch (error) {
      throw fileFault(this.#path, error)
    }
  }
}
