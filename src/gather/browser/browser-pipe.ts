import type { Readable, Writable } from 'node:stream'

/** An event of the browser. */
export type BrowserEvent = {
  readonly method: string
  readonly params: Readonly<Record<string, unknown>>
  /** Of which page or frame it tells; null for the browser itself. */
  readonly sessionId: string | null
}

type Params = Readonly<Record<string, unknown>>
type Waiting = { readonly resolve: (result: Params) => void; readonly reject: (error: Error) => void }

/** More than any picture or PDF that is kept, in bytes: what is longer is an attack on our memory. */
const MAX_MESSAGE = 256 * 1024 * 1024

/**
 * Speaks with a browser over two pipes: messages of the DevTools protocol, a NUL behind each. No port is opened, so
 * that nobody else can speak with it.
 */
export class BrowserPipe {
  readonly #out: Writable
  readonly #waiting = new Map<number, Waiting>()
  readonly #listeners = new Set<(event: BrowserEvent) => void>()
  #pieces: Buffer[] = []
  #length = 0
  #last = 0
  #ended: Error | null = null

  constructor(out: Writable, incoming: Readable) {
    this.#out = out
    // It reads nothing any more.
    out.on('error', () => this.end(new Error('the browser ended')))
    incoming.on('data', (piece: Buffer) => this.#take(piece))
    incoming.on('error', (error) => this.end(error))
    incoming.on('end', () => this.end(new Error('the browser ended')))
  }

  /** @throws the browser's own words where it refuses, and where it has ended */
  send(method: string, params: Params = {}, sessionId: string | null = null): Promise<Params> {
    if (this.#ended !== null) return Promise.reject(this.#ended)
    const id = ++this.#last
    const message = JSON.stringify({ id, method, params, ...(sessionId === null ? {} : { sessionId }) })
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#out.write(`${message}\0`)
    })
  }

  listen(listener: (event: BrowserEvent) => void): void {
    this.#listeners.add(listener)
  }

  /** Nothing more comes: whatever waits fails with `reason`. */
  end(reason: Error): void {
    this.#ended ??= reason
    for (const { reject } of this.#waiting.values()) reject(this.#ended)
    this.#waiting.clear()
  }

  #take(piece: Buffer): void {
    let rest = piece
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      this.#hear(Buffer.concat([...this.#pieces, rest.subarray(0, end)]).toString('utf8'))
      this.#pieces = []
      this.#length = 0
      rest = rest.subarray(end + 1)
    }
    this.#length += rest.length
    if (this.#length > MAX_MESSAGE) this.end(new Error('the browser sent more than is taken'))
    else this.#pieces.push(rest)
  }

  #hear(text: string): void {
    const { id, result, error, method, params, sessionId } = JSON.parse(text)
    if (id === undefined) {
      for (const listener of this.#listeners) listener({ method, params: params ?? {}, sessionId: sessionId ?? null })
      return
    }
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (error === undefined) waiting?.resolve(result ?? {})
    else waiting?.reject(new Error(`${error.message}`))
  }
}
