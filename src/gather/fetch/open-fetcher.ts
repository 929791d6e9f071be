import { setTimeout as timeout } from 'node:timers/promises'
import { FetchFailure, lasting, passing } from '../../http/fetch-failure.ts'
import type { Clock } from '../../record/clock.ts'
import type { Fetcher, FetchOutcome, FetchRequest } from '../../record/fetcher.ts'
import { type ResolveName, systemNames } from './checked-addresses.ts'
import { type Answer, type Ask, exchange, type Web } from './exchange.ts'
import { FETCH_LIMITS, type FetchLimits } from './fetch-limits.ts'
import { HostTurns, type Wait } from './host-turns.ts'
import { pageOutcome, pageWish, robotsWish } from './page-answer.ts'
import { followRedirects } from './redirects.ts'
import { requestBytes } from './request-bytes.ts'
import { Robots } from './robots.ts'
import { AGENT_NAME } from './user-agent.ts'
import { bareHost, webUrl } from './web-url.ts'

/** The pause between two pages of one host, in milliseconds: what a person needs to open the next one. */
const GAP_MS = 1_000
/** A site may ask for longer pauses, but not bring gathering to a halt with them. */
const MAX_CRAWL_DELAY_MS = 30_000

/** RFC 9309, 2.3.1.2. */
const ROBOTS_REDIRECTS = 5

export type FetcherOptions = {
  /** See `userAgent`. */
  readonly userAgent: string
  /** Whether this computer itself and private networks may be fetched from. */
  readonly allowPrivate: boolean
  /** Whether what a site's robots.txt asks is done. */
  readonly respectRobots: boolean
  readonly clock: Clock
  /** Looks names up; the system does where it is left out. */
  readonly resolve?: ResolveName
  /** Waits for a host's turn. */
  readonly wait?: Wait
  /** Other limits than `FETCH_LIMITS`. */
  readonly limits?: Partial<FetchLimits>
}

const waitFor: Wait = (ms, signal) => timeout(ms, undefined, { signal }).catch(() => signal.throwIfAborted())

/** The time that the requests of one page have left, in milliseconds. */
type Budget = { leftMs: number }

type Request = Pick<Ask, 'request' | 'wish'> & {
  readonly budget: Budget
  readonly gapMs: number
  readonly isPage: boolean
}

class WebFetcher implements Fetcher {
  readonly #options: FetcherOptions
  readonly #web: Web
  readonly #turns: HostTurns
  readonly #robots: Robots
  readonly #stop = new AbortController()

  constructor(options: FetcherOptions) {
    const { clock, allowPrivate, resolve = systemNames, wait = waitFor, limits } = options
    this.#options = options
    this.#web = { resolve, allowPrivate, clock, limits: { ...FETCH_LIMITS, ...limits }, stop: this.#stop.signal }
    this.#turns = new HostTurns({ clock, wait })
    this.#robots = new Robots({ ask: (url) => this.#robotsTxt(url), agent: AGENT_NAME, clock })
  }

  async fetch(request: FetchRequest): Promise<FetchOutcome> {
    try {
      return await this.#page(request)
    } catch (error) {
      if (!(error instanceof FetchFailure)) throw error
      const { fault, mayPass, retryAfterMs } = error
      return { state: 'failed', fault, mayPass, retryAfterMs }
    }
  }

  async close(): Promise<void> {
    this.#stop.abort(passing('not-reached', 'fetching was stopped before it was done; fetch it again'))
  }

  async #page({ url, etag, lastModified }: FetchRequest): Promise<FetchOutcome> {
    const { limits, clock } = this.#web
    const { userAgent } = this.#options
    const first = webUrl(url, null)
    const budget = { leftMs: limits.wholeMs }
    const isConditional = etag !== null || lastModified !== null
    const answers = await followRedirects(first, {
      most: limits.redirects,
      ask: async (to, isFirst) => {
        const delay = await this.#permission(to)
        return this.#ask(to, {
          request: requestBytes(to, { userAgent, etag, lastModified }),
          wish: (head) => pageWish(head, { isConditional, now: clock.now() }),
          budget,
          // Redirects are one page to the person who waits for it.
          gapMs: isFirst ? delay : 0,
          isPage: true,
        })
      },
    })
    return pageOutcome(answers, { name: url, asked: first.href, at: clock.now() })
  }

  /**
   * Asks a site's robots.txt whether an address may be fetched.
   *
   * @returns the pause before it, in milliseconds
   */
  async #permission(url: URL): Promise<number> {
    if (!this.#options.respectRobots) return GAP_MS
    const { mayFetch, crawlDelayMs } = await this.#robots.rulesFor(url)
    if (mayFetch(url)) return Math.max(GAP_MS, Math.min(crawlDelayMs ?? 0, MAX_CRAWL_DELAY_MS))
    throw lasting(
      'not-allowed',
      "the site's robots.txt asks programs not to fetch this page; open it in a browser, save it, and add that",
    )
  }

  async #robotsTxt(url: URL): Promise<Answer> {
    const { limits } = this.#web
    const budget = { leftMs: limits.wholeMs }
    const request = { userAgent: this.#options.userAgent, etag: null, lastModified: null }
    const answers = await followRedirects(url, {
      most: ROBOTS_REDIRECTS,
      ask: (to) =>
        this.#ask(to, { request: requestBytes(to, request), wish: robotsWish, budget, gapMs: 0, isPage: false }),
    })
    return answers.at(-1) as Answer
  }

  /** Sends one request when it is the host's turn. */
  #ask(url: URL, { request, wish, budget, gapMs, isPage }: Request): Promise<Answer> {
    const host = bareHost(url)
    return this.#turns.take(host, { gapMs, isPage, signal: this.#stop.signal }, async () => {
      const startedAt = performance.now()
      try {
        return await exchange(url, { request, wish, leftMs: budget.leftMs }, this.#web)
      } catch (error) {
        if (error instanceof FetchFailure && error.retryAfterMs !== null)
          this.#turns.leaveAlone(host, error.retryAfterMs)
        throw error
      } finally {
        budget.leftMs -= performance.now() - startedAt
      }
    })
  }
}

/** Opens a fetcher. Close it to break off what it is at. */
export function openFetcher(options: FetcherOptions): Fetcher {
  return new WebFetcher(options)
}
