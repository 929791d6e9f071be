import type { Article } from '../article/article.ts'
import type { Reading } from '../reading/statement.ts'
import type { Received } from './received.ts'

/** Where bytes came from, this time. */
export type Capture = {
  /** Of the bytes: lower-case hex. */
  readonly sha256: string
  readonly contentType: string | null
  /** Where the bytes were fetched from; null for a file or a paste, whose capture is the blob itself. */
  readonly url: string | null
  /** How they were received; null for a file or a paste. */
  readonly received: Received | null
  /** The name it came under. */
  readonly name: string
}

/** One input on its way into the record: its bytes, where they came from, the article in them, and its first reading. */
export type Coverage = Capture & {
  readonly bytes: Uint8Array
  readonly article: Article
  readonly reading: Reading
}
