import type { Readable } from 'node:stream'

/**
 * Reads a stream to its end, or gives up as soon as it is longer than `limit` bytes.
 *
 * @returns the bytes, or null when there are more than `limit`
 * @throws what the stream throws
 */
export async function readBounded(stream: Readable, limit: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > limit) {
      stream.destroy()
      return null
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
