import type { Fault } from '../article/fault.ts'
import type { Id } from './id.ts'
import type { Received } from './received.ts'

/** Bytes that a person or a program hands in. */
export type Input = {
  /** How sentences call it: a path, a file's name, "pasted text". */
  readonly name: string
  readonly bytes: Uint8Array
  readonly contentType: string | null
  readonly url: string | null
  /** How it was received; null for a file or a paste. */
  readonly received: Received | null
}

/** What became of one input that was to be added. `statements` counts those of the current reading. */
export type AddOutcome =
  | {
      /** Known: its bytes or its text were there already. Changed: there is a new text version of its article. */
      readonly state: 'added' | 'known' | 'changed'
      readonly input: string
      readonly articleId: Id
      readonly headline: string | null
      readonly statements: number
    }
  | { readonly state: 'failed'; readonly input: string; readonly fault: Fault }

/** Adds one input to the record: whole, or not at all. */
export type AddInput = (input: Input) => Promise<AddOutcome>
