import { createHash } from 'node:crypto'
import type { InputOutcome } from '../gather/input-files.ts'
import type { Input } from '../record/input.ts'
import type { Reader } from '../record/reader.ts'
import { type ReadInput, readingJson } from '../view/reading-json.ts'
import { readingJsonLd } from '../view/reading-jsonld.ts'
import { terminalReading } from '../view/terminal.ts'
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
  readonly format: Format
  /** Columns of the terminal. */
  readonly width: number
}

/** Reads one input without adding it; null, after its sentence, where there is no article in it. */
async function readOne(input: Input, { reader, fault }: ReadPathsOptions): Promise<ReadInput | null> {
  const outcome = await reader.read(input)
  if (!outcome.ok) {
    fault(`${input.name}: ${outcome.fault.sentence}`)
    return null
  }
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

/**
 * Reads each input and prints what was found, in the order given; nothing is kept.
 *
 * @returns how many inputs could not be read; each of them got a sentence
 */
export async function readPaths(inputs: AsyncIterable<InputOutcome>, options: ReadPathsOptions): Promise<number> {
  let failed = 0
  for await (const outcome of inputs) {
    if (!outcome.ok) options.fault(`${outcome.name}: ${outcome.fault.sentence}`)
    const read = outcome.ok ? await readOne(outcome.input, options) : null
    if (read === null) failed += 1
    else await options.out(FORMATS[options.format](read, options.width))
  }
  return failed
}
