import { type FetchFailure, passing } from '../../http/fetch-failure.ts'

/**
 * A failure of a server that took longer than it may.
 *
 * @param what what did not happen in that time: "no answer came"
 */
export function tooSlow(what: string, ms: number): FetchFailure {
  const seconds = ms < 10_000 ? (ms / 1000).toFixed(1).replace(/\.0$/, '') : String(Math.round(ms / 1000))
  return passing('too-slow', `${what} within ${seconds} ${seconds === '1' ? 'second' : 'seconds'}; try again later`)
}

/** Breaks one piece of work off when any part of it takes too long, or when all is to be stopped. End it afterwards. */
export class Watch {
  readonly #controller = new AbortController()
  readonly #stop: AbortSignal
  readonly #onStop = () => this.#controller.abort(this.#stop.reason)

  constructor(stop: AbortSignal) {
    this.#stop = stop
    stop.throwIfAborted()
    stop.addEventListener('abort', this.#onStop)
  }

  /** Aborted, with the failure as its reason, when the work is to end. */
  get signal(): AbortSignal {
    return this.#controller.signal
  }

  /** Lets go of the signal that stops all: it lives as long as the program. */
  end(): void {
    this.#stop.removeEventListener('abort', this.#onStop)
  }

  /**
   * Waits for a part of the work.
   *
   * @param slow what it fails with where it takes longer than `ms`
   * @throws FetchFailure as soon as it takes too long, even where the part itself never ends
   */
  async within<T>(ms: number, slow: FetchFailure, part: () => Promise<T>): Promise<T> {
    const { signal } = this
    signal.throwIfAborted()
    const timer = setTimeout(() => this.#controller.abort(slow), ms)
    let onAbort = (): void => undefined
    const broken = new Promise<never>((_, reject) => {
      onAbort = () => reject(signal.reason)
      signal.addEventListener('abort', onAbort, { once: true })
    })
    try {
      return await Promise.race([part(), broken])
    } finally {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
    }
  }
}
