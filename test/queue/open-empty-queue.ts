import { onTestFinished } from 'vitest'
import type { Clock } from '../../src/record/clock.ts'
import type { Input } from '../../src/record/input.ts'
import type { Queue, TakeOptions, Work, WorkKind } from '../../src/record/queue.ts'

/** Opens an empty queue of its own that goes by the clock it is given. */
export type OpenQueue = (clock: Clock) => Promise<Queue>

/** A clock that stands still until it is moved. */
export type TestClock = Clock & {
  /** The time so many seconds from now, UTC. */
  in(seconds: number): string
  /** Moves the clock on. */
  pass(seconds: number): void
}

export function testClock(): TestClock {
  let now = Date.parse('2026-11-24T12:00:00.000Z')
  const at = (time: number) => new Date(time).toISOString()
  return {
    now: () => at(now),
    in: (seconds) => at(now + 1000 * seconds),
    pass: (seconds) => {
      now += 1000 * seconds
    },
  }
}

/** An empty queue that is closed when the test has ended, and its clock. */
export async function emptyQueue(open: OpenQueue): Promise<{ readonly queue: Queue; readonly clock: TestClock }> {
  const clock = testClock()
  const queue = await open(clock)
  onTestFinished(() => queue.close())
  return { queue, clock }
}

/** An input with every field set, and bytes that are no text. */
export function inputOf(name: string): Input {
  return {
    name,
    bytes: new Uint8Array([0, 255, 1]),
    contentType: 'text/html',
    url: 'https://example.org/a',
    received: {
      via: 'page',
      askedUrl: null,
      at: '2026-11-24T11:00:00.000Z',
      status: 200,
      headers: [['Content-Type', 'text/html']],
      address: null,
      recordId: null,
      exchanges: [],
    },
  }
}

/** An address that is to be added, on a host of its own. */
export function address(name: string): Work {
  return { kind: 'add-url', url: `https://${name}.example/` }
}

/** Everything of a kind. */
export function all(kind: WorkKind): TakeOptions {
  return { kind, onlyAskedFor: false }
}

/** Takes until nothing of the kind is left to take. @returns the names, in the order taken */
export async function takeAll(queue: Queue, options: TakeOptions = all('add-url')): Promise<readonly string[]> {
  const taken = await queue.take(options)
  return taken === null ? [] : [taken.job.name, ...(await takeAll(queue, options))]
}
