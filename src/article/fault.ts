/** Why an input gave no article. */
export type FaultCode =
  | 'empty'
  | 'binary'
  | 'too-large'
  | 'too-deep'
  | 'nul'
  | 'no-article'
  | 'not-found'
  | 'unreadable'
  | 'unsupported'
  | 'too-slow'
  | 'crashed'
  | 'not-stored'
  | 'no-model'

/**
 * An expected failure. `sentence` says what is wrong and what to do now, without the input's name:
 * printed as `NAME: SENTENCE`. ("the file is empty; save the page again and add that")
 */
export type Fault = { readonly code: FaultCode; readonly sentence: string }

/** An input that is an address. */
export const NO_FETCHING: Fault = {
  code: 'unsupported',
  sentence: 'addresses cannot be fetched yet; open the page in a browser, save it, and add the saved file',
}

/** What is read holds more than any article: refused before it can cost minutes. */
export const TOO_MUCH: Fault = {
  code: 'too-large',
  sentence: 'it has far more elements or text than an article; save the article alone and add that',
}
