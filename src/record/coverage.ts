import type { Article } from '../article/article.ts'
import type { Reading } from '../reading/statement.ts'
import type { Received } from './received.ts'

/** One input on its way into the record: its bytes, the article in them, and its first reading. */
export type Coverage = {
  readonly bytes: Uint8Array
  /** Lower-case hex. */
  readonly sha256: string
  readonly contentType: string | null
  /** Where the bytes were fetched from; null for a file or a paste, whose capture is the blob itself. */
  readonly url: string | null
  /** How they were received; null for a file or a paste. */
  readonly received: Received | null
  /** The name it came under. */
  readonly name: string
  readonly article: Article
  readonly reading: Reading
}
