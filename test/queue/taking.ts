import { expect, test } from 'vitest'
import { MAX_OF_ONE_HOST, type Work } from '../../src/record/queue.ts'
import { address, all, emptyQueue, inputOf, type OpenQueue, takeAll } from './open-empty-queue.ts'

const KINDS: readonly Work[] = [
  { kind: 'add-url', url: 'https://example.org/a' },
  { kind: 'add-input', input: inputOf('a.html') },
  { kind: 'add-archive', path: '/a.warc' },
  { kind: 'look-at-feed', feedId: '01ARZ3NDEKTSV4RRFFQ69G5FAV', address: 'https://example.org/feed' },
]

/** In which order jobs are taken, and which may be begun. */
export function takingRules(open: OpenQueue): void {
  test.each(KINDS)('what is to be done comes back as it was added: $kind', async (work) => {
    const { queue, clock } = await emptyQueue(open)
    const id = await queue.add(work)
    expect(await queue.job(id)).toMatchObject({ state: 'waiting', attempts: 0, addedAt: clock.now() })
    const taken = await queue.take(all(work.kind))
    expect(taken?.work).toEqual(work)
    expect(taken?.job).toEqual(await queue.job(id))
    expect(taken?.job).toMatchObject({ id, kind: work.kind, state: 'running', attempts: 1, canTryAgain: true })
  })

  test('each job is taken once, the one that has waited longest first, of the kind asked for', async () => {
    const { queue } = await emptyQueue(open)
    for (const name of ['c', 'a', 'b']) await queue.add(address(name))
    await queue.add({ kind: 'add-archive', path: '/a.warc' })
    expect(await takeAll(queue)).toEqual(['https://c.example/', 'https://a.example/', 'https://b.example/'])
    expect(await takeAll(queue, all('add-archive'))).toEqual(['/a.warc'])
  })

  test('what may not be begun yet waits for its time, and the queue says when that is', async () => {
    const { queue, clock } = await emptyQueue(open)
    await queue.add(address('later'), { notBefore: clock.in(60) })
    await queue.add(address('soon'), { notBefore: clock.in(10) })
    expect(await takeAll(queue)).toEqual([])
    expect(await queue.nextDue()).toBe(clock.in(10))
    clock.pass(10)
    expect(await takeAll(queue)).toEqual(['https://soon.example/'])
    expect(await queue.nextDue()).toBe(clock.in(50))
    clock.pass(50)
    expect(await takeAll(queue)).toEqual(['https://later.example/'])
    expect(await queue.nextDue()).toBeNull()
  })

  test('what somebody asked for goes before what is added in the background', async () => {
    const { queue, clock } = await emptyQueue(open)
    await queue.add(address('feed'), { inBackground: true })
    clock.pass(1)
    await queue.add(address('person'))
    expect(await takeAll(queue, { kind: 'add-url', onlyAskedFor: true })).toEqual(['https://person.example/'])
    await queue.add(address('person'))
    expect(await takeAll(queue)).toEqual(['https://person.example/', 'https://feed.example/'])
  })

  test('addresses of one host do not keep those of others waiting', async () => {
    const { queue } = await emptyQueue(open)
    const slow = Array.from({ length: 5 }, (_, n) => `https://slow.example/${n}`)
    for (const url of [...slow, 'https://other.example/']) await queue.add({ kind: 'add-url', url })
    expect(await takeAll(queue)).toEqual([...slow.slice(0, MAX_OF_ONE_HOST), 'https://other.example/'])
  })

  test('of one key one waits at most, brought forward, and one runs at most', async () => {
    const { queue, clock } = await emptyQueue(open)
    const first = await queue.add(address('feed'), { key: 'feed', notBefore: clock.in(60) })
    expect(await queue.add(address('feed'), { key: 'feed', notBefore: clock.in(90) })).toBe(first)
    expect(await queue.nextDue()).toBe(clock.in(60))
    expect(await queue.add(address('feed'), { key: 'feed' })).toBe(first)
    const taken = await queue.take(all('add-url'))
    expect(taken?.job.id).toBe(first)
    const second = await queue.add(address('feed'), { key: 'feed' })
    expect(second).not.toBe(first)
    expect(await takeAll(queue)).toEqual([])
    await queue.done(first, { state: 'said', sentence: 'looked' })
    expect(await takeAll(queue)).toHaveLength(1)
  })

  test('many are added at once, each by its own rules, all or none', async () => {
    const { queue, clock } = await emptyQueue(open)
    const [first, again] = await queue.addAll([
      { work: address('feed'), key: 'feed', notBefore: clock.in(60) },
      { work: address('feed'), key: 'feed' },
      { work: address('a'), inBackground: true },
      { work: address('b') },
    ])
    expect(again).toBe(first)
    await expect(
      queue.addAll([{ work: address('c') }, { work: { kind: 'add-url', url: '\0' } }]),
    ).rejects.toMatchObject({ code: 'unclean' })
    expect(await queue.addAll([])).toEqual([])
    expect(await takeAll(queue)).toEqual(['feed', 'b', 'a'].map((name) => `https://${name}.example/`))
  })

  test('what holds a NUL or half a character is refused, and nothing is added', async () => {
    const { queue } = await emptyQueue(open)
    for (const url of ['https://a.example/\0', '\ud800'])
      await expect(queue.add({ kind: 'add-url', url })).rejects.toMatchObject({ code: 'unclean' })
    expect(await queue.counts(null)).toMatchObject({ waiting: 0 })
  })
}
