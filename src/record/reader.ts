import type { Article } from '../article/article.ts'
import type { Fault } from '../article/fault.ts'
import type { Reading } from '../reading/statement.ts'
import type { Input } from './input.ts'

/** Bytes read whole: the article in them and what the reader found in its text. */
export type ReadOutcome =
  | { readonly ok: true; readonly article: Article; readonly reading: Reading }
  | { readonly ok: false; readonly fault: Fault }

/** Reads hostile bytes out of harm's way: in a process of its own, bounded in time and memory. */
export interface Reader {
  read(input: Input): Promise<ReadOutcome>
  close(): Promise<void>
}
