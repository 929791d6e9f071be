import type { Fault } from '../article/fault.ts'
import { MAX_INPUT_BYTES } from '../article/limits.ts'
import { tooLarge } from '../article/too-large.ts'
import type { Input } from '../record/input.ts'
import type { Reader, ReadOutcome } from '../record/reader.ts'
import { ChildPool } from './child-pool.ts'

/** The slowest of 225 real pages takes half a second on a slow core; a page that takes this long was made to. */
const TIMEOUT_MS = 30_000
/** The largest input that is read, as a tree of nodes, fits in a third of it. */
const HEAP_MB = 1_024

const FAULTS = {
  'too-slow': {
    code: 'too-slow',
    sentence: `reading it was stopped after ${TIMEOUT_MS / 1000} seconds; save the text of the article alone and add that`,
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
  /** How many inputs are read at once. */
  readonly size: number
}

/** Opens a reader that reads every input in a child process. Close it, or its processes keep the memory. */
export function openReader({ entry, size }: ReaderOptions): Reader {
  const pool = new ChildPool<Input, ReadOutcome>({ entry, size, timeoutMs: TIMEOUT_MS, heapMb: HEAP_MB })
  return {
    async read(input) {
      if (input.bytes.length > MAX_INPUT_BYTES) return { ok: false, fault: tooLarge(input.bytes.length) }
      const outcome = await pool.run(input)
      return outcome.state === 'done' ? outcome.result : { ok: false, fault: FAULTS[outcome.state] }
    },
    close: () => pool.close(),
  }
}
