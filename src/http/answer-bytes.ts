import { readBody } from './answer-body.ts'
import { type AnswerHead, headerValues, readHead } from './answer-head.ts'
import { decoded } from './content-coding.ts'
import { lasting } from './fetch-failure.ts'
import { GrowingBytes } from './growing-bytes.ts'
import { WireReader } from './wire-reader.ts'

export type ReadAnswerOptions = {
  /** The most bytes that its head may have. */
  readonly headBytes: number
  /** The most bytes that its body may have, unpacked. */
  readonly bodyBytes: number
}

/**
 * Reads an answer that is kept as it came over the wire: its head, and its body without the transfer's chunks and
 * unpacked.
 *
 * @throws FetchFailure where it is no HTTP, damaged, cut short or too large
 */
export async function readAnswer(
  answer: Uint8Array,
  { headBytes, bodyBytes }: ReadAnswerOptions,
): Promise<{ readonly head: AnswerHead; readonly body: Uint8Array }> {
  async function* once() {
    yield answer
  }
  const reader = new WireReader(once())
  const head = await readHead(reader, headBytes)
  const tooMany = () => lasting('too-large', 'unpacked, it is larger than what is read')
  const body = new GrowingBytes()
  const pieces = decoded(readBody(reader, head), headerValues(head, 'content-encoding'), { most: bodyBytes, tooMany })
  for await (const piece of pieces) body.append(piece)
  return { head, body: body.bytes() }
}
