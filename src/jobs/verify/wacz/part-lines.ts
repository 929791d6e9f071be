import type { z } from 'zod'
import type { PartPlace, WaczReader } from '../../../archive/wacz/wacz-reader.ts'

/** An article whole, with all that was read in it, is a tenth of it. */
const MOST_LINE_BYTES = 256 * 1024 * 1024

/** A line of a file: its number from 1, and what it says; null where that is not in the form asked for. */
export type PartLine<T> = { readonly number: number; readonly words: string; readonly value: T | null }

function parsedLine<T>(words: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.safeParse(JSON.parse(words)).data ?? null
  } catch {
    // No JSON is as little what was asked for as another form.
    return null
  }
}

/** The lines of bytes. A line longer than any of ours is given up to there, and ends the file. */
async function* linesIn(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let held: Buffer[] = []
  let heldBytes = 0
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      yield Buffer.concat([...held, chunk.subarray(from, end)]).toString('utf8')
      held = []
      heldBytes = 0
      from = end + 1
    }
    held.push(chunk.subarray(from))
    heldBytes += chunk.length - from
    if (heldBytes > MOST_LINE_BYTES) break
  }
  if (heldBytes > 0) yield Buffer.concat(held).toString('utf8')
}

/** The lines of a file of an export, in the form that `schema` says. */
export async function* partLines<T>(
  reader: WaczReader,
  { start, size }: PartPlace,
  schema: z.ZodType<T>,
): AsyncGenerator<PartLine<T>> {
  let number = 0
  for await (const words of linesIn(reader.chunks(start, size))) {
    number += 1
    yield { number, words, value: parsedLine(words, schema) }
  }
}
