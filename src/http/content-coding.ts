import { pipeline, Readable, type Transform } from 'node:stream'
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib'
import { codingNames, hasZlibFrame, MAX_CODINGS, ZSTD_WINDOW_LOG } from './codings.ts'
import { FetchFailure, lasting, passing } from './fetch-failure.ts'

type Bytes = AsyncIterable<Uint8Array>

/** What is asked for; every server knows the first. */
export const ACCEPTED_CODINGS = 'gzip, deflate, br, zstd'

/** A page comes out in a few pieces: each is a trip to another thread and back. */
const PIECE = { chunkSize: 128 * 1024 }

/** What unpacks each coding, by the first two bytes of what is packed. */
const DECODERS: Readonly<Record<string, (start: Uint8Array) => Transform>> = {
  gzip: () => createGunzip(PIECE),
  'x-gzip': () => createGunzip(PIECE),
  deflate: (start) => (hasZlibFrame(start) ? createInflate(PIECE) : createInflateRaw(PIECE)),
  br: () => createBrotliDecompress(PIECE),
  zstd: () => createZstdDecompress({ ...PIECE, params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG } }),
}

/** Unpacks one coding; nothing packed is nothing unpacked, as answers without a body have it. */
async function* through(coded: Bytes, decoder: (start: Uint8Array) => Transform): AsyncGenerator<Uint8Array> {
  const pieces = coded[Symbol.asyncIterator]()
  let start: Uint8Array = new Uint8Array()
  for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) {
    start = Buffer.concat([start, next.value])
    if (start.length >= 2) break
  }
  if (start.length === 0) return
  async function* whole() {
    yield start
    yield* { [Symbol.asyncIterator]: () => pieces }
  }
  const transform = decoder(start)
  // An error on the way destroys the transform, and comes out of it below. Nothing is read ahead: a bomb is to stop.
  pipeline(Readable.from(whole(), { highWaterMark: 1 }), transform, () => undefined)
  yield* transform as AsyncIterable<Uint8Array>
}

/** Passes bytes on, and stops at once when there are more than `most`. */
export async function* bounded(bytes: Bytes, most: number, tooMany: () => Error): AsyncGenerator<Uint8Array> {
  let length = 0
  for await (const piece of bytes) {
    length += piece.length
    if (length > most) throw tooMany()
    yield piece
  }
}

/** Says of an error of the decoder what a person can do; another error is passed on as it is. */
async function* explained(bytes: Bytes): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (error instanceof FetchFailure || !/^(?:Z_|ERR_|ZSTD_)/.test(code)) throw error
    throw passing(
      'not-reached',
      'the page came packed, and damaged; try again later, or save it in a browser and add that',
    )
  }
}

/**
 * Unpacks a body. Each coding's output is bounded: a bomb costs `most` bytes, wherever in the stack it is.
 *
 * @param header the values of Content-Encoding: in the order in which they were put on
 * @param most the most bytes that any coding may give
 * @throws FetchFailure for a coding that is not known; while it is read, where it is damaged or gives too much
 */
export function decoded(
  coded: Bytes,
  header: readonly string[],
  { most, tooMany }: { readonly most: number; readonly tooMany: () => Error },
): Bytes {
  const codings = codingNames(header)
  if (codings.length > MAX_CODINGS)
    throw lasting(
      'unsupported',
      'the page came packed in more layers than any page needs; save it in a browser and add that',
    )
  let bytes = coded
  for (const name of codings.toReversed()) {
    const decode = Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined
    if (decode === undefined)
      throw lasting(
        'unsupported',
        `the page came packed in a way that cannot be unpacked ("${name.slice(0, 40)}"); save it in a browser and add that`,
      )
    bytes = bounded(through(bytes, decode), most, tooMany)
  }
  return explained(bytes)
}
