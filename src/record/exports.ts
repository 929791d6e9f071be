import type { ArchiveEnd, Place } from './archive.ts'
import type { Id } from './id.ts'

/** What is to be exported, as the record stood when it was asked. */
export type ExportSelection = {
  /** In the order of the record. */
  readonly articles: readonly Id[]
  /** Whether these are all there are: then every record of the archive goes with them. */
  readonly isEverything: boolean
  /** Up to where the archive belonged to the record. */
  readonly end: ArchiveEnd
}

/** A record of the archive that goes into an export. */
export type ExportRecord = Place & {
  readonly type: string
  readonly id: string
  readonly url: string | null
  readonly date: string
  readonly payloadDigest: string | null
  /** Null for the first record of a file. */
  readonly captureId: Id | null
  /** Where it is the page that was asked for: the headline of the article in it, null where it has none. */
  readonly page: { readonly title: string | null } | null
}

/** An export that is finished, and about to get its name. */
export type MadeExport = {
  /** SHA-256 of the whole file, lower-case hex. */
  readonly sha256: string
  /** Of the file. */
  readonly bytes: number
  /** SHA-256 of the public key that signs it, lower-case hex. */
  readonly key: string
  readonly records: number
  readonly selection: ExportSelection
}

/** What leaves the record as a file. */
export interface Exports {
  /**
   * Finds articles by id, or by the address of one of their captures.
   *
   * @param names none for all articles
   * @returns `missing`: the names that are neither
   */
  select(
    names: readonly string[],
  ): Promise<{ readonly selection: ExportSelection; readonly missing: readonly string[] }>
  /**
   * The records of all captures of the articles, those that hold what a `revisit` among them refers to, and the first
   * record of each file that any of them lies in: those that follow `after`, in order, some of them; none at the end.
   */
  records(selection: ExportSelection, after: Pick<Place, 'file' | 'offset'> | null): Promise<readonly ExportRecord[]>
  /** Keeps that an export was made, with an entry in the ledger. */
  add(made: MadeExport): Promise<void>
}
