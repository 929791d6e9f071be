import type { WaitingOf } from './deliveries.ts'

/** How fast a provider, which many addresses share, is offered mail. */
export type Throttle = {
  /** Messages that may be under way to it at one time. */
  readonly atOnce: number
  /** Messages that it may be offered in a minute; null for as many as it takes. */
  readonly aMinute: number | null
}

/** A delivery that is to be offered next. */
export type Planned = { readonly seq: number; readonly domain: string }

type Provider = {
  readonly domain: string
  readonly throttle: Throttle
  readonly seqs: number[]
  underWay: number
  /** Milliseconds; before then it is offered nothing. */
  freeAt: number
}

const MINUTE_MS = 60_000

/**
 * In which order deliveries are offered: the providers in turn, so that a slow one holds up nobody else's mail. It is a
 * plan only: what may be offered in fact, the record of deliveries says at the moment of offering.
 */
export class SendPlan {
  readonly #throttleOf: (domain: string) => Throttle
  readonly #providers = new Map<string, Provider>()
  /** Domains in the order of their turns; those with nothing left are taken out. */
  #turns: Provider[] = []

  constructor(throttleOf: (domain: string) => Throttle) {
    this.#throttleOf = throttleOf
  }

  /** Plans anew what waits. What is under way is still counted. */
  refill(waiting: readonly WaitingOf[]): void {
    for (const { seqs } of this.#providers.values()) seqs.length = 0
    for (const { domain, seqs } of waiting) for (const seq of seqs.toReversed()) this.#provider(domain).seqs.push(seq)
    for (const [domain, { seqs, underWay }] of this.#providers)
      if (seqs.length === 0 && underWay === 0) this.#providers.delete(domain)
    this.#turns = [...this.#providers.values()].filter(({ seqs }) => seqs.length > 0)
  }

  /** Takes what is to be offered next, or null where nothing may be now. */
  next(nowMs: number): Planned | null {
    for (let looked = this.#turns.length; looked > 0; looked -= 1) {
      const provider = this.#turns.shift()
      if (provider === undefined) return null
      const { throttle, domain } = provider
      if (provider.underWay >= throttle.atOnce || provider.freeAt > nowMs) {
        this.#turns.push(provider)
        continue
      }
      const seq = provider.seqs.pop()
      if (provider.seqs.length > 0) this.#turns.push(provider)
      if (seq === undefined) continue
      provider.underWay += 1
      if (throttle.aMinute !== null) provider.freeAt = Math.max(provider.freeAt, nowMs) + MINUTE_MS / throttle.aMinute
      return { seq, domain }
    }
    return null
  }

  /** One that was under way is so no more. */
  ended({ domain }: Planned): void {
    const provider = this.#providers.get(domain)
    if (provider !== undefined) provider.underWay -= 1
  }

  /** Whether anything is left of what was planned. */
  get isEmpty(): boolean {
    return this.#turns.length === 0
  }

  /** When a provider that is offered nothing now may be again, in milliseconds; null where none is held back by time. */
  freeAt(): number | null {
    const times = this.#turns.map(({ freeAt }) => freeAt)
    return times.length === 0 ? null : Math.min(...times)
  }

  #provider(domain: string): Provider {
    const known = this.#providers.get(domain)
    if (known !== undefined) return known
    const provider: Provider = { domain, throttle: this.#throttleOf(domain), seqs: [], underWay: 0, freeAt: 0 }
    this.#providers.set(domain, provider)
    return provider
  }
}
