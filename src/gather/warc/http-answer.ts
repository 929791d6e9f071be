import { type AnswerHead, headersOf, headerValue } from '../../http/answer-head.ts'

/** An answer as an archive keeps it. */
export type HttpAnswer = {
  /** Null where the record has a body alone. */
  readonly status: number | null
  readonly headers: AnswerHead['headers']
  /** Without its transfer coding; content codings are still on it. */
  readonly body: Buffer
}

/** A head of an answer ends within as many bytes, or it is none. */
const MAX_HEAD = 256 * 1024
const CR = 0x0d

/** Where the head ends and where the body begins. */
function headEnd(block: Buffer): readonly [head: number, body: number] | null {
  const head = block.subarray(0, MAX_HEAD)
  const [crlf, lf] = [head.indexOf('\r\n\r\n'), head.indexOf('\n\n')]
  if (crlf >= 0 && (lf < 0 || crlf < lf)) return [crlf, crlf + 4]
  if (lf >= 0) return [lf, lf + 2]
  // A record of a head alone may end without the empty line.
  return block.length <= MAX_HEAD ? [block.length, block.length] : null
}

/** Undoes chunked transfer; as far as it goes, and the body as it is where it was undone before it was archived. */
function dechunked(body: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf('\n', at)
    const size = /^\s*([0-9a-f]{1,8})\s*(?:;.*)?$/i.exec(
      body.toString('latin1', at, Math.min(end, at + 1024)).trimEnd(),
    )
    if (end < 0 || size === null) return parts.length === 0 ? body : Buffer.concat(parts)
    const length = Number.parseInt(size[1] ?? '0', 16)
    if (length === 0) break
    parts.push(body.subarray(end + 1, end + 1 + length))
    at = end + 1 + length
    if (body[at] === CR) at += 1
    at += 1
  }
  return Buffer.concat(parts)
}

/**
 * Takes an answer apart. The record says where it ends: the Content-Length of an answer is not looked at, since
 * archives keep bodies unpacked under heads that tell their packed length.
 *
 * @returns null where the head never ends
 */
export function parseAnswer(block: Buffer): HttpAnswer | null {
  if (block.toString('latin1', 0, 5) !== 'HTTP/') return { status: null, headers: [], body: block }
  const ends = headEnd(block)
  if (ends === null) return null
  const [first = '', ...lines] = block.toString('latin1', 0, ends[0]).replaceAll('\0', '\ufffd').split(/\r?\n/)
  const headers = headersOf(lines)
  const status = /^HTTP\/\S+ +(\d{3})/.exec(first)?.[1]
  const body = block.subarray(ends[1])
  const isChunked = /chunked/i.test(headerValue({ headers }, 'transfer-encoding') ?? '')
  return { status: status === undefined ? null : Number(status), headers, body: isChunked ? dechunked(body) : body }
}
