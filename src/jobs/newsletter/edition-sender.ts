import { setTimeout } from 'node:timers/promises'
import type { Clock } from '../../record/clock.ts'
import type { Deliveries, FateOfOffer } from '../../record/newsletter/deliveries.ts'
import type { Fate, Offer, Reply, SentMail } from '../../record/newsletter/delivery.ts'
import { type BackOff, fateOf, type SendOutcome } from '../../record/newsletter/fate.ts'
import { type Planned, SendPlan, type Throttle } from '../../record/newsletter/send-plan.ts'
import { Turns } from './turns.ts'

/** One connection to a mail server: `mail/smtp-lane.ts`. */
type Lane = {
  /** @returns null when messages can be offered, or what stands against it */
  open(): Promise<Reply | null>
  send(mail: SentMail): Promise<SendOutcome>
  close(): void
}

type EditionSenderParts = {
  readonly deliveries: Deliveries
  /** The message of an offer: the same bytes but for its date whenever it is asked for, with the same Message-ID. */
  readonly compose: (offer: Offer) => Promise<SentMail>
  readonly openLane: () => Lane
  /** How many connections there are; no more messages than these may be repeated after a crash. */
  readonly lanes: number
  readonly throttleOf: (domain: string) => Throttle
  readonly backOff: BackOff
  readonly clock: Clock
  /** From 0 to 1. */
  readonly random: () => number
  /** Told of every error that is ours. */
  readonly report: (error: unknown) => void
  /** Told when the server cannot be had, and null when it can again. */
  readonly fault: (reply: Reply | null) => void
}

/** What one connection is at. */
type LaneRun = {
  readonly lane: Lane
  /** Of its last offer, until that is written down. */
  fate: FateOfOffer | null
  /** How often in a row it could not be had. */
  failures: number
}

/** How long a connection that could not be had waits before it is tried again, by how often that failed: one that was lost is made anew at once. */
const PAUSES_MS = [0, 1_000, 5_000, 30_000, 120_000] as const
/** Nothing waits: looked for anew after so long, also where nobody said that there is something. */
const IDLE_MS = 60_000
/** A clock may still be just short of what was waited for. */
const SHORTEST_MS = 10
/** After an error of ours, as where the disk is full. */
const ERROR_PAUSE_MS = 5_000

/**
 * Sends what waits, over a few connections, until it is stopped. Each delivery is written down as offered before a
 * server is told of it, and what came of it before the connection's next one is offered.
 */
export class EditionSender {
  readonly #parts: EditionSenderParts
  readonly #plan: SendPlan
  readonly #turns: Turns
  readonly #stopping = new AbortController()
  #waking = new AbortController()
  #refilling: Promise<boolean> | null = null
  #running: Promise<unknown> = Promise.resolve()
  /** Whether there may be more to send than is planned. */
  #isStale = true

  constructor(parts: EditionSenderParts) {
    this.#parts = parts
    this.#plan = new SendPlan(parts.throttleOf)
    this.#turns = new Turns(parts.deliveries)
  }

  start(): void {
    this.#running = Promise.all(Array.from({ length: this.#parts.lanes }, () => this.#runLane()))
  }

  /** To be called when there may be something new to send. */
  wake(): void {
    this.#isStale = true
    this.#waking.abort()
  }

  /** Ends when what is under way has its fate written down. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    this.wake()
    await this.#running
  }

  async #runLane(): Promise<void> {
    const { openLane, report } = this.#parts
    const run: LaneRun = { lane: openLane(), fate: null, failures: 0 }
    while (!(this.#isStopping && run.fate === null)) {
      try {
        await this.#step(run)
      } catch (error) {
        // Nothing was written: what became of the last offer is kept, and written with the next turn.
        report(error)
        if (this.#isStopping) break
        await this.#pause(ERROR_PAUSE_MS)
      }
    }
    run.lane.close()
  }

  /** One offer; or a wait, where there is nothing to offer. */
  async #step(run: LaneRun): Promise<void> {
    const planned = this.#isStopping ? null : this.#plan.next(this.#nowMs())
    if (planned === null) {
      await this.#settle(run)
      if (!this.#isStopping) await this.#waitForMore()
      return
    }
    try {
      await this.#offer(run, planned)
    } finally {
      this.#plan.ended(planned)
    }
  }

  async #offer(run: LaneRun, { seq }: Planned): Promise<void> {
    const refusal = await run.lane.open()
    if (refusal !== null) return this.#rest(run, refusal)
    if (run.failures > 0) this.#parts.fault(null)
    run.failures = 0
    const [offer] = await this.#turns.take(run.fate, [seq])
    run.fate = null
    if (offer === undefined) return
    run.fate = { seq, fate: await this.#send(run.lane, offer) }
    if (run.fate.fate.state === 'waiting') await this.#rest(run, null)
  }

  /** After the server could not be had, or went away: what it was to be offered is planned anew, and it is left in peace. */
  async #rest(run: LaneRun, refusal: Reply | null): Promise<void> {
    await this.#settle(run)
    if (refusal !== null) this.#parts.fault(refusal)
    this.#isStale = true
    await this.#pause(PAUSES_MS[Math.min(run.failures, PAUSES_MS.length - 1)] ?? 0)
    run.failures += 1
  }

  /** Writes down what became of the last offer. */
  async #settle(run: LaneRun): Promise<void> {
    if (run.fate !== null) await this.#turns.take(run.fate, [])
    run.fate = null
  }

  async #send(lane: Lane, offer: Offer): Promise<Fate> {
    const { compose, clock, random, backOff, report } = this.#parts
    const as = { tries: offer.tries, now: clock.now(), random: random(), backOff }
    let mail: SentMail
    try {
      mail = await compose(offer)
    } catch (error) {
      report(error)
      return fateOf({ kind: 'declined', reply: { code: 0, text: 'the message could not be made' } }, as)
    }
    return fateOf(await lane.send(mail), as)
  }

  async #waitForMore(): Promise<void> {
    if (this.#plan.isEmpty || this.#isStale) {
      this.#refilling ??= this.#refill()
      if (await this.#refilling) return
    }
    const now = this.#nowMs()
    const due = await this.#parts.deliveries.nextDue()
    const freeAt = this.#plan.freeAt() ?? Number.POSITIVE_INFINITY
    const until = Math.min(due === null ? Number.POSITIVE_INFINITY : Date.parse(due), freeAt, now + IDLE_MS)
    await this.#pause(Math.max(until - now, SHORTEST_MS))
    if (due !== null && this.#nowMs() >= Date.parse(due)) this.#isStale = true
  }

  /** @returns whether there is anything to send */
  async #refill(): Promise<boolean> {
    try {
      this.#isStale = false
      this.#waking = new AbortController()
      if (this.#isStopping) return false
      this.#plan.refill(await this.#parts.deliveries.waiting())
      return !this.#plan.isEmpty
    } finally {
      this.#refilling = null
    }
  }

  /** Waits, and no longer than until it is woken. */
  async #pause(ms: number): Promise<void> {
    const signal = AbortSignal.any([this.#waking.signal, this.#stopping.signal])
    await setTimeout(ms, undefined, { signal }).catch(() => undefined)
  }

  get #isStopping(): boolean {
    return this.#stopping.signal.aborted
  }

  #nowMs(): number {
    return Date.parse(this.#parts.clock.now())
  }
}
