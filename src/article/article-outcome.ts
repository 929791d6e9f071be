import type { Article } from './article.ts'
import type { Fault } from './fault.ts'

/** What came with the bytes. */
export type ArticleHints = {
  /** The Content-Type header as received, or null. */
  readonly contentType: string | null
  /** Where the bytes were fetched from, or null. */
  readonly url: string | null
}

/** An article, or why there is none. */
export type ArticleOutcome =
  | { readonly ok: true; readonly article: Article }
  | { readonly ok: false; readonly fault: Fault }
