import type { Fault } from './fault.ts'
import { MAX_INPUT_BYTES } from './limits.ts'

const MB = 1024 * 1024

/** The fault of an input that is larger than is read. `bytes` is its size, null where it was not counted to the end. */
export function tooLarge(bytes: number | null): Fault {
  const size = bytes === null ? 'it is' : `it is ${Math.ceil(bytes / MB)} MB,`
  return {
    code: 'too-large',
    sentence: `${size} larger than the ${MAX_INPUT_BYTES / MB} MB that are read; save the page without its pictures, or its text alone, and add that`,
  }
}
