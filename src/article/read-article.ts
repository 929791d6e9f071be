import type { Article } from './article.ts'
import type { Fault } from './fault.ts'

/** What came with the bytes. */
export type ArticleHints = {
  /** The Content-Type header as received, or null. */
  readonly contentType: string | null
  /** Where the bytes were fetched from, or null. */
  readonly url: string | null
}

export type ArticleOutcome =
  | { readonly ok: true; readonly article: Article }
  | { readonly ok: false; readonly fault: Fault }

/**
 * Turns bytes as received into the article a person would read in them. HTML and plain text are told apart by
 * their content, whatever the hints say.
 *
 * @param bytes hostile until parsed; more than `MAX_INPUT_BYTES` is refused
 */
export function readArticle(_bytes: Uint8Array, _hints: ArticleHints): ArticleOutcome {
  return { ok: false, fault: { code: 'no-article', sentence: 'there is no article in it' } }
}
