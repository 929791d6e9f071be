import { FetchFailure } from '../../http/fetch-failure.ts'
import type { Clock } from '../../record/clock.ts'

/** Waits for `ms`; rejects with the signal's reason where it is aborted first. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<unknown>

/** What is known of a host that was asked lately. Times are in milliseconds since 1970. */
type Host = {
  /** Settles when all that was asked of it so far has been answered. */
  tail: Promise<unknown>
  /** How many requests wait for their turn or are under way. */
  waiting: number
  lastPage: number
  /** It asked to be left alone until then. */
  notBefore: number
}

/** How many hosts are remembered; beyond it, those that are idle are forgotten. */
const REMEMBERED = 1_000

function leftAlone(retryAfterMs: number): FetchFailure {
  const seconds = Math.ceil(retryAfterMs / 1000)
  return new FetchFailure(
    'not-reached',
    `the site wants to be left alone for ${seconds} more seconds; try again then`,
    {
      mayPass: true,
      retryAfterMs,
    },
  )
}

/** Sees to it that each host is asked for one thing at a time, with a pause between them. */
export class HostTurns {
  readonly #clock: Clock
  readonly #wait: Wait
  readonly #hosts = new Map<string, Host>()

  constructor({ clock, wait }: { readonly clock: Clock; readonly wait: Wait }) {
    this.#clock = clock
    this.#wait = wait
  }

  /**
   * Does `work` when it is the host's turn.
   *
   * @param options.gapMs  how long after the last page of this host at the earliest
   * @param options.isPage whether the next page is to come that long after this
   * @throws FetchFailure, without doing it, where the host asked to be left alone; what `work` throws
   */
  async take<T>(
    host: string,
    options: { readonly gapMs: number; readonly isPage: boolean; readonly signal: AbortSignal },
    work: () => Promise<T>,
  ): Promise<T> {
    const known = this.#host(host)
    known.waiting += 1
    const turn = known.tail.then(async () => {
      options.signal.throwIfAborted()
      if (known.notBefore > this.#now()) throw leftAlone(known.notBefore - this.#now())
      // A clock that was set back must not make a host wait for hours.
      const pause = Math.min(known.lastPage + options.gapMs - this.#now(), options.gapMs)
      if (pause > 0) await this.#wait(pause, options.signal)
      try {
        return await work()
      } finally {
        if (options.isPage) known.lastPage = this.#now()
      }
    })
    // The next one's turn comes whatever becomes of this one; whoever took it hears of its failure.
    known.tail = turn.catch(() => undefined)
    try {
      return await turn
    } finally {
      known.waiting -= 1
    }
  }

  /** Leaves a host alone for a while: what is asked of it before then fails at once. */
  leaveAlone(host: string, ms: number): void {
    this.#host(host).notBefore = this.#now() + ms
  }

  #now(): number {
    return Date.parse(this.#clock.now())
  }

  #host(name: string): Host {
    const known = this.#hosts.get(name)
    if (known !== undefined) return known
    if (this.#hosts.size >= REMEMBERED) this.#forgetOne()
    const host: Host = { tail: Promise.resolve(), waiting: 0, lastPage: -Infinity, notBefore: -Infinity }
    this.#hosts.set(name, host)
    return host
  }

  /** Forgets the host that was met first, of those that nobody waits for and that did not ask to be left alone. */
  #forgetOne(): void {
    const now = this.#now()
    const idle = [...this.#hosts].find(([, { waiting, notBefore }]) => waiting === 0 && notBefore <= now)
    if (idle !== undefined) this.#hosts.delete(idle[0])
  }
}
