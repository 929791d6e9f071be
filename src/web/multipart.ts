/** One part of a form: a field or a file. */
export type FormPart = {
  /** The field's name. */
  readonly name: string
  /** The file's name without folders; null for a plain field. */
  readonly fileName: string | null
  /** The part's own Content-Type header, null where it has none. */
  readonly contentType: string | null
  /** Empty when the part is too large. */
  readonly bytes: Uint8Array
  /** Whether the part was larger than the limit; it was read past and not kept. */
  readonly tooLarge: boolean
  /** Where its bytes were saved as they came, of whatever length; null where they are in `bytes`. */
  readonly savedAt: string | null
}

type PartHeaders = Pick<FormPart, 'name' | 'fileName' | 'contentType'>

/** How much of a form is taken; all in bytes but `parts`. What is saved as it comes is not counted. */
export type FormLimits = { readonly part: number; readonly body: number; readonly parts: number }

/**
 * Saves a part's bytes elsewhere, so that it may be of any length.
 *
 * @returns where; null for a part that is held as others are, of which then nothing was read
 */
export type SavePart = (headers: PartHeaders, bytes: AsyncIterable<Uint8Array>) => Promise<string | null>

/** Why a form could not be read to its end: it broke off or is none, or it goes past a limit. */
export class FormError extends Error {
  readonly reason: 'malformed' | 'too-much'
  constructor(reason: 'malformed' | 'too-much', options: ErrorOptions = {}) {
    super(`multipart form: ${reason}`, options)
    this.reason = reason
  }
}

/** Header lines of one part: name and file name at most, with room for long names. */
const MAX_HEADER_BYTES = 16 * 1024
const LINE_END = Buffer.from('\r\n')
const HEADERS_END = Buffer.from('\r\n\r\n')

/** Reads a stream up to delimiters, holding no more than was asked for. */
class DelimitedReader {
  #held: Buffer
  #total = 0
  #isCounting = true
  readonly #chunks: AsyncIterator<Uint8Array>
  readonly #limit: number

  /** @param start bytes put in front of the stream; `limit` bounds the stream as a whole */
  constructor(stream: AsyncIterable<Uint8Array>, { start, limit }: { start: Buffer; limit: number }) {
    this.#held = start
    this.#chunks = stream[Symbol.asyncIterator]()
    this.#limit = limit
  }

  /** The next chunk, null at the end. A sender that goes away leaves a form that breaks off. */
  async #next(): Promise<Uint8Array | null> {
    try {
      const { done, value } = await this.#chunks.next()
      if (done) return null
      if (this.#isCounting) this.#total += value.length
      if (this.#total <= this.#limit) return value
    } catch (error) {
      throw new FormError('malformed', { cause: error })
    }
    throw new FormError('too-much')
  }

  async #more(): Promise<Buffer> {
    const chunk = await this.#next()
    if (chunk === null) throw new FormError('malformed')
    return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
  }

  /** The bytes before the next `delimiter`, in pieces; it is read past when all were taken. */
  async *before(delimiter: Buffer): AsyncGenerator<Buffer> {
    for (let at = this.#held.indexOf(delimiter); ; at = this.#held.indexOf(delimiter)) {
      // The delimiter may be cut in two: its possible beginning stays held.
      const end = at >= 0 ? at : Math.max(this.#held.length - delimiter.length + 1, 0)
      const piece = this.#held.subarray(0, end)
      this.#held = this.#held.subarray(at >= 0 ? at + delimiter.length : end)
      if (piece.length > 0) yield piece
      if (at >= 0) return
      this.#held = Buffer.concat([this.#held, await this.#more()])
    }
  }

  /** The same, of any length: they are not counted in the limit of the stream. */
  async *uncountedBefore(delimiter: Buffer): AsyncGenerator<Buffer> {
    this.#isCounting = false
    yield* this.before(delimiter)
    this.#isCounting = true
  }

  /** The same as a whole; null when there are more than `limit`. */
  async until(delimiter: Buffer, limit: number): Promise<Buffer | null> {
    const kept: Buffer[] = []
    let size = 0
    for await (const piece of this.before(delimiter)) {
      size += piece.length
      if (size <= limit) kept.push(piece)
      else kept.length = 0
    }
    return size <= limit ? Buffer.concat(kept) : null
  }

  async exactly(length: number): Promise<Buffer> {
    while (this.#held.length < length) this.#held = Buffer.concat([this.#held, await this.#more()])
    const bytes = this.#held.subarray(0, length)
    this.#held = this.#held.subarray(length)
    return bytes
  }

  /** Reads past everything to the end. */
  async drain(): Promise<void> {
    while ((await this.#next()) !== null);
  }
}

/** The boundary that a Content-Type header gives; null where it is no multipart form. */
export function formBoundary(contentType: string | undefined): string | null {
  const match = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
    contentType ?? '',
  )
  return match?.[1] ?? match?.[2] ?? null
}

/** What browsers escape in names: the quotation mark and the ends of lines. */
function unescaped(name: string): string {
  return name.replace(/%22|%0D|%0A/gi, decodeURIComponent)
}

function partHeaders(head: string): PartHeaders {
  const header = (name: string) => new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(head)?.[1] ?? null
  const disposition = header('Content-Disposition') ?? ''
  const name = /;\s*name="([^"]*)"/i.exec(disposition)?.[1]
  if (name === undefined) throw new FormError('malformed')
  const fileName = /;\s*filename="([^"]*)"/i.exec(disposition)?.[1]
  return {
    name: unescaped(name),
    fileName: fileName === undefined ? null : (unescaped(fileName).split(/[/\\]/).at(-1) ?? ''),
    contentType: header('Content-Type')?.trim() ?? null,
  }
}

export type FormPartsOptions = { readonly boundary: string; readonly limits: FormLimits; readonly save?: SavePart }

/**
 * Reads a multipart form part by part, so that no more than one part is ever held. The next part is read only
 * when it is asked for.
 *
 * @param save for parts that are not held; none are saved where it is left out
 * @throws FormError when the form breaks off, is none, or goes past `limits.body` or `limits.parts`
 */
export async function* formParts(
  stream: AsyncIterable<Uint8Array>,
  { boundary, limits, save = async () => null }: FormPartsOptions,
): AsyncGenerator<FormPart> {
  // The first delimiter may stand at the very start, without the line end that all others have before them.
  const reader = new DelimitedReader(stream, { start: LINE_END, limit: limits.body })
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  await reader.until(delimiter, 0)
  for (let count = 0; ; count++) {
    const follows = (await reader.exactly(2)).toString('latin1')
    if (follows === '--') return reader.drain()
    if (follows !== '\r\n') throw new FormError('malformed')
    if (count === limits.parts) throw new FormError('too-much')
    const head = await reader.until(HEADERS_END, MAX_HEADER_BYTES)
    if (head === null) throw new FormError('malformed')
    const headers = partHeaders(head.toString('utf8'))
    const savedAt = await save(headers, reader.uncountedBefore(delimiter))
    const bytes = savedAt === null ? await reader.until(delimiter, limits.part) : Buffer.alloc(0)
    yield { ...headers, bytes: bytes ?? Buffer.alloc(0), tooLarge: bytes === null, savedAt }
  }
}
