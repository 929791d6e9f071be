import type { Fault } from '../article/fault.ts'
import { MAX_INPUT_BYTES } from '../article/limits.ts'
import { tooLarge } from '../article/too-large.ts'
import type { Input } from '../record/input.ts'
import type { Reader, ReadOutcome } from '../record/reader.ts'
import { ChildPool } from './child-pool.ts'

/** The slowest of 225 real pages takes half a second on a slow core, and starting a model as much: the rest is for a busy machine. */
const TIMEOUT_MS = 30_000
/** A page of text alone takes a tenth of it on an idle core. */
const TIMEOUT_MS_PER_KB = 300
/** The largest input that is read, as a tree of nodes, fits in a third of it. */
const HEAP_MB = 1_024

const FAULTS = {
  'too-slow': {
    code: 'too-slow',
    sentence:
      'reading it took far longer than an article of its size does and was stopped; save the text of the article alone and add that',
  },
  crashed: {
    code: 'crashed',
    sentence:
      'reading it broke the reading process, most often for want of memory; save the text of the article alone and add that',
  },
} as const satisfies Record<string, Fault>

export type ReaderOptions = {
  /** The module that reads in a child process. */
  readonly entry: URL
  /** What it is started with: the name of the model. */
  readonly args: readonly string[]
  /** How many inputs are read at once. */
  readonly size: number
}

function timeoutMs({ bytes }: Input): number {
  return TIMEOUT_MS + (TIMEOUT_MS_PER_KB * bytes.length) / 1024
}

/** Opens a reader that reads every input in a child process. Close it, or its processes keep the memory. */
export function openReader({ entry, args, size }: ReaderOptions): Reader {
  const pool = new ChildPool<Input, ReadOutcome>({ entry, args, size, timeoutMs, heapMb: HEAP_MB })
  return {
    async read(input) {
      if (input.bytes.length > MAX_INPUT_BYTES) return { ok: false, fault: tooLarge(input.bytes.length) }
      // How it was received is nothing to read, and can be as large as the input.
      const outcome = await pool.run({ ...input, received: null })
      return outcome.state === 'done' ? outcome.result : { ok: false, fault: FAULTS[outcome.state] }
    },
    close: () => pool.close(),
  }
}
