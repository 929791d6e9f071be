/** A stretch of a text as the Web Annotation model selects it: by its words, and by its place. */
export type Selector = {
  /** The words; not empty. */
  readonly exact: string
  /** What stands right before and behind them; shorter at the text's beginning and end. */
  readonly prefix: string
  readonly suffix: string
  /** Half-open, in code points of the text. */
  readonly start: number
  readonly end: number
}

/** Where the text names the speaker, seen from the sentences of the statement. */
export type NamedAt = 'within' | 'before' | 'after' | 'nowhere'

/**
 * How a statement is known again in another version of its text: by the whole sentences it stands in, since a word
 * more beside it may make it another statement ("it is not true that …").
 */
export type Anchor = {
  /** The sentences, from the first that it touches to the last. */
  readonly sentences: Selector
  /** Whether the text has these sentences only once. */
  readonly isOnly: boolean
  readonly namedAt: NamedAt
}
