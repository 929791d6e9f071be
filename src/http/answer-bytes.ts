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
 * Opens an answer that is kept as it came over the wire: its head, and the pieces of its body without the transfer's
 * chunks and unpacked.
 *
 * @throws FetchFailure where it is no HTTP; while the body is read, where it is damaged, cut short or too large
 */
export async function openAnswer(
  answer: Uint8Array,
  { headBytes, bodyBytes }: ReadAnswerOptions,
): Promise<{ readonly head: AnswerHead; readonly body: AsyncIterable<Uint8Array> }> {
  async function* once() {
    yield answer
  }
  const reader = new WireReader(once(), { keeps: false })
  const head = await readHead(reader, headBytes)
  const tooMany = () => lasting('too-large', 'unpacked, it is larger than what is read')
  const body = decoded(readBody(reader, head), headerValues(head, 'content-encoding'), { most: bodyBytes, tooMany })
  return { head, body }
}

/**
 * The same with its body in one piece.
 *
 * @throws FetchFailure where it is no HTTP, damaged, cut short or too large
 */
export async function readAnswer(
  answer: Uint8Array,
  options: ReadAnswerOptions,
): Promise<{ readonly head: AnswerHead; readonly body: Uint8Array }> {
  const { head, body } = await openAnswer(answer, options)
  const gathered = new GrowingBytes()
  for await (const piece of body) gathered.append(piece)
  return { head, body: gathered.bytes() }
}
