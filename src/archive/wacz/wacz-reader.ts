import { type FileHandle, open } from 'node:fs/promises'
import { ExpectedError } from '../../record/expected-error.ts'
import { PART_NAMES, type PartName } from '../../wacz/part-names.ts'
import { headLength, headOffsets, listLength, sizeInHead, sizesInList } from '../../wacz/zip-layout.ts'

const CHUNK = 1024 * 1024

/** A file in an export: where its head stands, and where its own bytes do. */
export type PartPlace = {
  readonly name: PartName
  readonly head: number
  readonly start: number
  readonly size: number
}

const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file; check the path',
  ENOTDIR: 'there is no such file; check the path',
  EACCES: 'it may not be read; give this user the right to',
  EISDIR: 'that is a folder; name a file',
}

/** An export that is read. */
export class WaczReader {
  readonly size: number
  readonly #handle: FileHandle

  private constructor(handle: FileHandle, size: number) {
    this.#handle = handle
    this.size = size
  }

  /** @throws ExpectedError where there is no such file, or it may not be read */
  static async open(path: string): Promise<WaczReader> {
    try {
      const handle = await open(path)
      const stat = await handle.stat()
      if (stat.isFile()) return new WaczReader(handle, stat.size)
      await handle.close()
      throw Object.assign(new Error('no file'), { code: 'EISDIR' })
    } catch (error) {
      const sentence = SENTENCES[(error as NodeJS.ErrnoException).code ?? '']
      if (sentence === undefined) throw error
      throw new ExpectedError(`${path}: ${sentence}`, { cause: error })
    }
  }

  /** @returns fewer bytes where the file ends before */
  async read(at: number, length: number): Promise<Buffer> {
    const bytes = Buffer.alloc(Math.max(0, Math.min(length, this.size - at)))
    for (let done = 0; done < bytes.length; ) {
      const { bytesRead } = await this.#handle.read(bytes, done, bytes.length - done, at + done)
      // It was cut while it is read.
      if (bytesRead === 0) return bytes.subarray(0, done)
      done += bytesRead
    }
    return bytes
  }

  async *chunks(at: number, length: number): AsyncGenerator<Buffer> {
    for (let done = 0; done < length; done += CHUNK) yield await this.read(at + done, Math.min(CHUNK, length - done))
  }

  close(): Promise<void> {
    return this.#handle.close()
  }

  /**
   * Where its files lie. Their sizes stand twice in it, and what was altered in one place is seen by the other.
   *
   * @returns null where neither gives sizes that add up to the file's own
   */
  async places(): Promise<readonly PartPlace[] | null> {
    for (const sizes of [await this.sizesInHeads(), await this.#sizesInList()]) {
      const parts = PART_NAMES.map((name, at) => ({ name, size: sizes[at] ?? Number.NaN }))
      const offsets = headOffsets(parts)
      if ((offsets.at(-1) ?? 0) + listLength(PART_NAMES) !== this.size) continue
      return parts.map(({ name, size }, at) => {
        const head = offsets[at] ?? 0
        return { name, head, start: head + headLength(name), size }
      })
    }
    return null
  }

  /** The sizes that the files' heads give, up to where the file ends. */
  async sizesInHeads(): Promise<readonly number[]> {
    const sizes: number[] = []
    let at = 0
    for (const name of PART_NAMES) {
      const length = headLength(name)
      if (at + length > this.size) break
      const size = sizeInHead(await this.read(at, length), name)
      sizes.push(size)
      at += length + size
    }
    return sizes
  }

  async #sizesInList(): Promise<readonly number[]> {
    const length = listLength(PART_NAMES)
    return sizesInList(await this.read(Math.max(0, this.size - length), length), PART_NAMES)
  }
}
