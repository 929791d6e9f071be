import { createHash } from 'node:crypto'
import type { Fault } from '../article/fault.ts'
import type { InputOutcome } from '../gather/input-files.ts'
import { isSystemError, systemFault } from '../gather/system-fault.ts'
import type { ArchiveItem } from '../gather/warc/archive-inputs.ts'
import type { WebArchive } from '../gather/warc/archive-parts.ts'
import type { Input } from '../record/input.ts'
import type { Reader } from '../record/reader.ts'
import { type ReadInput, readingJson } from '../view/reading-json.ts'
import { readingJsonLd } from '../view/reading-jsonld.ts'
import { terminalReading } from '../view/terminal.ts'
import { itemsInOrder, WITHOUT_ARTICLE } from './items-in-order.ts'
import type { LineSinks } from './read-lines.ts'

/** How `read` prints; each makes one line (or, for a person, one block) of one input. */
export const FORMATS = {
  text: terminalReading,
  json: (read: ReadInput) => readingJson(read),
  jsonld: (read: ReadInput) => readingJsonLd(read),
} as const satisfies Record<string, (read: ReadInput, width: number) => string>

export type Format = keyof typeof FORMATS

export type ReadPathsOptions = LineSinks & {
  readonly reader: Reader
  /** How many inputs it reads at once. */
  readonly readers: number
  readonly format: Format
  /** Columns of the terminal. */
  readonly width: number
}

async function readInput(input: Input, reader: Reader): Promise<ReadInput | Fault> {
  const outcome = await reader.read(input)
  if (!outcome.ok) return outcome.fault
  const sha256 = createHash('sha256').update(input.bytes).digest('hex')
  const { article, reading } = outcome
  return {
    input: input.name,
    sha256,
    article,
    reader: reading.reader,
    names: reading.names,
    statements: reading.statements,
  }
}

/** Prints what was read, or why nothing could be. @returns how many inputs could not be read: 0 or 1 */
async function print(name: string, read: ReadInput | Fault, options: ReadPathsOptions): Promise<number> {
  if ('sentence' in read) options.fault(`${name}: ${read.sentence}`)
  else await options.out(FORMATS[options.format](read, options.width))
  return 'sentence' in read ? 1 : 0
}

const unreadable = (sentence: string): Fault => ({ code: 'unreadable', sentence })

/** Reads the pages of an archive, several at once, and prints the articles in the order in which they stand there. */
async function readArchive({ path, parts }: WebArchive, options: ReadPathsOptions): Promise<number> {
  const { reader, readers, fault } = options
  let failed = 0
  const work = async ({ name, from }: ArchiveItem) => {
    if (from.kind === 'fault') return { name, notes: [], read: unreadable(from.sentence) }
    const read = from.kind === 'page' ? await readInput(from.input, reader) : null
    if (from.kind !== 'page' || read === null || ('code' in read && WITHOUT_ARTICLE.has(read.code))) return null
    return { name, notes: from.notes, read }
  }
  try {
    for await (const item of itemsInOrder(parts, { from: null, readers, work })) {
      if (item === null) continue
      const { name, notes, read } = item
      for (const note of notes) fault(`${name}: ${note}`)
      failed += await print(name, read, options)
    }
  } catch (error) {
    if (!isSystemError(error)) throw error
    failed += await print(path, systemFault(error), options)
  }
  return failed
}

/**
 * Reads each input and prints what was found, in the order given; nothing is kept. Of an archive, each page with an
 * article is an input, and each record that cannot be read.
 *
 * @returns how many inputs could not be read; each of them got a sentence
 */
export async function readPaths(inputs: AsyncIterable<InputOutcome>, options: ReadPathsOptions): Promise<number> {
  let failed = 0
  for await (const outcome of inputs) {
    if (!outcome.ok) failed += await print(outcome.name, outcome.fault, options)
    else if ('archive' in outcome) failed += await readArchive(outcome.archive, options)
    else failed += await print(outcome.input.name, await readInput(outcome.input, options.reader), options)
  }
  return failed
}
