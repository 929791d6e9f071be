/**
 * A failure that the person can do something about: the port is taken, the folder may not be written. `message` is
 * one sentence that says what happened, to what, and what to do; it is printed without a stack.
 */
export class ExpectedError extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = new.target.name
  }
}
