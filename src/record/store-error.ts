/** Why the record could not be opened, read or written. */
export type StoreErrorCode =
  | 'not-writable'
  | 'not-a-record'
  | 'newer'
  | 'busy'
  | 'full'
  | 'damaged'
  | 'unclean'
  | 'wrong-digest'
  | 'no-such-text'

/** `message` is a sentence that says what happened, to what, and what to do. Nothing was written. */
export class StoreError extends Error {
  readonly code: StoreErrorCode

  constructor(code: StoreErrorCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'StoreError'
    this.code = code
  }
}
