import type { ByteSource } from './byte-source.ts'
import { MARK, type Piece, unpacked } from './unpacked.ts'

/** A place in a WARC file: `skip` unpacked bytes after `at`, where a gzip member begins. Not packed, it is `at` alone. */
export type Position = { readonly at: number; readonly skip: number }

type Bytes = Extract<Piece, { kind: 'bytes' }>
type Break = Exclude<Piece, { kind: 'bytes' }>

/**
 * Walks through the unpacked bytes of a WARC file, stretch by stretch. A stretch goes on as far as a record may reach:
 * to the end of the file, to damage, or to a member that begins with a record.
 */
export class WarcBytes {
  readonly #source: ByteSource
  #pieces: AsyncGenerator<Piece>
  #held: Bytes[] = []
  #ended = false
  /** Whether anything of this stretch was seen. */
  #begun = false
  #packed = true
  /** Begins the next stretch. */
  #next: Piece | null = null
  /** How many bytes are still passed over, to where reading begins. */
  #drop: number
  /** Where the stretch was read up to, once all of it was. */
  #last: Position

  constructor(source: ByteSource, from: Position) {
    this.#source = source
    this.#pieces = unpacked(source, { at: from.at, isPlain: false })
    this.#drop = from.skip
    this.#last = from
  }

  /** Where the next byte stands. */
  get position(): Position {
    const first = this.#held[0]
    if (first === undefined) return this.#last
    return first.packed ? { at: first.at, skip: first.skip } : { at: first.at + first.skip, skip: 0 }
  }

  /** How many bytes the file has from here on: a record that is not packed reaches no further. Null where it is packed. */
  get left(): number | null {
    return this.#packed ? null : this.#source.size - this.position.at
  }

  /** What ends this stretch, once all of it was passed: the file, another stretch, or damage; null before that. */
  get end(): 'file' | 'stretch' | 'break' | null {
    if (!this.#ended || this.#held.length > 0) return null
    if (this.#next === null) return 'file'
    return this.#next.kind === 'bytes' ? 'stretch' : 'break'
  }

  async #pull(): Promise<void> {
    const { value, done } = await this.#pieces.next()
    if (done === true || value.kind !== 'bytes') {
      this.#ended = true
      this.#next = value ?? null
      return
    }
    const dropped = Math.min(this.#drop, value.bytes.length)
    this.#drop -= dropped
    if (dropped === value.bytes.length) return
    const piece = { ...value, bytes: value.bytes.subarray(dropped), skip: value.skip + dropped }
    const begins = value.skip === 0 && this.#begun && piece.bytes.toString('latin1', 0, MARK.length) === MARK
    if (!begins) this.#packed = value.packed
    if (begins) [this.#ended, this.#next] = [true, piece]
    else {
      this.#begun = true
      this.#held.push(piece)
    }
  }

  /** The next `count` bytes of this stretch without passing them; fewer at its end. */
  async peek(count: number): Promise<Buffer> {
    while (this.#held.length === 0 && !this.#ended) await this.#pull()
    let [first, ...others] = this.#held
    if (first === undefined) return Buffer.alloc(0)
    while (first.bytes.length < count) {
      const [second, ...rest] = others
      if (second !== undefined) {
        first = { ...first, bytes: Buffer.concat([first.bytes, second.bytes]) }
        others = rest
        this.#held = [first, ...others]
      } else if (this.#ended) break
      else {
        await this.#pull()
        others = this.#held.slice(1)
      }
    }
    return first.bytes.subarray(0, count)
  }

  /** The bytes of this stretch that are at hand, at least one, without passing them; none at its end. */
  async chunk(): Promise<Buffer> {
    await this.peek(1)
    return this.#held[0]?.bytes ?? Buffer.alloc(0)
  }

  /** Passes bytes that `peek` or `chunk` gave. */
  pass(count: number): void {
    const [first, ...others] = this.#held
    if (first === undefined) return
    const rest = { ...first, bytes: first.bytes.subarray(count), skip: first.skip + count }
    if (rest.bytes.length > 0) this.#held = [rest, ...others]
    else {
      this.#held = others
      this.#last = rest.packed ? { at: rest.at, skip: rest.skip } : { at: rest.at + rest.skip, skip: 0 }
    }
  }

  /** Goes back to a place of this stretch. */
  async seek(to: Position): Promise<void> {
    await this.close()
    this.#pieces = unpacked(this.#source, { at: to.at, isPlain: !this.#packed })
    this.#drop = to.skip
    this.#held = []
    this.#ended = false
    this.#begun = false
    this.#next = null
    this.#last = to
  }

  /** Goes on to the next stretch, after this one was passed. @returns what stands between them, null at the end of the file */
  async nextStretch(): Promise<Break | 'stretch' | null> {
    const next = this.#next
    this.#next = null
    if (next !== null && next.kind !== 'bytes') return next
    this.#ended = false
    this.#begun = next !== null
    if (next !== null) this.#packed = next.packed
    this.#held = next === null ? [] : [next]
    while (this.#held.length === 0 && !this.#ended) await this.#pull()
    if (this.#held.length > 0) return 'stretch'
    return this.#next === null ? null : this.nextStretch()
  }

  async close(): Promise<void> {
    await this.#pieces.return(undefined)
  }
}
