import type { BodyPlace, Place } from './archive.ts'
import type { Id } from './id.ts'
import type { LedgerEntry } from './ledger.ts'
import type { CaptureRecord, PlacedStatement } from './records.ts'
import type { Rendering } from './rendering.ts'

/** A rendering as pages show it. */
export type RenderingRecord = Pick<Rendering, 'at' | 'browser'> & {
  readonly id: Id
  readonly picture: Place
  readonly pdf: Place
}

/** The bytes that a statement was read in, as they are kept. */
export type KeptBytes = {
  /** The capture that brought them first. */
  readonly capture: CaptureRecord
  /** Of the bytes, lower-case hex. */
  readonly sha256: string
  /** In bytes. */
  readonly size: number
  /** The record of the archive that holds them. */
  readonly place: Place
  /** `<urn:uuid:…>` */
  readonly recordId: string
  /** The bytes as a browser showed them last; null where none did. */
  readonly rendering: RenderingRecord | null
  /** What the ledger says of the capture; null where it says nothing any more. */
  readonly entry: LedgerEntry | null
}

/**
 * The same as far as anybody may know of it: what the bytes are, when they came and where they lie; not under which name,
 * from where, or how they looked.
 */
export type PublicKeptBytes = Omit<KeptBytes, 'capture' | 'rendering'> & {
  /** UTC. */
  readonly capturedAt: string
  /** Where they stand in their record; null where that is not as it was kept. */
  readonly body: BodyPlace | null
}

/** A statement with all that a stranger needs to check that it stands in bytes that were kept. */
export type StatementEvidence = PlacedStatement & {
  /** Null where the bytes are no longer there. */
  readonly kept: KeptBytes | null
}
