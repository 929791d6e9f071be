/** Bytes that are gathered piece by piece in one block, so that a million pieces cost no more than one. */
export class GrowingBytes {
  #block = new Uint8Array(16 * 1024)
  #length = 0

  get length(): number {
    return this.#length
  }

  append(piece: Uint8Array): void {
    const length = this.#length + piece.length
    if (length > this.#block.length) {
      const block = new Uint8Array(Math.max(length, this.#block.length * 2))
      block.set(this.#block.subarray(0, this.#length))
      this.#block = block
    }
    this.#block.set(piece, this.#length)
    this.#length = length
  }

  /** A copy of what was gathered, from `start` to `end` (default: all). */
  bytes(start = 0, end = this.#length): Uint8Array {
    return this.#block.slice(start, Math.min(end, this.#length))
  }
}
