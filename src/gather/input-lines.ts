import type { Readable } from 'node:stream'

const NEWLINE = 0x0a

/** One line of a stream, without its end; `bytes` is null where the line is longer than allowed. */
export type InputLine = { readonly number: number; readonly bytes: Buffer | null }

/**
 * Cuts a stream into lines, holding no more than one line of at most `limit` bytes and one chunk.
 * The last line needs no newline; line numbers start at 1.
 */
export async function* inputLines(stream: Readable, limit: number): AsyncGenerator<InputLine> {
  let parts: Buffer[] = []
  let length = 0
  let number = 1
  const take = (piece: Buffer) => {
    length += piece.length
    if (length <= limit) parts.push(piece)
    else parts = []
  }
  const line = (): InputLine => {
    const whole = { number, bytes: length <= limit ? Buffer.concat(parts) : null }
    parts = []
    length = 0
    number += 1
    return whole
  }
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      take(chunk.subarray(from, at))
      yield line()
      from = at + 1
    }
    take(chunk.subarray(from))
  }
  if (length > 0) yield line()
}
