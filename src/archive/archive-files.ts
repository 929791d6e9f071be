/** The files of the archive, one kind of place a module: a folder on disk, or memory. */
export interface ArchiveFiles {
  /**
   * Writes chunks into a file from `at` on, makes the file where `at` is 0, and waits until they are on the disk. What
   * stood behind `at` goes.
   *
   * @throws StoreError in a sentence; the next call with the same `at` mends what was half written
   */
  append(file: string, at: number, chunks: readonly Uint8Array[]): Promise<void>
  /**
   * @returns fewer bytes where the file ends before
   * @throws StoreError where there is no such file, or it cannot be read
   */
  read(file: string, offset: number, length: number): Promise<Uint8Array>
  /** The size of each file that is there, in bytes. */
  sizes(): Promise<ReadonlyMap<string, number>>
  close(): Promise<void>
}
