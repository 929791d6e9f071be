import type { Cue } from './cues.ts'
import type { Range } from './noun-phrase.ts'

/** A cue with its source: where in the sentence they stand. */
export type Clause = {
  readonly cue: Cue
  readonly cueRange: Range
  readonly source: Range | null
  /** Cue and source together. */
  readonly whole: Range
  /** Whether the source is only the subject that the sentence starts with. */
  readonly isFar: boolean
}
