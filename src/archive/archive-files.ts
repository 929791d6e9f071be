import type { ArchiveEnd } from '../record/archive.ts'

/** Reads bytes of a file: fewer than `length` where it ends before. */
export type ReadBytes = (offset: number, length: number) => Promise<Uint8Array>

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
   * Opens a file for the time in which `work` reads from it.
   *
   * @throws StoreError where there is no such file, or it cannot be read
   */
  reading<T>(file: string, work: (read: ReadBytes) => Promise<T>): Promise<T>
  /**
   * Writes over bytes that are there, and waits until they are on the disk.
   *
   * @throws StoreError where there is no such file, or it cannot be written
   */
  overwrite(file: string, at: number, bytes: Uint8Array): Promise<void>
  /** Up to where the archive was kept when that was last noted; null where it never was. */
  kept(): Promise<ArchiveEnd | null>
  /** Notes up to where it is kept. */
  keep(end: ArchiveEnd): Promise<void>
  /**
   * Moves all that lies behind `end` into a folder beside, and notes `end`.
   *
   * @returns the names of what was moved, in the archive's folder
   */
  setAside(end: ArchiveEnd): Promise<readonly string[]>
  /** The size of each file that is there, in bytes. */
  sizes(): Promise<ReadonlyMap<string, number>>
  close(): Promise<void>
}
