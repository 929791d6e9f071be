import type { Fault } from '../article/fault.ts'
import { MAX_INPUT_BYTES } from '../article/limits.ts'
import { tooLarge } from '../article/too-large.ts'
import type { Input } from '../record/input.ts'
import type { GivenText, Reader, ReadOutcome, TextOutcome } from '../record/reader.ts'
import { type ChildOutcome, ChildPool } from './child-pool.ts'

/** The slowest of 225 real pages takes half a second on a slow core, and starting a model as much: the rest is for a busy machine. */
const TIMEOUT_MS = 30_000
/** A page of text alone takes a tenth of it on an idle core. */
const TIMEOUT_MS_PER_KB = 300
/** The largest input that is read, as a tree of nodes, fits in a third of it. */
const HEAP_MB = 1_024
/** All of that heap, the model, and twice as much as the largest input and its text take beside them. */
const MEMORY_MB = 1_792

/** What to do with an input that no process lives to read. */
const DO = {
  article: 'save the text of the article alone and add that',
  text: 'leave it out, or give it in parts',
} as const

const WHY = {
  'too-slow': 'reading it took far longer than an article of its size does and was stopped',
  'too-big': 'reading it took far more memory than an article does and was stopped',
  crashed: 'reading it broke the reading process, most often for want of memory',
} as const

export type ReaderOptions = {
  /** The module that reads in a child process. */
  readonly entry: URL
  /** What it is started with: the name of the model. */
  readonly args: readonly string[]
  /** How many inputs are read at once. */
  readonly size: number
}

/** What a child is asked: an article in bytes, or a text as it stands. */
export type ReaderWork =
  | { readonly kind: 'article'; readonly input: Input }
  | { readonly kind: 'text'; readonly given: GivenText }

function bytesOf(work: ReaderWork): number {
  return work.kind === 'article' ? work.input.bytes.length : Buffer.byteLength(work.given.text)
}

function timeoutMs(work: ReaderWork): number {
  return TIMEOUT_MS + (TIMEOUT_MS_PER_KB * bytesOf(work)) / 1024
}

/** The child's answer, or what to tell a person where none came. */
function answered<Outcome>(
  outcome: ChildOutcome<unknown>,
  kind: ReaderWork['kind'],
): Outcome | { readonly ok: false; readonly fault: Fault } {
  if (outcome.state === 'done') return outcome.result as Outcome
  return { ok: false, fault: { code: outcome.state, sentence: `${WHY[outcome.state]}; ${DO[kind]}` } }
}

/** Opens a reader that reads every input in a child process. Close it, or its processes keep the memory. */
export function openReader({ entry, args, size }: ReaderOptions): Reader {
  const pool = new ChildPool<ReaderWork, unknown>({
    entry,
    args,
    size,
    timeoutMs,
    heapMb: HEAP_MB,
    memoryMb: MEMORY_MB,
  })
  return {
    async read(input) {
      if (input.bytes.length > MAX_INPUT_BYTES) return { ok: false, fault: tooLarge(input.bytes.length) }
      // How it was received is nothing to read, and can be as large as the input.
      const work = { kind: 'article', input: { ...input, received: null } } as const
      return answered<ReadOutcome>(await pool.run(work), work.kind)
    },
    async readText(given) {
      return answered<TextOutcome>(await pool.run({ kind: 'text', given }), 'text')
    },
    close: () => pool.close(),
  }
}
