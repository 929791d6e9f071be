import { type Fault, TOO_MUCH } from './fault.ts'
import { type MimeHeader, mimeHeader } from './mime-header.ts'

/** A message, or a part of one that holds no parts itself. */
export type MimePart = {
  readonly header: MimeHeader
  /** `text/html`: lower case, without parameters. */
  readonly type: string
  /** The kind of multipart it stands in directly, `multipart/alternative`; null for the message itself. */
  readonly within: string | null
  /** The name under which it is attached; null where it is to be shown in the message. */
  readonly fileName: string | null
  /** Its bytes as they were before they were encoded for sending. */
  bytes(): Uint8Array
}

export type MimeOutcome =
  | { readonly ok: true; readonly header: MimeHeader; readonly type: string; readonly parts: readonly MimePart[] }
  | { readonly ok: false; readonly fault: Fault }

/** Multiparts within multiparts: of a mail that was forwarded five times, ten. */
const MAX_DEPTH = 20

/** A saved page has a part for each picture, style sheet and frame. */
const MAX_PARTS = 5_000

/** No mail system takes a longer head, in bytes. */
const MAX_HEAD = 512 * 1024

const TOO_DEEP: Fault = {
  code: 'too-deep',
  sentence: `its parts stand more than ${MAX_DEPTH} deep in one another, as those of no message do; save the text of the article alone and add that`,
}

const HEAD_TOO_LONG: Fault = {
  code: 'too-large',
  sentence: `the head of this message is longer than ${MAX_HEAD / 1024} KB, as none is; save the text of the article alone and add that`,
}

/** Why a message is not read; thrown inside this file only. */
class Refused extends Error {
  readonly fault: Fault
  constructor(fault: Fault) {
    super(fault.sentence)
    this.fault = fault
  }
}

function quotedPrintable(body: string): Uint8Array {
  const plain = body
    .replace(/[ \t]*=[ \t]*\r?\n|=$/g, (softBreak) => softBreak.slice(0, softBreak.indexOf('=')))
    .replace(/=([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(plain, 'latin1')
}

function decodedBody(encoding: string | null, body: string): Uint8Array {
  switch (encoding?.trim().toLowerCase()) {
    case 'quoted-printable':
      return quotedPrintable(body)
    case 'base64':
      return Buffer.from(body, 'base64')
    default:
      return Buffer.from(body, 'latin1')
  }
}

/** Where the head ends and the body begins; a message that is all head has no body. */
function split(message: string): { readonly head: string; readonly body: string } {
  const end = /^\r?\n|\r?\n\r?\n/.exec(message.slice(0, MAX_HEAD))
  if (end !== null) return { head: message.slice(0, end.index), body: message.slice(end.index + end[0].length) }
  if (message.length > MAX_HEAD) throw new Refused(HEAD_TOO_LONG)
  return { head: message, body: '' }
}

/** The bodies between the delimiters of a multipart; the last one may be cut. */
function bodiesOf(body: string, boundary: string): readonly string[] {
  const delimiter = `--${boundary}`
  const bodies: string[] = []
  let start: number | null = null
  for (let at = body.indexOf(delimiter); at >= 0; at = body.indexOf(delimiter, at + delimiter.length)) {
    const isLineStart = at === 0 || body[at - 1] === '\n'
    const rest = /^(--)?[ \t]*(?:\r?\n|$)/.exec(body.slice(at + delimiter.length, at + delimiter.length + 200))
    if (!isLineStart || rest === null) continue
    if (start !== null) bodies.push(body.slice(start, at).replace(/\r?\n$/, ''))
    if (bodies.length > MAX_PARTS) throw new Refused(TOO_MUCH)
    start = rest[1] === '--' ? null : at + delimiter.length + rest[0].length
    if (start === null) return bodies
  }
  return start === null ? bodies : [...bodies, body.slice(start)]
}

function typeOf(header: MimeHeader): string {
  return /^[\w.+-]+\/[\w.+-]+/.exec(header.raw('content-type') ?? '')?.[0].toLowerCase() ?? 'text/plain'
}

function fileNameOf(header: MimeHeader): string | null {
  const name = header.parameter('content-disposition', 'filename') ?? header.parameter('content-type', 'name')
  if (/^attachment/i.test(header.raw('content-disposition') ?? '')) return name ?? ''
  // Pictures within a text have names too, and are no attachments.
  return typeOf(header).startsWith('text/') ? null : name
}

/** All parts of `message` that hold no parts themselves, in order. */
function leaves(message: string, { within, depth }: { within: string | null; depth: number }): readonly MimePart[] {
  if (depth > MAX_DEPTH) throw new Refused(TOO_DEEP)
  const { head, body } = split(message)
  const header = mimeHeader(head)
  const type = typeOf(header)
  const boundary = type.startsWith('multipart/') ? header.parameter('content-type', 'boundary') : null
  if (boundary !== null && boundary !== '') {
    const parts: MimePart[] = []
    for (const part of bodiesOf(body, boundary)) {
      parts.push(...leaves(part, { within: type, depth: depth + 1 }))
      if (parts.length > MAX_PARTS) throw new Refused(TOO_MUCH)
    }
    return parts
  }
  const encoding = header.raw('content-transfer-encoding')
  return [{ header, type, within, fileName: fileNameOf(header), bytes: () => decodedBody(encoding, body) }]
}

/**
 * Takes a MIME message apart. A message that breaks off gives what is there.
 *
 * @param bytes hostile until parsed
 * Cost: linear in the length of `bytes` for each level of parts within parts, at most twenty.
 */
export function mimeParts(bytes: Uint8Array): MimeOutcome {
  // Latin-1 keeps each byte a character, so that parts in any encoding can be cut out.
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString('latin1')
    .replace(/^(?:\s*From [^\n]*\n)?\s*/, '')
  try {
    const header = mimeHeader(split(message).head)
    return { ok: true, header, type: typeOf(header), parts: leaves(message, { within: null, depth: 0 }) }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { ok: false, fault: error.fault }
  }
}
