import { promisify } from 'node:util'
import { brotliDecompress, constants, gunzip, inflate, inflateRaw, zstdDecompress } from 'node:zlib'
import { MAX_INPUT_BYTES } from '../../article/limits.ts'
import { codingNames, hasZlibFrame, MAX_CODINGS, ZSTD_WINDOW_LOG } from '../../http/codings.ts'

const LIMIT = { maxOutputLength: MAX_INPUT_BYTES }

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
 * @param header the values of Content-Encoding
 */
export async function decoded(body: Uint8Array, header: readonly string[]): Promise<Decoded> {
  const codings = codingNames(header)
  if (codings.length > MAX_CODINGS) return { ok: false, why: 'unknown' }
  let bytes = body
  for (const name of codings.toReversed()) {
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
