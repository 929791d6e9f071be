import { expect, test } from 'vitest'
import type { Fault } from '../../src/article/fault.ts'
import type { Job, JobOutcome, Queue } from '../../src/record/queue.ts'
import { address, all, emptyQueue, inputOf, type OpenQueue, takeAll } from './open-empty-queue.ts'

const FAULT: Fault = { code: 'unreadable', sentence: 'the server does not answer' }
const OUTCOME: JobOutcome = { state: 'added', input: 'a', articleId: 'A', headline: null, statements: 3 }

async function taken(queue: Queue): Promise<Job> {
  await queue.add({ kind: 'add-input', input: inputOf('a.html') })
  const job = (await queue.take(all('add-input')))?.job
  if (job === undefined) throw new Error('nothing was taken')
  return job
}

/** How jobs end, begin again and go. */
export function endingRules(open: OpenQueue): void {
  test('a job that is done keeps what came of it, and not what it needed', async () => {
    const { queue, clock } = await emptyQueue(open)
    const { id } = await taken(queue)
    clock.pass(2)
    expect(await queue.done(id, OUTCOME)).toBe(true)
    const ended = { state: 'done', outcome: OUTCOME, fault: null, canTryAgain: false, endedAt: clock.now() }
    expect(await queue.job(id)).toMatchObject(ended)
    expect(await queue.tryAgain(id)).toBe(false)
  })

  test('a try that failed waits for its time, with its reason', async () => {
    const { queue, clock } = await emptyQueue(open)
    const { id } = await taken(queue)
    expect(await queue.retry(id, { fault: FAULT, notBefore: clock.in(30) })).toBe(true)
    expect(await queue.job(id)).toMatchObject({ state: 'waiting', failures: 1, fault: FAULT, notBefore: clock.in(30) })
    expect(await takeAll(queue, all('add-input'))).toEqual([])
    clock.pass(30)
    expect((await queue.take(all('add-input')))?.job).toMatchObject({ id, attempts: 2, failures: 1 })
  })

  test('a person need not wait for the time of the next try', async () => {
    const { queue, clock } = await emptyQueue(open)
    const { id } = await taken(queue)
    await queue.retry(id, { fault: FAULT, notBefore: clock.in(3600) })
    expect(await queue.tryAgain(id)).toBe(true)
    expect(await takeAll(queue, all('add-input'))).toEqual(['a.html'])
  })

  test('what is set aside stays so with its reason, until a person asks for another try', async () => {
    const { queue, clock } = await emptyQueue(open)
    const { id } = await taken(queue)
    expect(await queue.setAside(id, FAULT)).toBe(true)
    expect(await queue.job(id)).toMatchObject({ state: 'set-aside', fault: FAULT, canTryAgain: true })
    clock.pass(1e6)
    expect(await takeAll(queue, all('add-input'))).toEqual([])
    expect(await queue.tryAgain(id)).toBe(true)
    expect(await queue.job(id)).toMatchObject({ state: 'waiting', failures: 0, endedAt: null })
    const again = await queue.take(all('add-input'))
    expect(again?.work).toEqual({ kind: 'add-input', input: inputOf('a.html') })
  })

  test('a job that is let go waits as if it had not been begun', async () => {
    const { queue } = await emptyQueue(open)
    const { id } = await taken(queue)
    expect(await queue.release(id)).toBe(true)
    expect(await queue.job(id)).toMatchObject({ state: 'waiting', attempts: 0, failures: 0 })
  })

  test('progress is kept with where and when it began', async () => {
    const { queue, clock } = await emptyQueue(open)
    const { id } = await taken(queue)
    const begun = clock.now()
    await queue.progress(id, { stage: 'reading', done: 100, total: 400, unit: 'bytes' })
    clock.pass(4)
    expect(await queue.progress(id, { stage: 'reading', done: 300, total: 400, unit: 'bytes' })).toBe(true)
    expect((await queue.job(id))?.progress).toEqual({
      stage: 'reading',
      done: 300,
      total: 400,
      unit: 'bytes',
      firstDone: 100,
      firstAt: begun,
      lastAt: clock.now(),
    })
  })

  test('what was refused before it could begin is on the list, and there is nothing to try again', async () => {
    const { queue } = await emptyQueue(open)
    const group = queue.newGroup()
    const id = await queue.addRefused({ name: 'huge.html', fault: FAULT }, { group })
    expect(await queue.job(id)).toMatchObject({
      name: 'huge.html',
      state: 'set-aside',
      fault: FAULT,
      canTryAgain: false,
    })
    expect(await queue.tryAgain(id)).toBe(false)
  })

  test('a job that is removed is gone, and who worked on it is told', async () => {
    const { queue } = await emptyQueue(open)
    const { id } = await taken(queue)
    expect(await queue.keep([id])).toEqual([])
    expect(await queue.remove(id)).toBe(true)
    expect(await queue.job(id)).toBeNull()
    expect(await queue.keep([id])).toEqual([id])
    expect(await queue.progress(id, { stage: 'reading', done: 1, total: null, unit: 'bytes' })).toBe(false)
    expect(await queue.done(id, OUTCOME)).toBe(false)
    expect(await queue.remove(id)).toBe(false)
  })

  test('a job that is not under way cannot be ended', async () => {
    const { queue, clock } = await emptyQueue(open)
    const id = await queue.add(address('a'))
    expect(await queue.done(id, OUTCOME)).toBe(false)
    expect(await queue.setAside(id, FAULT)).toBe(false)
    expect(await queue.retry(id, { fault: FAULT, notBefore: clock.now() })).toBe(false)
    expect(await queue.release(id)).toBe(false)
    expect(await queue.job(id)).toMatchObject({ state: 'waiting', failures: 0 })
  })

  test('what ended long ago is forgotten, and nothing else', async () => {
    const { queue, clock } = await emptyQueue(open)
    const done = await taken(queue)
    await queue.done(done.id, OUTCOME)
    const aside = await taken(queue)
    await queue.setAside(aside.id, FAULT)
    const waiting = await queue.add(address('a'))
    await queue.forgetEnded({ done: clock.in(1), setAside: clock.in(-1) })
    expect(await Promise.all([done, aside].map(({ id }) => queue.job(id)))).toMatchObject([null, { id: aside.id }])
    await queue.forgetEnded({ done: clock.in(1), setAside: clock.in(1) })
    expect(await queue.job(aside.id)).toBeNull()
    expect(await queue.job(waiting)).toMatchObject({ state: 'waiting' })
  })

  test('every change is told to those who watch, until they stop', async () => {
    const { queue } = await emptyQueue(open)
    let changes = 0
    const stop = queue.watch(() => {
      changes += 1
    })
    const { id } = await taken(queue)
    expect(changes).toBe(2)
    await queue.done(id, OUTCOME)
    expect(changes).toBe(3)
    stop()
    await queue.remove(id)
    expect(changes).toBe(3)
  })
}
