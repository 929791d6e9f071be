import { ExpectedError } from './expected-error.ts'

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
  | 'no-such-capture'
  | 'no-such-statement'
  | 'refused'
  | 'removed'
  | 'archive-short'
  | 'archive-ahead'
  | 'archive-altered'

/** Nothing was written. */
export class StoreError extends ExpectedError {
  readonly code: StoreErrorCode

  constructor(code: StoreErrorCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.code = code
  }
}
