import type { Id } from './id.ts'

/** A file that a form hands in: what it is called there, and its bytes. */
export type HandedInFile = { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> }

/**
 * Keeps archives that were handed in by a form as files, until the jobs of that form are over: they are too large to
 * wait on the list of work itself.
 */
export interface HandedIn {
  /**
   * Keeps a file for the jobs of a group.
   *
   * @returns its absolute path, which ends as its name does
   * @throws StoreError where the disk refuses it; what `bytes` throws. Nothing is left of it then
   */
  keep(group: Id, file: HandedInFile): Promise<string>
  /**
   * Removes what no job needs any more, also what a crash left half kept.
   *
   * @param isOver whether all jobs of a group ended well, or are forgotten
   */
  sweep(isOver: (group: Id) => Promise<boolean>): Promise<void>
}
