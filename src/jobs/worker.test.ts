import { afterEach, beforeEach, expect, test } from 'vitest'
import { address, type TestClock, testClock } from '../../test/queue/open-empty-queue.ts'
import type { FaultCode } from '../article/fault.ts'
import { openQueue } from '../queue/open-queue.ts'
import type { Job, JobOutcome, Queue, Work, WorkKind } from '../record/queue.ts'
import { StoreError } from '../record/store-error.ts'
import type { JobContext, JobEnd } from './job-handlers.ts'
import { Worker } from './worker.ts'

const DONE: JobOutcome = { state: 'said', sentence: 'it was done' }

/** A busy machine takes its time. */
const PATIENCE = { timeout: 30_000, interval: 10 }

/** One call of a handler, which ends when the test says so. */
type Call = {
  readonly name: string
  readonly context: JobContext
  readonly end: (end: JobEnd) => void
  readonly fail: (error: unknown) => void
}

let queue: Queue
let clock: TestClock
let worker: Worker
let calls: Call[]
let reported: unknown[]
let said: string[]

function nameOf(work: Work): string {
  if (work.kind === 'add-url') return new URL(work.url).host.replace('.example', '')
  return work.kind === 'add-archive' ? work.path : work.kind
}

function handle(work: Work, context: JobContext): Promise<JobEnd> {
  const { promise, resolve: end, reject: fail } = Promise.withResolvers<JobEnd>()
  calls.push({ name: nameOf(work), context, end, fail })
  return promise
}

function failure(code: FaultCode, mayPass: boolean, retryAfterMs: number | null = null): JobEnd {
  return { state: 'failed', fault: { code, sentence: 'it failed' }, mayPass, retryAfterMs }
}

beforeEach(async () => {
  clock = testClock()
  queue = await openQueue({ folder: null, clock })
  calls = []
  reported = []
  said = []
  const one = { atOnce: 1, kept: 0 }
  worker = new Worker({
    queue,
    handlers: { 'add-url': handle, 'add-archive': handle, 'add-input': handle },
    slots: {
      'add-url': { atOnce: 3, kept: 1 },
      'add-archive': one,
      'add-page': one,
      'add-input': one,
      'look-at-feed': one,
      'look-at-page': one,
    },
    clock,
    crashed: 'an error of ours',
    fault: (sentence) => said.push(sentence),
    report: (error) => reported.push(error),
  })
})
afterEach(async () => {
  await worker.stop()
  await queue.close()
})

/** Waits until so many calls were made. @returns their names */
async function called(count: number): Promise<readonly string[]> {
  await expect.poll(() => calls.length, PATIENCE).toBeGreaterThanOrEqual(count)
  return calls.map(({ name }) => name)
}

/** Waits until a job is as expected. */
function becomes(id: string, expected: Partial<Job>) {
  return expect.poll(() => queue.job(id), PATIENCE).toMatchObject(expected)
}

test('what is added is begun at once, so many of a kind at a time, and the next when one ends', async () => {
  const [first = ''] = await Promise.all(['a', 'b', 'c', 'd'].map((name) => queue.add(address(name))))
  expect(await called(3)).toEqual(['a', 'b', 'c'])
  calls[0]?.end(DONE)
  expect(await called(4)).toEqual(['a', 'b', 'c', 'd'])
  await becomes(first, { state: 'done', outcome: DONE })
})

test('a huge archive and slow servers keep nothing handed in waiting', async () => {
  await queue.add({ kind: 'add-archive', path: '/huge.warc' })
  for (const name of ['a', 'b', 'c', 'd']) await queue.add(address(name))
  await called(4)
  const input = { name: 'x', bytes: new Uint8Array(), contentType: null, url: null, received: null }
  await queue.add({ kind: 'add-input', input })
  expect(await called(5)).toContain('add-input')
})

test('what feeds ask for leaves a place for a person', async () => {
  for (const name of ['a', 'b', 'c']) await queue.add(address(name), { inBackground: true })
  expect(await called(2)).toEqual(['a', 'b'])
  await queue.add(address('person'))
  expect(await called(3)).toEqual(['a', 'b', 'person'])
})

test('what may pass is tried again after a while, and ends', async () => {
  const id = await queue.add(address('a'))
  for (let failures = 1; failures <= 7; failures += 1) {
    await called(failures)
    calls[failures - 1]?.end(failure('unreadable', true))
    await becomes(id, { state: 'waiting', failures })
    clock.pass(10 * 3600)
    // Any change wakes the worker, which then looks at the clock.
    await queue.remove('none')
  }
  await called(8)
  calls[7]?.end(failure('unreadable', true))
  await becomes(id, { state: 'set-aside', failures: 8, attempts: 8 })
})

test('a server that asks for time is given it', async () => {
  const id = await queue.add(address('a'))
  await called(1)
  calls[0]?.end(failure('unreadable', true, 3_600_000))
  await becomes(id, { state: 'waiting', notBefore: clock.in(3600) })
})

test.each<[what: string, code: FaultCode, tries: number]>([
  ['what is no article', 'no-article', 1],
  ['what kills the reading process', 'crashed', 2],
  ['what hangs it', 'too-slow', 2],
])('%s is set aside with its reason', async (_, code, tries) => {
  const id = await queue.add(address('a'))
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    await called(attempt)
    calls[attempt - 1]?.end(failure(code, false))
    await becomes(id, { failures: attempt })
    clock.pass(60)
    await queue.remove('none')
  }
  await becomes(id, { state: 'set-aside', fault: { code, sentence: 'it failed' }, attempts: tries })
})

test('an error of ours is reported and costs its job; a disk that is full costs a while', async () => {
  const ours = await queue.add(address('ours'))
  const full = await queue.add(address('full'))
  await called(2)
  const error = new Error('ours')
  calls[0]?.fail(error)
  calls[1]?.fail(new StoreError('full', 'the disk is full'))
  await becomes(ours, { state: 'set-aside', fault: { code: 'unreadable', sentence: 'an error of ours' } })
  await becomes(full, { state: 'waiting', fault: { code: 'not-stored', sentence: 'the disk is full' } })
  expect(reported).toEqual([error])
})

test('progress is written down while the job runs', async () => {
  const id = await queue.add(address('a'))
  await called(1)
  for (const done of [1, 2, 3]) calls[0]?.context.progress({ stage: 'reading', done, total: 9, unit: 'entries' })
  await becomes(id, { progress: { done: 3, total: 9 } as Job['progress'] & object })
})

test('stopping lets go of what runs: it waits, as if it had not been begun, and what comes of it is thrown away', async () => {
  const ids = await Promise.all(['a', 'b', 'c', 'd'].map((name) => queue.add(address(name))))
  await called(3)
  expect(await worker.stop()).toBe(3)
  expect(calls.map(({ context }) => context.signal.aborted)).toEqual([true, true, true])
  calls[0]?.end(DONE)
  calls[1]?.end(failure('crashed', false))
  calls[2]?.fail(new Error('cut off'))
  await worker.ended()
  for (const id of ids) expect(await queue.job(id)).toMatchObject({ state: 'waiting', attempts: 0, failures: 0 })
  await queue.add(address('e'))
  expect(calls).toHaveLength(3)
  expect(reported).toEqual([])
})

test('what was done is forgotten after a week, also by a server that never stops', async () => {
  const id = await queue.add(address('a'))
  await called(1)
  calls[0]?.end(DONE)
  await becomes(id, { state: 'done' })
  clock.pass(8 * 24 * 3600)
  // Any change wakes the worker, which then looks at the clock.
  await queue.remove('none')
  await expect.poll(() => queue.job(id), PATIENCE).toBeNull()
})

test('kinds that nothing here can do wait', async () => {
  const kinds: readonly WorkKind[] = ['look-at-feed', 'add-url']
  const feed = await queue.add({ kind: 'look-at-feed', feedId: 'F', address: 'https://example.org/feed' })
  await queue.add(address('a'))
  expect(await called(1)).toEqual(['a'])
  expect(await queue.jobs({ state: 'waiting', kinds, cursor: null, limit: 9 })).toMatchObject({ items: [{ id: feed }] })
})
