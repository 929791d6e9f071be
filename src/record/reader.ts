import type { Article } from '../article/article.ts'
import type { Fault } from '../article/fault.ts'
import type { Reading } from '../reading/statement.ts'
import type { Input } from './input.ts'

/** Bytes read whole: the article in them and what the reader found in its text. */
export type ReadOutcome =
  | { readonly ok: true; readonly article: Article; readonly reading: Reading }
  | { readonly ok: false; readonly fault: Fault }

/** A text that is taken verbatim; `published` is EDTF, null where not known. */
export type GivenText = { readonly text: string; readonly published: string | null }

/** What the reader found in a text. */
export type TextOutcome =
  | { readonly ok: true; readonly reading: Reading }
  | { readonly ok: false; readonly fault: Fault }

/** Reads hostile bytes and texts out of harm's way: in a process of its own, bounded in time and memory. */
export interface Reader {
  read(input: Input): Promise<ReadOutcome>
  readText(given: GivenText): Promise<TextOutcome>
  close(): Promise<void>
}
