/** Why an input gave no article. */
export type FaultCode =
  | 'empty'
  | 'binary'
  | 'too-large'
  | 'too-deep'
  | 'nul'
  | 'no-article'
  | 'not-found'
  /** Of an address: the site says that nothing will stand there any more. */
  | 'gone'
  | 'unreadable'
  | 'unsupported'
  | 'too-slow'
  /** Reading it took more memory than is given. */
  | 'too-big'
  | 'crashed'
  | 'not-stored'
  | 'no-model'
  /** Of an address: it may not be fetched, whatever answers there. */
  | 'bad-address'
  /** Of an address: nothing came of asking, or nothing whole. */
  | 'not-reached'
  /** Of an address: the site does not give it to us, or asks us not to take it. */
  | 'not-allowed'

/**
 * An expected failure. `sentence` says what is wrong and what to do now, without the input's name:
 * printed as `NAME: SENTENCE`. ("the file is empty; save the page again and add that")
 */
export type Fault = { readonly code: FaultCode; readonly sentence: string }

/** What is read holds more than any article: refused before it can cost minutes. */
export const TOO_MUCH: Fault = {
  code: 'too-large',
  sentence: 'it has far more elements or text than an article; save the article alone and add that',
}
