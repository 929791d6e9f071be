import type { Capture } from './coverage.ts'
import type { Rendering } from './rendering.ts'

/** Where one record of the archive lies. */
export type Place = {
  /** The name of a file in the archive's folder. */
  readonly file: string
  /** Of the record's gzip member, in bytes from the file's start. */
  readonly offset: number
  /** Of the member, in bytes. */
  readonly length: number
  /** SHA-256 of the member as it lies there, lower-case hex: whichever byte is altered, it shows. */
  readonly sha256: string
}

/** A record of the archive as others refer to it. */
export type KeptRecord = { readonly id: string; readonly url: string; readonly date: string }

/** One record ready to be appended. */
export type PackedRecord = {
  /** `warcinfo`, `request`, `response`, `revisit`, `resource`, `metadata`. */
  readonly type: string
  /** `<urn:uuid:…>` */
  readonly id: string
  readonly url: string | null
  readonly date: string
  /** `sha256:…`; null where the record has no payload of its own. */
  readonly payloadDigest: string | null
  /** Whether the capture's blob can be read from it. */
  readonly holdsBlob: boolean
  /** The gzip member. */
  readonly member: Uint8Array
}

/** What is said of a record that was removed: its id, when, and why. */
export type RemovedRecord = { readonly id: string; readonly date: string; readonly reason: string }

/** How far the newest file of the archive belongs to the record. What lies behind that was never taken in. */
export type ArchiveEnd = { readonly file: string; readonly length: number }

/** A record that is to be checked. */
export type CheckPlace = Place & {
  /** SHA-256 of the blob that can be read from it; null where it holds none. */
  readonly blob: string | null
}

/** How a record is found: as it was kept, not so, or not at all. */
export type PlaceState = 'whole' | 'altered' | 'missing'

/** Where in a record the bytes stand that were received, and what is still on them, as they came over the wire. */
export type BodyPlace = {
  /** From the start of the unpacked record, in bytes. */
  readonly start: number
  /** In bytes, with the transfer's chunks. */
  readonly length: number
  /** Whether they are in chunks. */
  readonly isChunked: boolean
  /** The codings they are packed with, in the order in which they are taken off: `gzip`, `br`, … */
  readonly codings: readonly string[]
}

/** A record taken out of the archive as it was kept. */
export type RecordBytes = { readonly member: Uint8Array; readonly body: BodyPlace }

/** A rendering's records, and the ids of those that hold the picture and the PDF. */
export type PackedRendering = {
  readonly records: readonly PackedRecord[]
  readonly pictureRecord: string
  readonly pdfRecord: string
}

/** A record with its place. */
export type PlacedRecord = Omit<PackedRecord, 'member'> & { readonly place: Place }

/**
 * The bytes of all captures, as records of WARC 1.1. It is only appended to, by one writer at a time: inside the
 * transaction that tells of the records, so that both are there or neither. What is removed is overwritten in its place.
 */
export interface Archive {
  /**
   * Makes the records of a capture.
   *
   * @param bytes the blob; null where a record that is kept holds it and this capture brought no other bytes
   * @param kept finds a response with this payload, so that it need not be kept twice
   */
  pack(
    capture: Capture,
    options: {
      readonly bytes: Uint8Array | null
      readonly now: string
      readonly kept: (payloadDigest: string) => Promise<KeptRecord | null>
    },
  ): Promise<readonly PackedRecord[]>
  /** Makes the records of a page as a browser showed it. */
  packRendering(rendering: Rendering): Promise<PackedRendering>
  /**
   * Appends records behind `end`, or in a new file where there is none yet or it is full: that file's first record is
   * placed with them. What a broken-off append left behind `end` goes.
   *
   * @throws StoreError `archive-short` where the file does not reach to `end`, `archive-ahead` where more was kept than that
   */
  append(
    records: readonly PackedRecord[],
    options: { readonly end: ArchiveEnd | null; readonly now: string },
  ): Promise<readonly PlacedRecord[]>
  /**
   * The blob in a record.
   *
   * @throws StoreError where the file is missing, or its bytes are not those that were kept
   */
  blob(place: Place): Promise<Uint8Array>
  /**
   * A record whole, and where the blob is in it.
   *
   * @throws StoreError as `blob` does
   */
  record(place: Place): Promise<RecordBytes>
  /**
   * A record's gzip member, as it was kept.
   *
   * @throws StoreError where the file is missing, or its bytes are not those that were kept
   */
  member(place: Place): Promise<Uint8Array>
  /** Whether records of one file lie there as they were kept and give their blobs: for each, in the same order. */
  check(file: string, places: readonly CheckPlace[]): Promise<readonly PlaceState[]>
  /** The bytes that stand in the place of a record of so many bytes once it is removed. */
  removed(record: RemovedRecord, length: number): Uint8Array
  /**
   * Overwrites a record's bytes with those, and waits until they are on the disk. Done again, it changes nothing.
   *
   * @throws StoreError where the file is missing or cannot be written
   */
  remove(place: Place, record: RemovedRecord): Promise<void>
  /** Up to where it was kept when that was last noted; null where it never was. */
  kept(): Promise<ArchiveEnd | null>
  /** Notes up to where it is kept, once the transaction that tells of it is done. */
  keep(end: ArchiveEnd): Promise<void>
  /**
   * Moves all that lies behind `end` out of the archive's files, where a database that was put back knows no more.
   *
   * @returns the names of what was moved, in the archive's folder
   */
  setAside(end: ArchiveEnd): Promise<readonly string[]>
  /** The size of each of its files that is there, in bytes. */
  sizes(): Promise<ReadonlyMap<string, number>>
  close(): Promise<void>
}
