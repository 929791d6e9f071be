/**
 * The secret in a person's bookmarklet: who sends a page with it is let in to add that page, and to nothing else.
 * `gather/` implements it.
 */
export interface PageToken {
  /** The token that holds now, made when there is none yet: 43 characters of base 64 for addresses. */
  current(): Promise<string>
  /** A new token; the one before holds no more. */
  renew(): Promise<string>
}
