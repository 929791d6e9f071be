import { type AnswerHead, headerValues } from './answer-head.ts'
import { lasting, passing } from './fetch-failure.ts'
import { cutShort, type WireReader } from './wire-reader.ts'

/** The longest line that gives a chunk's size, in bytes: the size and what a server may add to it. */
const MAX_CHUNK_LINE = 4_096
/** The most lines after the last chunk. */
const MAX_TRAILERS = 100
/** The most chunks of a body: servers that send each line by itself come to a tenth of it. */
const MAX_CHUNKS = 200_000
/** More digits are no size that is read, and would not count right. */
const CHUNK_SIZE = /^([0-9a-f]{1,12})[ \t]*(?:;|$)/i

/** Answers that never have a body, whatever their headers say. */
const WITHOUT_BODY: readonly number[] = [204, 205, 304]

function badFraming(): Error {
  return passing('not-reached', 'the server sent the page in a damaged form; try again later')
}

/**
 * How many bytes the body has by its headers: what the server promises, not what comes.
 *
 * @returns null where they do not say it
 * @throws FetchFailure where they contradict each other
 */
export function promisedLength(head: AnswerHead): number | null {
  if (WITHOUT_BODY.includes(head.status)) return 0
  if (transferCoding(head) !== null) return null
  const lengths = new Set(headerValues(head, 'content-length').flatMap((value) => value.split(/\s*,\s*/)))
  if (lengths.size > 1) throw badFraming()
  const [length] = lengths
  // A length that is no number is overlooked, as browsers do: the body lasts until the connection ends.
  return length !== undefined && /^\d{1,15}$/.test(length) ? Number(length) : null
}

function transferCoding(head: AnswerHead): string | null {
  const coding = headerValues(head, 'transfer-encoding').join(', ').toLowerCase().trim()
  return coding === '' || coding === 'identity' ? null : coding
}

async function* exactly(reader: WireReader, length: number): AsyncGenerator<Uint8Array> {
  for (let left = length; left > 0; ) {
    const piece = await reader.some(left)
    if (piece === null) throw cutShort()
    left -= piece.length
    yield piece
  }
}

async function* untilEnd(reader: WireReader): AsyncGenerator<Uint8Array> {
  for (let piece = await reader.some(Infinity); piece !== null; piece = await reader.some(Infinity)) yield piece
}

async function frameLine(reader: WireReader): Promise<string> {
  const line = await reader.line(MAX_CHUNK_LINE, badFraming)
  if (line === null) throw cutShort()
  return line
}

async function* chunks(reader: WireReader): AsyncGenerator<Uint8Array> {
  for (let count = 0; ; count++) {
    const digits = CHUNK_SIZE.exec(await frameLine(reader))?.[1]
    if (digits === undefined || count > MAX_CHUNKS) throw badFraming()
    const size = Number.parseInt(digits, 16)
    if (size === 0) break
    yield* exactly(reader, size)
    if ((await frameLine(reader)) !== '') throw badFraming()
  }
  for (let trailers = 0; (await frameLine(reader)) !== ''; trailers++) if (trailers >= MAX_TRAILERS) throw badFraming()
}

/**
 * The body of an answer as its server coded it, chunks put together. What comes after its end is not read.
 *
 * @param reader stands after the head
 * @throws FetchFailure, while it is read, where less comes than was promised or the chunks are damaged
 */
export function readBody(reader: WireReader, head: AnswerHead): AsyncGenerator<Uint8Array> {
  const coding = transferCoding(head)
  if (coding === 'chunked' && !WITHOUT_BODY.includes(head.status)) return chunks(reader)
  if (coding !== null && coding !== 'chunked')
    throw lasting(
      'unsupported',
      `the server sent the page in a coding that was not asked for ("${coding.slice(0, 40)}"); save it in a browser and add that`,
    )
  const length = promisedLength(head)
  return length === null ? untilEnd(reader) : exactly(reader, length)
}
