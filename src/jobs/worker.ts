import type { Clock } from '../record/clock.ts'
import type { Id } from '../record/id.ts'
import type { Queue, TakenJob, Work, WorkKind } from '../record/queue.ts'
import { StoreError } from '../record/store-error.ts'
import type { JobContext, JobEnd, JobHandler, JobHandlers } from './job-handlers.ts'
import { nextTryAfter } from './next-try.ts'
import { progressWriter } from './progress-writer.ts'

/** How many jobs of a kind run at once, and how many of these places are kept for what somebody asked for. */
export type Slots = { readonly atOnce: number; readonly kept: number }

export type WorkerOptions = {
  readonly queue: Queue
  readonly handlers: JobHandlers
  readonly slots: Readonly<Record<WorkKind, Slots>>
  readonly clock: Clock
  /** Said of a job that an error of ours ended. */
  readonly crashed: string
  /** Takes a sentence: the list of work cannot be written. */
  readonly fault: (sentence: string) => void
  /** Told of every error that is ours. */
  readonly report: (error: unknown) => void
}

/** How often it says that it still works, and looks whether another process has left something to do. */
const LOOK_EVERY_MS = 5_000
/** The longest time that a timer takes. */
const MAX_TIMER_MS = 2 ** 31 - 1
/** What ended is forgotten after so long: with it goes what was handed in and set aside. */
const FORGET_EVERY_MS = 24 * 3600 * 1000
const DONE_KEPT_MS = 7 * 24 * 3600 * 1000
const SET_ASIDE_KEPT_MS = 30 * 24 * 3600 * 1000

type Running = { readonly taken: TakenJob; readonly stop: AbortController; readonly ended: Promise<void> }

/**
 * Does what waits in the queue, in the background of this process: of each kind so many at once that none keeps the
 * others waiting. It wakes when something is added here and when the next job is due.
 */
export class Worker {
  readonly #options: WorkerOptions
  readonly #running = new Map<Id, Running>()
  readonly #unwatch: () => void
  readonly #look: NodeJS.Timeout
  #due: NodeJS.Timeout | null = null
  #state: 'resting' | 'taking' | 'taking, and again' | 'stopped' = 'resting'
  #lastFault: string | null = null
  #forgotAt = Number.NEGATIVE_INFINITY

  constructor(options: WorkerOptions) {
    this.#options = options
    this.#unwatch = options.queue.watch(() => this.#wake())
    this.#look = setInterval(() => void this.#unlessRefused(() => this.#lookAround()), LOOK_EVERY_MS)
    this.#wake()
  }

  /**
   * Takes nothing more, and lets go of what runs: it waits again, for the next start.
   *
   * @returns how many jobs it let go of
   */
  async stop(): Promise<number> {
    this.#state = 'stopped'
    this.#unwatch()
    clearInterval(this.#look)
    if (this.#due !== null) clearTimeout(this.#due)
    const running = [...this.#running]
    for (const [, { stop }] of running) stop.abort()
    await this.#unlessRefused(async () => {
      for (const [id] of running) await this.#options.queue.release(id)
    })
    return running.length
  }

  /** Resolves when nothing runs here any more. */
  async ended(): Promise<void> {
    await Promise.all([...this.#running.values()].map(({ ended }) => ended))
  }

  #wake(): void {
    if (this.#state === 'resting') void this.#unlessRefused(() => this.#takeAll())
    else if (this.#state === 'taking') this.#state = 'taking, and again'
  }

  /** Whether it was stopped meanwhile: a method, since the compiler takes no property to change while it waits. */
  #isStopped(): boolean {
    return this.#state === 'stopped'
  }

  async #takeAll(): Promise<void> {
    this.#state = 'taking'
    try {
      await this.#forget()
      do {
        if (this.#isStopped()) return
        this.#state = 'taking'
        for (const kind of Object.keys(this.#options.handlers) as WorkKind[]) await this.#takeOfKind(kind)
      } while (this.#hasToTakeAgain())
    } finally {
      if (!this.#isStopped()) this.#state = 'resting'
    }
    await this.#wakeWhenDue()
  }

  #hasToTakeAgain(): boolean {
    return this.#state === 'taking, and again'
  }

  async #takeOfKind(kind: WorkKind): Promise<void> {
    const { queue, slots } = this.#options
    while (!this.#isStopped()) {
      const jobs = [...this.#running.values()].map(({ taken }) => taken.job).filter((job) => job.kind === kind)
      const { atOnce, kept } = slots[kind]
      if (jobs.length >= atOnce) return
      const onlyAskedFor = jobs.filter(({ inBackground }) => inBackground).length >= atOnce - kept
      const taken = await queue.take({ kind, onlyAskedFor })
      if (taken === null) return
      // It was stopped in between: what it let go of then does not have this one in it.
      if (this.#isStopped()) return void (await queue.release(taken.job.id))
      this.#begin(taken)
    }
  }

  async #wakeWhenDue(): Promise<void> {
    const due = await this.#options.queue.nextDue()
    if (this.#due !== null) clearTimeout(this.#due)
    this.#due = null
    if (due === null || this.#isStopped()) return
    const wait = Date.parse(due) - Date.parse(this.#options.clock.now())
    this.#due = setTimeout(() => this.#wake(), Math.min(Math.max(wait, 0) + 1, MAX_TIMER_MS))
  }

  #begin(taken: TakenJob): void {
    const { id } = taken.job
    const stop = new AbortController()
    const ended = this.#run(taken, stop).finally(() => {
      this.#running.delete(id)
      this.#wake()
    })
    this.#running.set(id, { taken, stop, ended })
  }

  async #run(taken: TakenJob, stop: AbortController): Promise<void> {
    const { id } = taken.job
    const { signal } = stop
    const writer = progressWriter((progress) =>
      this.#unlessRefused(async () => {
        if (!(await this.#options.queue.progress(id, progress))) stop.abort()
      }),
    )
    const end = await this.#tryOnce(taken.work, { progress: writer.report, signal })
    writer.stop()
    // An end that cannot be written yet, on a full disk, is written later: the job stays ours until then.
    while (!signal.aborted && !(await this.#unlessRefused(() => this.#end(taken, end)))) await this.#pause(signal)
  }

  async #tryOnce(work: Work, context: JobContext): Promise<JobEnd> {
    const { handlers, crashed, report } = this.#options
    try {
      // The handler is the one of the work's own kind, which the compiler cannot see.
      return await (handlers[work.kind] as JobHandler<WorkKind>)(work, context)
    } catch (error) {
      if (error instanceof StoreError) return failed('not-stored', error.message, true)
      if (!context.signal.aborted) report(error)
      return failed('unreadable', crashed, false)
    }
  }

  async #end({ job }: TakenJob, end: JobEnd): Promise<void> {
    const { queue, clock } = this.#options
    if (end.state !== 'failed') return void (await queue.done(job.id, end))
    const wait = nextTryAfter(end, job.failures, Math.random())
    if (wait === null) return void (await queue.setAside(job.id, end.fault))
    const notBefore = new Date(Date.parse(clock.now()) + wait).toISOString()
    await queue.retry(job.id, { fault: end.fault, notBefore })
  }

  async #lookAround(): Promise<void> {
    const gone = await this.#options.queue.keep([...this.#running.keys()])
    for (const id of gone) this.#running.get(id)?.stop.abort()
    this.#wake()
  }

  /** Once a day. */
  async #forget(): Promise<void> {
    const { queue, clock } = this.#options
    const now = Date.parse(clock.now())
    if (now - this.#forgotAt < FORGET_EVERY_MS) return
    this.#forgotAt = now
    const before = (ms: number) => new Date(now - ms).toISOString()
    await queue.forgetEnded({ done: before(DONE_KEPT_MS), setAside: before(SET_ASIDE_KEPT_MS) })
  }

  #pause(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, LOOK_EVERY_MS)
      signal.addEventListener('abort', () => {
        clearTimeout(timer)
        resolve()
      })
    })
  }

  /** Does what writes the queue; where that is refused, says why, once. @returns whether it was done */
  async #unlessRefused(work: () => Promise<void>): Promise<boolean> {
    try {
      await work()
      this.#lastFault = null
      return true
    } catch (error) {
      if (!(error instanceof StoreError)) this.#options.report(error)
      else if (error.message !== this.#lastFault) this.#options.fault(error.message)
      this.#lastFault = error instanceof StoreError ? error.message : null
      return false
    }
  }
}

function failed(code: 'not-stored' | 'unreadable', sentence: string, mayPass: boolean): JobEnd {
  return { state: 'failed', fault: { code, sentence }, mayPass, retryAfterMs: null }
}
