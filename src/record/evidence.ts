import type { Statement } from '../reading/statement.ts'
import type { CheckPlace, Place, RecordBytes } from './archive.ts'
import type { Id } from './id.ts'
import type { LedgerEntry } from './ledger.ts'
import type { StatementEvidence } from './statement-evidence.ts'
import type { KeptTimeStamp } from './time-stamps.ts'

/** A file of the archive as the database has it: up to which byte it belongs to the record. */
export type KeptFile = { readonly file: string; readonly length: number }

/** Something that is stored and of which the ledger says nothing. */
export type Unledgered = {
  readonly kind:
    | 'capture'
    | 'rendering'
    | 'text'
    | 'same-text'
    | 'reading'
    | 'time-stamp'
    | 'removal'
    | 'dossier-removal'
    | 'export'
    | 'decision'
    | 'feed-decision'
    | 'page-decision'
    | 'watch-decision'
    | 'readmission'
    | 'removed-address'
    | 'account-deed'
    | 'account'
    | 'consent'
    | 'agreed-text'
    | 'blob'
    | 'article'
    | 'statement'
    | 'actor'
    | 'name'
    | 'feed'
    | 'watched-page'
    | 'archive-record'
  /** The SHA-256 of a blob, the WARC-Record-ID of a record of the archive. */
  readonly id: Id
}

/** Something that lists show otherwise than the record has it. */
export type Misshown = {
  readonly kind: 'article' | 'statement' | 'accepted-statement' | 'actor' | 'review' | 'account'
  readonly id: Id
}

/** A table, an index or a trigger of the database that is otherwise than Onrecord makes it. */
export type SchemaFault = {
  /** As sentences name it: `trigger texts_no_update`. */
  readonly name: string
  readonly state: 'missing' | 'altered' | 'added'
}

/** A text with what one reading found in it. */
export type ReadText = {
  readonly readingId: Id
  readonly text: string
  /** A statement is null where what is stored of it is none any more. */
  readonly statements: readonly { readonly id: Id; readonly statement: Statement | null }[]
}

/** What an entry would say of what is stored now; null where that is not there. */
export type BodyNow = LedgerEntry['body'] | 'removed' | 'unknown-kind' | null

/** The record's side of every check: what is stored, for comparison with what the ledger says and the archive holds. */
export interface Evidence {
  /** The ledger's entries that follow the one at `after` (0 for the first), in order: some of them, none at the end. */
  ledger(after: number): Promise<readonly LedgerEntry[]>
  /** The id of the record's key, by which keyed digests are checked. */
  readonly keyId: string
  /** What an entry of the form that is known would say of what is stored now; null where that is not there. */
  bodyNow(entry: LedgerEntry): Promise<Exclude<BodyNow, 'removed'>>
  /** The same for many of them at once, in their order; `removed` where what one tells of, or some of it, was removed since. */
  bodiesNow(entries: readonly LedgerEntry[]): Promise<readonly BodyNow[]>
  /** Whatever is stored without an entry; the first hundred. */
  unledgered(): Promise<readonly Unledgered[]>
  /** Whatever lists show otherwise than the record has it; the first hundred. */
  misshown(): Promise<readonly Misshown[]>
  /** Whatever of the database's own rules, which keep the record from being altered, is otherwise than Onrecord makes it. */
  schemaFaults(): Promise<readonly SchemaFault[]>
  /** The last entry; null where there is none. */
  lastEntry(): Promise<LedgerEntry | null>
  /** The entry at a place; null where there is none. */
  entry(seq: number): Promise<LedgerEntry | null>
  /** The time stamps that follow the one at `after` (null for the first), in order: some of them, none at the end. */
  timeStamps(after: Id | null): Promise<readonly KeptTimeStamp[]>
  /** When the last time stamp was kept, UTC; null where there is none. */
  lastTimeStampAt(): Promise<string | null>
  /** The reading that follows the one of id `after` ("" for the first), with its text; null at the end. */
  readText(after: Id): Promise<ReadText | null>
  files(): Promise<readonly KeptFile[]>
  /** The records of a file from a byte on, in order: some of them, none at the end. */
  places(file: string, from: number): Promise<readonly CheckPlace[]>
  /** A statement in the words of the reading that last found it, and the bytes that it stands in; null where there is none. */
  ofStatement(id: Id): Promise<StatementEvidence | null>
  /**
   * A record of the archive.
   *
   * @throws StoreError where it is missing, or its bytes are not those that were kept
   */
  record(place: Place): Promise<RecordBytes>
}
