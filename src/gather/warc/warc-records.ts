import type { ByteSource } from './byte-source.ts'
import { type Position, WarcBytes } from './warc-bytes.ts'
import { findRecord, headLength, parseHead, TELLING, type WarcHead } from './warc-head.ts'

/** A record of an archive, or what stands where one should. */
export type WarcItem =
  | {
      readonly kind: 'record'
      readonly at: Position
      /** Where what follows it begins. */
      readonly end: Position
      readonly fields: WarcHead['fields']
      /** Null where it is longer than `MAX_BLOCK`, or nobody wants it. */
      readonly block: Buffer | null
      /** What is wrong with it, though it was read: a sentence without an end; else null. */
      readonly note: string | null
    }
  | { readonly kind: 'fault'; readonly at: Position; readonly end: Position; readonly sentence: string }

/** The largest block that is held: the largest article that is read, and the answer's head. */
export const MAX_BLOCK = 33 * 1024 * 1024
/** The longest head: an address may be some kilobytes. */
const MAX_HEAD = 64 * 1024
/** After as many wrong lengths it is the next record's beginning that is believed: going back each time would take for ever. */
const LIES = 8

const BREAKS = {
  cut: 'the archive breaks off here; get the archive again',
  damaged: 'what is packed here is damaged; get the archive again',
  bomb: 'what is packed here grows more than a hundredfold, as no archive of pages does; the rest of it was left out',
} as const

const passedOver = (length: number) => `${length} bytes here are no record; they were passed over`

const isNewline = (byte: number | undefined) => byte === 0x0a || byte === 0x0d

/** How many of the two empty lines that end a record stand at the end of a block. */
function newlinesAtEnd(block: Buffer): number {
  let count = 0
  while (count < 4 && isNewline(block[block.length - 1 - count])) count += 1
  return count
}

/** Reads the records of one archive, one after another. */
class RecordReader {
  readonly #bytes: WarcBytes
  readonly #wants: (fields: WarcHead['fields']) => boolean
  #lies = 0
  /** Whether the record under way was cut by what ended its stretch: one sentence is enough for both. */
  #cut: Position | null = null

  constructor(bytes: WarcBytes, wants: (fields: WarcHead['fields']) => boolean) {
    this.#bytes = bytes
    this.#wants = wants
  }

  async *items(): AsyncGenerator<WarcItem> {
    const bytes = this.#bytes
    // What cannot be unpacked is followed by the rest of it, which needs no sentence of its own.
    let isRest = false
    for (let next = await bytes.nextStretch(); next !== null; next = await bytes.nextStretch()) {
      if (next === 'stretch') yield* this.#stretch()
      else if (next.kind === 'fault') yield this.#fault(this.#cut ?? { at: next.at, skip: 0 }, BREAKS[next.fault])
      else if (!isRest) yield this.#fault({ at: next.at, skip: 0 }, passedOver(next.length))
      if (next !== 'stretch') this.#cut = null
      isRest = next !== 'stretch' && next.kind === 'fault'
    }
  }

  #fault(at: Position, sentence: string): WarcItem {
    return { kind: 'fault', at, end: this.#bytes.position, sentence }
  }

  async *#stretch(): AsyncGenerator<WarcItem> {
    for (;;) {
      await this.#passNewlines()
      const start = await this.#bytes.peek(TELLING)
      if (start.length === 0) return
      const item = findRecord(start, 0) === 0 ? await this.#record() : await this.#garbage()
      if (item !== null) yield item
    }
  }

  async #passNewlines(): Promise<number> {
    let passed = 0
    for (;;) {
      const chunk = await this.#bytes.chunk()
      let count = 0
      while (count < chunk.length && isNewline(chunk[count])) count += 1
      this.#bytes.pass(count)
      passed += count
      if (count === 0 || count < chunk.length) return passed
    }
  }

  async #garbage(): Promise<WarcItem | null> {
    const at = this.#bytes.position
    const { length } = await this.#toNextRecord(0)
    return this.#fault(at, passedOver(length))
  }

  /** Goes on to where the next record begins, or to the end of the stretch; keeps at most `hold` bytes of what was passed. */
  async #toNextRecord(
    hold: number,
  ): Promise<{ readonly kept: Buffer; readonly length: number; readonly found: boolean }> {
    const kept: Buffer[] = []
    let [length, from] = [0, 1]
    const pass = (chunk: Buffer, count: number) => {
      if (length < hold) kept.push(Buffer.from(chunk.subarray(0, Math.min(count, hold - length))))
      length += count
      this.#bytes.pass(count)
    }
    for (;;) {
      await this.#bytes.peek(TELLING + from)
      const chunk = await this.#bytes.chunk()
      const next = findRecord(chunk, from)
      if (next >= 0) pass(chunk, next)
      if (next >= 0) return { kept: Buffer.concat(kept), length, found: true }
      const count = chunk.length <= TELLING ? chunk.length : chunk.length - TELLING
      pass(chunk, count)
      from = 0
      if (chunk.length === 0) return { kept: Buffer.concat(kept), length, found: false }
    }
  }

  async #record(): Promise<WarcItem | null> {
    const bytes = this.#bytes
    const at = bytes.position
    const length = headLength(await bytes.peek(MAX_HEAD))
    if (length === null) return this.#headless(at)
    const head = parseHead(await bytes.peek(length))
    bytes.pass(length)
    // Looked at, so that the place is where the block begins, also where that is another piece.
    await bytes.peek(1)
    const start = bytes.position
    const wanted = this.#wants(head.fields)
    const told = await this.#blockAsTold(head.length, wanted)
    if (told !== null) return this.#readRecord(at, head, told.block, null)
    if (bytes.end === 'break') return this.#cutAt(at)
    this.#lies += 1
    if (bytes.position.at !== start.at || bytes.position.skip !== start.skip) await bytes.seek(start)
    return this.#untilNext(at, head, wanted)
  }

  /** The break that follows has a sentence of its own; it names where the record begins. */
  #cutAt(at: Position): null {
    this.#cut = at
    return null
  }

  async #headless(at: Position): Promise<WarcItem | null> {
    const { found } = await this.#toNextRecord(0)
    if (!found && this.#bytes.end === 'break') return this.#cutAt(at)
    return this.#fault(at, found ? 'its head has no end; the record was left out' : BREAKS.cut)
  }

  /** Reads a record whose length is not as its head says: up to where the next one begins. */
  async #untilNext(at: Position, head: WarcHead, wanted: boolean): Promise<WarcItem | null> {
    const isPacked = this.#bytes.left === null
    const { kept, length, found } = await this.#toNextRecord(wanted ? MAX_BLOCK + 1 : 0)
    if (!found && this.#bytes.end === 'break') return this.#cutAt(at)
    // A member that is whole ends with its record; a file that is not packed may end anywhere.
    if (!found && !isPacked && head.length !== null && head.length > length) return this.#fault(at, BREAKS.cut)
    const block = kept.subarray(0, kept.length - newlinesAtEnd(kept))
    const given = head.length === null ? 'not given' : `given as ${head.length} bytes`
    const note = `its length is ${given}, but it ends after ${length - newlinesAtEnd(kept)}; it was read up to there`
    return this.#readRecord(at, head, wanted && length <= MAX_BLOCK ? block : null, note)
  }

  #readRecord(at: Position, { fields }: WarcHead, block: Buffer | null, note: string | null): WarcItem {
    return { kind: 'record', at, end: this.#bytes.position, fields, block, note }
  }

  /** Reads the block as long as the head says. @returns null where that is not so */
  async #blockAsTold(length: number | null, wanted: boolean): Promise<{ readonly block: Buffer | null } | null> {
    const { left } = this.#bytes
    if (length === null || this.#lies >= LIES || (left !== null && length > left)) return null
    const kept: Buffer[] = []
    for (let missing = length; missing > 0; ) {
      const chunk = (await this.#bytes.chunk()).subarray(0, missing)
      if (chunk.length === 0) return null
      if (wanted && length <= MAX_BLOCK) kept.push(chunk)
      this.#bytes.pass(chunk.length)
      missing -= chunk.length
    }
    await this.#passNewlines()
    const start = await this.#bytes.peek(TELLING)
    const isBound = start.length === 0 || findRecord(start, 0) === 0
    return isBound ? { block: wanted && length <= MAX_BLOCK ? Buffer.concat(kept) : null } : null
  }
}

/**
 * Reads the records of a WARC file, 1.0 or 1.1, packed or not, as a stream: each that can be read is given, each that
 * cannot is named with its place, and reading goes on after it. No more than one block is held.
 *
 * @param from where a record begins, or the beginning
 * @param wants whether the block of a record with these fields is to be held
 * @throws what the system throws where the file cannot be read
 */
export async function* warcRecords(
  source: ByteSource,
  { from, wants }: { readonly from: Position; readonly wants: (fields: WarcHead['fields']) => boolean },
): AsyncGenerator<WarcItem> {
  const bytes = new WarcBytes(source, from)
  try {
    yield* new RecordReader(bytes, wants).items()
  } finally {
    await bytes.close()
  }
}
