import { open } from 'node:fs/promises'

/** Bytes that can be read from any place on, again and again. */
export type ByteSource = {
  /** In bytes. */
  readonly size: number
  /**
   * The bytes from `offset` to the end, in chunks.
   *
   * @throws what the system throws where it cannot be read
   */
  open(offset: number): AsyncIterable<Uint8Array>
}

const CHUNK = 256 * 1024

/** @param size of the file; what was added to it since is not read */
export function fileSource(path: string, size: number): ByteSource {
  return {
    size,
    async *open(offset) {
      const file = await open(path)
      try {
        for (let at = offset; at < size; ) {
          const { bytesRead, buffer } = await file.read({
            buffer: Buffer.allocUnsafe(Math.min(CHUNK, size - at)),
            position: at,
          })
          if (bytesRead === 0) return
          at += bytesRead
          yield buffer.subarray(0, bytesRead)
        }
      } finally {
        await file.close()
      }
    },
  }
}
