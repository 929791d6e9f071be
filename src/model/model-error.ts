import { ExpectedError } from '../record/expected-error.ts'

/** A model that cannot be used; `message` is one sentence that says which and what to do. */
export class ModelError extends ExpectedError {}
