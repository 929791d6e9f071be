import { type AnswerHead, headerValue } from '../../http/answer-head.ts'
import { FetchFailure } from '../../http/fetch-failure.ts'
import type { Clock } from '../../record/clock.ts'
import type { Answer } from './exchange.ts'
import { retryAfterMs } from './retry-after.ts'
import { EVERYTHING, type RobotsRules, robotsRules } from './robots-rules.ts'

/** How long a robots.txt is good, in milliseconds: RFC 9309 allows no more than a day. */
const GOOD_FOR = 24 * 60 * 60 * 1000

/** How many sites' files are remembered; the one asked for first is forgotten first. */
const REMEMBERED = 1_000

export type RobotsOptions = {
  /** Asks for a robots.txt and where it leads; rejects with a FetchFailure. */
  readonly ask: (url: URL) => Promise<Answer>
  /** The name we go by in these files. */
  readonly agent: string
  readonly clock: Clock
}

/** Knows what each site asks of programs; each robots.txt is fetched once a day. */
export class Robots {
  readonly #options: RobotsOptions
  /** By origin; `goodUntil` in milliseconds since 1970. */
  readonly #known = new Map<string, { goodUntil: number; readonly rules: Promise<RobotsRules> }>()

  constructor(options: RobotsOptions) {
    this.#options = options
  }

  /**
   * What the site of `url` asks of us.
   *
   * @throws FetchFailure where its robots.txt cannot be had now: then nothing of it may be fetched (RFC 9309, 2.3.1.4)
   */
  async rulesFor({ origin }: URL): Promise<RobotsRules> {
    const known = this.#known.get(origin)
    if (known !== undefined && this.#now() < known.goodUntil) return known.rules
    const entry = { goodUntil: this.#now() + GOOD_FOR, rules: this.#fetched(new URL('/robots.txt', origin)) }
    this.#known.delete(origin)
    this.#known.set(origin, entry)
    const [oldest] = this.#known.keys()
    if (this.#known.size > REMEMBERED && oldest !== undefined) this.#known.delete(oldest)
    try {
      return await entry.rules
    } catch (error) {
      // Asked again the next time, or when the site wants it.
      entry.goodUntil = this.#now() + ((error as FetchFailure).retryAfterMs ?? 0)
      throw error
    }
  }

  #now(): number {
    return Date.parse(this.#options.clock.now())
  }

  async #fetched(url: URL): Promise<RobotsRules> {
    const { ask, agent } = this.#options
    try {
      const { head, body } = await ask(url)
      if (head.status >= 200 && head.status < 300) return robotsRules(Buffer.from(body).toString('utf8'), agent)
      if (head.status >= 500 || head.status === 429) throw notNow(head, this.#options.clock.now())
      // No such file, or none for us: the site asks nothing of programs.
      return EVERYTHING
    } catch (error) {
      // A file that leads nowhere, or where nobody may be led, is as good as none.
      if (!(error instanceof FetchFailure) || !error.isLed) throw error
      if (error.mayPass) throw error.ledTo('its robots.txt cannot be had now: ')
      return EVERYTHING
    }
  }
}

/** A site whose file cannot be had now is not asked for it again at once. */
const ASKED_AGAIN_AFTER = 60_000

function notNow(head: AnswerHead, now: string): FetchFailure {
  const sentence = `its robots.txt, which says what programs may fetch, cannot be had now (${head.status}); try again later`
  const wait = retryAfterMs(headerValue(head, 'retry-after'), now) ?? ASKED_AGAIN_AFTER
  return new FetchFailure('not-reached', sentence, { mayPass: true, retryAfterMs: wait })
}
