import { StoreError } from '../record/store-error.ts'
import type { ArchiveFiles, ReadBytes } from './archive-files.ts'

/** The archive of a record that is in memory, and forgotten with it. */
export class MemoryFiles implements ArchiveFiles {
  readonly #files = new Map<string, Buffer>()

  async append(file: string, at: number, chunks: readonly Uint8Array[]): Promise<void> {
    this.#files.set(file, Buffer.concat([this.#file(file, at === 0).subarray(0, at), ...chunks]))
  }

  async reading<T>(file: string, work: (read: ReadBytes) => Promise<T>): Promise<T> {
    const bytes = this.#file(file, false)
    return work(async (offset, length) => bytes.subarray(offset, offset + length))
  }

  async overwrite(file: string, at: number, bytes: Uint8Array): Promise<void> {
    this.#file(file, false).set(bytes, at)
  }

  /** What is in memory goes with the database that is. */
  async kept(): Promise<null> {
    return null
  }

  async keep(): Promise<void> {
    // Nobody can put it back to an earlier day.
  }

  async setAside(): Promise<readonly string[]> {
    return []
  }

  async sizes(): Promise<ReadonlyMap<string, number>> {
    return new Map([...this.#files].map(([file, { length }]) => [file, length]))
  }

  async close(): Promise<void> {
    this.#files.clear()
  }

  #file(file: string, mayBeNew: boolean): Buffer {
    const bytes = this.#files.get(file) ?? (mayBeNew ? Buffer.alloc(0) : undefined)
    if (bytes === undefined) throw new StoreError('archive-short', `${file}: there is no such file in the archive`)
    return bytes
  }
}
