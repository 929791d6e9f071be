import { type ChildProcess, fork } from 'node:child_process'
import { watchMemory } from './child-memory.ts'

/** What came of one piece of work: its result, or why its process did not live to give one. */
export type ChildOutcome<Result> =
  | { readonly state: 'done'; readonly result: Result }
  | { readonly state: 'too-slow' }
  | { readonly state: 'too-big' }
  | { readonly state: 'crashed' }

export type ChildPoolOptions<Work> = {
  /** The module that each child runs; it answers every message `{ work }` with one message `{ result }`. */
  readonly entry: URL
  /** What each child finds in `process.argv`. */
  readonly args: readonly string[]
  /** How many children may work at once. */
  readonly size: number
  /** A child that takes longer over this piece of work is killed. */
  readonly timeoutMs: (work: Work) => number
  /** V8's heap limit in a child, in MB. */
  readonly heapMb: number
  /** A child that takes more is killed, in MB: buffers are in no heap, and know no limit of their own. */
  readonly memoryMb: number
}

type Job<Work, Result> = { readonly work: Work; readonly settle: (outcome: ChildOutcome<Result>) => void }

/**
 * Runs work in child processes, so that input made to hang a program or to exhaust its memory takes down a child
 * and never the server. Children are started when first needed and kept; a killed one is replaced.
 */
export class ChildPool<Work, Result> {
  readonly #options: ChildPoolOptions<Work>
  readonly #waiting: Job<Work, Result>[] = []
  readonly #idle: ChildProcess[] = []
  readonly #children = new Set<ChildProcess>()
  #closed = false

  constructor(options: ChildPoolOptions<Work>) {
    this.#options = options
  }

  /** Never rejects: a child that dies is an outcome. After `close` every outcome is "crashed". */
  run(work: Work): Promise<ChildOutcome<Result>> {
    return new Promise((settle) => {
      if (this.#closed) return settle({ state: 'crashed' })
      this.#waiting.push({ work, settle })
      this.#next()
    })
  }

  /** Ends all children; work under way or waiting comes back as "crashed". */
  async close(): Promise<void> {
    this.#closed = true
    for (const { settle } of this.#waiting.splice(0)) settle({ state: 'crashed' })
    const ended = [...this.#children].map((child) => new Promise((done) => child.once('exit', done)))
    for (const child of this.#children) child.kill('SIGKILL')
    await Promise.all(ended)
  }

  #next(): void {
    if (this.#waiting.length === 0) return
    const child = this.#idle.pop() ?? (this.#children.size < this.#options.size ? this.#start() : undefined)
    const job = child && this.#waiting.shift()
    if (child && job) this.#give(child, job)
  }

  #start(): ChildProcess {
    const child = fork(this.#options.entry, [...this.#options.args], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${this.#options.heapMb}`],
      // A dying child prints a page of V8's own words, which tell a person nothing.
      stdio: ['ignore', 'inherit', 'ignore', 'ipc'],
    })
    this.#children.add(child)
    child.once('exit', () => {
      this.#children.delete(child)
      const at = this.#idle.indexOf(child)
      if (at >= 0) this.#idle.splice(at, 1)
      this.#next()
    })
    return child
  }

  #give(child: ChildProcess, job: Job<Work, Result>): void {
    const finish = (outcome: ChildOutcome<Result>) => {
      clearTimeout(timer)
      stopWatching()
      child.off('message', onMessage).off('exit', onExit).off('error', onExit)
      job.settle(outcome)
    }
    const onMessage = (message: unknown) => {
      this.#idle.push(child)
      finish({ state: 'done', result: (message as { result: Result }).result })
      this.#next()
    }
    const onExit = () => finish({ state: 'crashed' })
    const end = (state: 'too-slow' | 'too-big') => {
      finish({ state })
      child.kill('SIGKILL')
    }
    const timer = setTimeout(() => end('too-slow'), this.#options.timeoutMs(job.work))
    const stopWatching = watchMemory(child.pid ?? 0, this.#options.memoryMb, () => end('too-big'))
    child.on('message', onMessage).on('exit', onExit).on('error', onExit)
    child.send({ work: job.work }, (error) => error && child.kill('SIGKILL'))
  }
}
