import type { ByteSource } from './byte-source.ts'

/** Walks through a source from a place on, and knows where it is. */
export class RawBytes {
  readonly #chunks: AsyncIterator<Uint8Array>
  #held: Buffer = Buffer.alloc(0)
  #ended = false
  /** Where the next byte stands in the source. */
  offset: number

  constructor(source: ByteSource, offset: number) {
    this.#chunks = source.open(offset)[Symbol.asyncIterator]()
    this.offset = offset
  }

  /** The next `count` bytes without passing them; fewer at the end of the source. */
  async peek(count: number): Promise<Buffer> {
    while (this.#held.length < count && !this.#ended) {
      const { value, done } = await this.#chunks.next()
      if (done === true) this.#ended = true
      else
        this.#held =
          this.#held.length === 0
            ? Buffer.from(value.buffer, value.byteOffset, value.length)
            : Buffer.concat([this.#held, value])
    }
    return this.#held.subarray(0, count)
  }

  /** All bytes that are at hand, at least one, without passing them; none at the end of the source. */
  async chunk(): Promise<Buffer> {
    await this.peek(1)
    return this.#held
  }

  /** Passes `count` bytes that were seen. */
  pass(count: number): void {
    this.#held = this.#held.subarray(count)
    this.offset += count
  }

  /** Lets go of the source. */
  async close(): Promise<void> {
    this.#ended = true
    await this.#chunks.return?.()
  }
}
