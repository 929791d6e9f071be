import { expect, test } from 'vitest'
import type { Fault } from '../../src/article/fault.ts'
import type { JobState, JobsQuery, Queue } from '../../src/record/queue.ts'
import { pagesOf } from '../store/open-empty.ts'
import { address, all, emptyQueue, type OpenQueue, type TestClock } from './open-empty-queue.ts'

const FAULT: Fault = { code: 'unreadable', sentence: 'the server does not answer' }

/** Three jobs in each state, the first added first; named by the state's letter and a number. */
async function threeOfEach(queue: Queue, clock: TestClock): Promise<void> {
  for (const end of ['d', 's', 'r', 'w'])
    for (const number of [1, 2, 3]) {
      await queue.add(address(`${end}${number}`))
      clock.pass(1)
      const taken = end === 'w' ? null : await queue.take(all('add-url'))
      if (taken === null) continue
      if (end === 'd') await queue.done(taken.job.id, { state: 'said', sentence: 'it was' })
      if (end === 's') await queue.setAside(taken.job.id, FAULT)
    }
}

const ORDERS: readonly (readonly [state: JobState, names: string])[] = [
  ['waiting', 'w1 w2 w3'],
  ['running', 'r1 r2 r3'],
  ['done', 'd3 d2 d1'],
  ['set-aside', 's3 s2 s1'],
]

/** How jobs are listed and counted. */
export function listingRules(open: OpenQueue): void {
  const namesOf = (items: readonly { readonly name: string }[]) =>
    items.map(({ name }) => name.replace(/^https:\/\/|\.example\/$/g, '')).join(' ')

  test.each(ORDERS)('%s: in order, whole on pages of any length', async (state, names) => {
    const { queue, clock } = await emptyQueue(open)
    await threeOfEach(queue, clock)
    for (const limit of [1, 2, 3, 200]) {
      const pages = await pagesOf((cursor) => queue.jobs({ state, cursor, limit }))
      expect(namesOf(pages.flatMap(({ items }) => items))).toBe(names)
      expect(pages.map(({ total }) => total)).toEqual(pages.map(() => 3))
    }
    expect(await queue.counts(null)).toEqual({ waiting: 3, running: 3, done: 3, 'set-aside': 3 })
  })

  test.each<[what: string, query: Partial<JobsQuery>, names: string]>([
    ['the kinds asked for', { kinds: ['add-archive', 'look-at-feed'] }, '/a.warc'],
    ['no kind', { kinds: [] }, ''],
    ['a cursor that is none', { cursor: "1' or '1" }, 'a /a.warc'],
    ['a limit that is none', { limit: Number.NaN }, 'a'],
  ])('a list of %s', async (_, query, names) => {
    const { queue } = await emptyQueue(open)
    await queue.add(address('a'))
    await queue.add({ kind: 'add-archive', path: '/a.warc' })
    expect(namesOf((await queue.jobs({ state: 'waiting', cursor: null, limit: 9, ...query })).items)).toBe(names)
  })

  test('the jobs of a group are listed in the order added, and counted', async () => {
    const { queue } = await emptyQueue(open)
    const [ours, theirs] = [queue.newGroup(), queue.newGroup()]
    for (const name of ['c', 'a', 'b']) await queue.add(address(name), { group: ours })
    await queue.add(address('d'), { group: theirs })
    await queue.addRefused({ name: 'huge', fault: FAULT }, { group: ours })
    const pages = await pagesOf((cursor) => queue.jobsOfGroup(ours, { cursor, limit: 2 }))
    expect(pages.map(({ items }) => namesOf(items))).toEqual(['c a', 'b huge'])
    expect(pages[0]?.total).toBe(4)
    expect(await queue.counts(ours)).toEqual({ waiting: 3, running: 0, done: 0, 'set-aside': 1 })
  })
}
