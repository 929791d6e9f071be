import { promisify } from 'node:util'
import { brotliDecompress, constants, gunzip, inflate, inflateRaw, zstdDecompress } from 'node:zlib'
import { MAX_INPUT_BYTES } from '../../article/limits.ts'

/** More codings on top of each other than any server has a use for. */
const MAX_CODINGS = 5

/** The largest window that a page may make us keep: 8 MB, the limit for zstd on the web (RFC 9659). */
const ZSTD_WINDOW_LOG = 23

const LIMIT = { maxOutputLength: MAX_INPUT_BYTES }

/** Whether bytes begin as zlib does (RFC 1950). Some servers send "deflate" without that frame. */
function hasZlibFrame([first = 0, second = 0]: Uint8Array): boolean {
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0
}

type Unpack = (bytes: Uint8Array) => Promise<Uint8Array>

const gunzipAll: Unpack = (bytes) => promisify(gunzip)(bytes, LIMIT)

const CODINGS: Readonly<Record<string, Unpack>> = {
  gzip: gunzipAll,
  'x-gzip': gunzipAll,
  deflate: (bytes) => (hasZlibFrame(bytes) ? promisify(inflate)(bytes, LIMIT) : promisify(inflateRaw)(bytes, LIMIT)),
  br: (bytes) => promisify(brotliDecompress)(bytes, LIMIT),
  zstd: (bytes) =>
    promisify(zstdDecompress)(bytes, { ...LIMIT, params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG } }),
}

/** What an archive's body is without its codings, or why it cannot be told. */
export type Decoded =
  | { readonly ok: true; readonly body: Uint8Array }
  | { readonly ok: false; readonly why: 'too-large' | 'damaged' | 'unknown' }

/** Whether bytes begin as a page does: archives keep bodies unpacked under heads that say they are packed. */
function isMarkup(bytes: Uint8Array): boolean {
  return /^(?:\ufeff|ï»¿)?\s*</.test(Buffer.from(bytes.subarray(0, 256)).toString('latin1'))
}

/**
 * Undoes the content codings of an answer's body, none of them beyond the largest input that is read.
 *
 * @param header the value of Content-Encoding: in the order in which they were put on
 */
export async function decoded(body: Uint8Array, header: string): Promise<Decoded> {
  const names = header.toLowerCase().split(/[\s,]+/)
  const codings = names.filter((name) => name !== '' && name !== 'identity' && name !== 'none' && name !== 'utf-8')
  if (codings.length > MAX_CODINGS) return { ok: false, why: 'unknown' }
  let bytes = body
  for (const name of codings.reverse()) {
    if (bytes.length === 0 || isMarkup(bytes)) break
    const unpack = Object.hasOwn(CODINGS, name) ? CODINGS[name] : undefined
    if (unpack === undefined) return { ok: false, why: 'unknown' }
    try {
      bytes = await unpack(bytes)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      return { ok: false, why: code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'damaged' }
    }
  }
  return { ok: true, body: bytes }
}
