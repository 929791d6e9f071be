import { passing } from './fetch-failure.ts'
import { GrowingBytes } from './growing-bytes.ts'

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

/** The connection ended before the answer was whole: a server that broke down, or that promised more than it has. */
export function cutShort(): Error {
  return passing('not-reached', 'the connection ended before the page had come whole; try again later')
}

/** The server closed the connection before it said anything. */
export function hungUp(): Error {
  return passing('not-reached', 'the server closed the connection without an answer; try again later')
}

/** Reads an answer as it comes over the wire, line by line or in pieces, and keeps the bytes that were read. */
export class WireReader {
  readonly #source: AsyncIterator<Uint8Array>
  #piece: Uint8Array = new Uint8Array()
  #at = 0
  readonly #keeps: boolean
  #kept = new GrowingBytes()

  /** @param options.keeps false where whoever reads has the bytes already, and needs neither `length` nor `bytes` */
  constructor(source: AsyncIterable<Uint8Array>, { keeps }: { readonly keeps: boolean } = { keeps: true }) {
    this.#source = source[Symbol.asyncIterator]()
    this.#keeps = keeps
  }

  /** How many bytes were read since the start or the last `forget`. */
  get length(): number {
    return this.#kept.length
  }

  /** All bytes that were read since the start or the last `forget`, as they came. */
  get bytes(): Uint8Array {
    return this.#kept.bytes()
  }

  /** Keeps nothing of what was read so far. */
  forget(): void {
    this.#kept = new GrowingBytes()
  }

  /**
   * Reads up to `most` bytes, as they have come.
   *
   * @returns null at the end of the stream
   */
  async some(most: number): Promise<Uint8Array | null> {
    if (!(await this.#hasMore())) return null
    return this.#take(Math.min(most, this.#piece.length - this.#at))
  }

  /**
   * Reads a line, which ends with a line feed and mostly a carriage return before it.
   *
   * @param most  bytes, its end counted
   * @param tooLong the failure of a line that is longer
   * @returns without its end, each byte as one character; null where the stream ends before the line does
   */
  async line(most: number, tooLong: () => Error): Promise<string | null> {
    let line: Uint8Array = new Uint8Array()
    while (await this.#hasMore()) {
      const feed = this.#piece.indexOf(LINE_FEED, this.#at)
      const end = feed < 0 ? this.#piece.length : feed + 1
      if (line.length + end - this.#at > most) throw tooLong()
      const taken = this.#take(end - this.#at)
      line = line.length === 0 ? taken : Buffer.concat([line, taken])
      if (feed >= 0) return withoutEnd(line)
    }
    return null
  }

  #take(length: number): Uint8Array {
    const taken = this.#piece.subarray(this.#at, this.#at + length)
    this.#at += length
    if (this.#keeps) this.#kept.append(taken)
    return taken
  }

  async #hasMore(): Promise<boolean> {
    while (this.#at >= this.#piece.length) {
      const next = await this.#source.next()
      if (next.done === true) return false
      this.#piece = next.value
      this.#at = 0
    }
    return true
  }
}

function withoutEnd(line: Uint8Array): string {
  const end = line.at(-2) === CARRIAGE_RETURN ? -2 : -1
  return Buffer.from(line.subarray(0, end)).toString('latin1')
}
