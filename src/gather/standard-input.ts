import type { Readable } from 'node:stream'
import { MAX_INPUT_BYTES } from '../article/limits.ts'
import { tooLarge } from '../article/too-large.ts'
import type { InputOutcome } from './input-files.ts'
import { readBounded } from './read-bounded.ts'

const NAME = 'standard input'

/** What is piped in, as one input. */
export async function* standardInput(stream: Readable): AsyncGenerator<InputOutcome> {
  const bytes = await readBounded(stream, MAX_INPUT_BYTES)
  if (bytes === null) yield { ok: false, name: NAME, fault: tooLarge(null) }
  else yield { ok: true, input: { name: NAME, bytes, contentType: null, url: null } }
}
