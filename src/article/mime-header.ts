import { decodeBytes } from './decode-bytes.ts'

/** The head of a message or of one of its parts. */
export type MimeHeader = {
  /** The first value of a field, unfolded, as it was sent (each byte a character of Latin-1); null where it has none. */
  raw(name: string): string | null
  /** The same for a person to read: encoded words and bytes beyond ASCII decoded. */
  text(name: string): string | null
  /** A parameter of a field: `boundary` of Content-Type. */
  parameter(name: string, parameter: string): string | null
}

/** More fields, or longer ones, tell nothing about the article; in bytes. */
const MAX_FIELDS = 1_000
const MAX_VALUE = 20_000

const FIELD = /^([\w-]+):[ \t]*(.*)$/

/** `=?charset?B or Q?text?=` of RFC 2047. Between two of them, white space is none of the text. */
const ENCODED_WORD = /=\?([\w.:-]{1,40})(?:\*[\w-]{1,20})?\?([BQ])\?([^?\s]{0,2000})\?=/gi
const BETWEEN_WORDS = /(\?=)\s+(?==\?[\w.:-]{1,40}(?:\*[\w-]{1,20})?\?[BQ]\?)/gi

function wordBytes(encoding: string, text: string): Buffer {
  if (encoding.toUpperCase() === 'B') return Buffer.from(text, 'base64')
  const plain = text
    .replaceAll('_', ' ')
    .replace(/=([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(plain, 'latin1')
}

function decoded(bytes: Uint8Array, charset: string | null): string {
  const outcome = decodeBytes(bytes, charset === null ? null : `text/plain; charset=${charset}`)
  return outcome.ok ? outcome.text : '\ufffd'
}

/** A field's value as a person reads it. */
function readable(value: string): string {
  // A character may be cut in two by the end of an encoded word: words of one charset are decoded together.
  const runs: { readonly charset: string | null; readonly bytes: Buffer[] }[] = []
  const push = (charset: string | null, bytes: Buffer) => {
    const last = runs.at(-1)
    if (last !== undefined && last.charset === charset) last.bytes.push(bytes)
    else runs.push({ charset, bytes: [bytes] })
  }
  const joined = value.replace(BETWEEN_WORDS, '$1')
  let end = 0
  for (const match of joined.matchAll(ENCODED_WORD)) {
    const [word, charset = '', encoding = '', text = ''] = match
    if (match.index > end) push(null, Buffer.from(joined.slice(end, match.index), 'latin1'))
    push(charset.toLowerCase(), wordBytes(encoding, text))
    end = match.index + word.length
  }
  if (end < joined.length) push(null, Buffer.from(joined.slice(end), 'latin1'))
  return runs.map(({ charset, bytes }) => decoded(Buffer.concat(bytes), charset)).join('')
}

/** `name="value"` or `name=value`; also `name*=charset''value` of RFC 2231. */
function parameterOf(value: string, name: string): string | null {
  const match = new RegExp(String.raw`;\s*${name}(\*?)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]+))`, 'i').exec(value)
  if (match === null) return null
  const [, isExtended, quoted, token = ''] = match
  const plain = quoted?.replace(/\\(.)/g, '$1') ?? token.replace(/^"/, '')
  if (isExtended === '') return readable(plain)
  const [charset = 'utf-8', , text = ''] = plain.split("'")
  return decoded(wordBytes('Q', text.replaceAll('_', '=5F').replaceAll('%', '=')), charset)
}

/**
 * Parses the head of a message or part. Lines that are no field are passed over.
 *
 * @param head Latin-1, without the empty line that ends it
 */
export function mimeHeader(head: string): MimeHeader {
  const fields = new Map<string, string>()
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r\n|\n|\r/, MAX_FIELDS)) {
    const [, name = '', value = ''] = FIELD.exec(line) ?? []
    const key = name.toLowerCase()
    if (key !== '' && !fields.has(key)) fields.set(key, value.slice(0, MAX_VALUE).trim())
  }
  const raw = (name: string) => fields.get(name) ?? null
  return {
    raw,
    text: (name) => {
      const value = raw(name)
      return value === null ? null : readable(value)
    },
    parameter: (name, parameter) => {
      const value = raw(name)
      return value === null ? null : parameterOf(value, parameter)
    },
  }
}
