import { inflateSync } from 'node:zlib'

/** What one stream may unpack to, in bytes: a picture of an A3 page in colour at 600 dots an inch has 200 million. */
const MAX_STREAM = 256 * 1024 * 1024

/** What all streams but pictures may unpack to: those of a book of 1,000 pages have 100 million bytes. */
const MAX_TEXT_STREAMS = 256 * 1024 * 1024

/** A stream that is packed more often than this was made to be one. */
const MAX_LAYERS = 3

/** Ways of packing that cannot be tried out here, and grow more than a thousandfold at worst; in packed bytes. */
const UNTRIED = /\/(?:LZWDecode|LZW|RunLengthDecode|RL)\b/
const MAX_UNTRIED = 2 * 1024 * 1024

/** How far before a stream its dictionary is looked at. */
const DICTIONARY_REACH = 2_000

/** Whether bytes begin as zlib writes them. */
function isPacked(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes
  return (first & 0x0f) === 8 && first >> 4 <= 7 && (first * 256 + second) % 31 === 0
}

/** How much a stream unpacks to, in bytes; null where that is more than is allowed. */
function unpackedSize(packed: Uint8Array): number | null {
  let bytes = packed
  for (let layer = 0; isPacked(bytes); layer += 1) {
    if (layer === MAX_LAYERS) return null
    try {
      // A stream that is cut or damaged gives what can be read, as the reader of the file will read it.
      bytes = inflateSync(bytes, { maxOutputLength: MAX_STREAM, finishFlush: 2 })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return null
      return bytes.length
    }
  }
  return bytes.length
}

/**
 * Whether a PDF's streams unpack to far more than a document holds, so that it must not be opened: what opens it
 * would take all memory there is.
 *
 * Cost: linear in what the streams unpack to, at most 256 MB for each.
 */
export function isPdfBomb(pdf: Uint8Array): boolean {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length)
  let total = 0
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.subarray(at - 3, at).toString('latin1') === 'end') continue
    const start = at + (file[at + 6] === 0x0d ? 8 : 7)
    const found = file.indexOf('endstream', start)
    const stream = file.subarray(start, found < 0 ? file.length : found)
    const dictionary = file.subarray(Math.max(0, at - DICTIONARY_REACH), at).toString('latin1')
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1)
    if (UNTRIED.test(own) && stream.length > MAX_UNTRIED) return true
    const size = unpackedSize(stream)
    if (size === null) return true
    if (!/\/Subtype\s*\/Image\b/.test(own)) total += size
    if (total > MAX_TEXT_STREAMS) return true
    at = Math.max(at, found)
  }
  return false
}
