import type { NameMention } from '../reading/statement.ts'
import type { Id } from './id.ts'
import type { StatementRecord } from './records.ts'

/** One text that an article had, as lists show it. */
export type TextVersion = {
  readonly textId: Id
  readonly headline: string | null
  /** UTC, when the bytes were received that it was read from first; when they were recorded, where that is not known. */
  readonly capturedAt: string
  readonly recordedAt: string
  /** Of the bytes that it was read from first. */
  readonly sha256: string
  /** Whether it is the text that stands. */
  readonly stands: boolean
}

/** A text version whole, with what was read in it last. */
export type ReadVersion = TextVersion & {
  readonly text: string
  readonly language: string | null
  readonly names: readonly NameMention[]
  /** Where the bytes came from; null for a file or a paste. */
  readonly url: string | null
  /** In the order of the text; their spans are of this text. */
  readonly statementRecords: readonly StatementRecord[]
}
