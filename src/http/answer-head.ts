import { passing } from './fetch-failure.ts'
import { cutShort, hungUp, type WireReader } from './wire-reader.ts'

/** The head of an HTTP answer. */
export type AnswerHead = {
  readonly status: number
  /** In their order, names as sent; each byte of a value is one character. */
  readonly headers: readonly (readonly [name: string, value: string])[]
}

/** Interim answers ("100 Continue", "103 Early Hints") that may come before the one that counts. */
const MAX_INTERIM = 10

const STATUS_LINE = /^HTTP\/1\.\d +(\d{3})(?: |$)/

function notHttp(): Error {
  return passing(
    'not-reached',
    'what answers there does not speak the language of the web (HTTP); check the address, its port too',
  )
}

/** The values of a header, whatever the case of its name; an empty list where it was not sent. */
export function headerValues({ headers }: Pick<AnswerHead, 'headers'>, name: string): readonly string[] {
  return headers.filter(([called]) => called.toLowerCase() === name).map(([, value]) => value)
}

/** The first value of a header, or null. */
export function headerValue(head: Pick<AnswerHead, 'headers'>, name: string): string | null {
  return headerValues(head, name)[0] ?? null
}

/** Header lines with those that were continued on the next one joined; lines without a colon are left out, as browsers do. */
export function headersOf(lines: readonly string[]): AnswerHead['headers'] {
  const joined = lines.join('\n').replace(/\n[ \t]+/g, ' ')
  return joined.split('\n').flatMap((line) => {
    const colon = line.indexOf(':')
    return colon <= 0 ? [] : [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const]
  })
}

async function oneHead(reader: WireReader, maxBytes: number): Promise<AnswerHead> {
  const tooLong = () =>
    passing(
      'too-large',
      `the server sent more than ${Math.ceil(maxBytes / 1024)} kB before the page itself; try again later`,
    )
  const lines: string[] = []
  for (;;) {
    const line = await reader.line(maxBytes - reader.length, tooLong)
    if (line === null) throw lines.length === 0 && reader.length === 0 ? hungUp() : cutShort()
    // The record takes no NUL, and no honest server sends one.
    if (line.includes('\0') || (lines.length === 0 && !STATUS_LINE.test(line))) throw notHttp()
    if (line === '') break
    lines.push(line)
  }
  const [first = '', ...rest] = lines
  return { status: Number(STATUS_LINE.exec(first)?.[1]), headers: headersOf(rest) }
}

/**
 * Reads the head of an answer, its empty last line too; interim answers before it are read past and forgotten.
 *
 * @param maxBytes the most that one head may have
 * @throws FetchFailure where it is too long, cut, or no HTTP
 */
export async function readHead(reader: WireReader, maxBytes: number): Promise<AnswerHead> {
  for (let interim = 0; interim <= MAX_INTERIM; interim++) {
    const head = await oneHead(reader, maxBytes)
    if (head.status >= 200) return head
    reader.forget()
  }
  throw notHttp()
}
