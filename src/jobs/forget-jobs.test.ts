import { expect, test } from 'vitest'
import { openQueue } from '../queue/open-queue.ts'
import { forgetJobsOf } from './forget-jobs.ts'

test('the work that brought an article is forgotten, and no other', async () => {
  const queue = await openQueue({ folder: null, clock: { now: () => '2026-03-01T12:00:00.000Z' } })
  for (const articleId of ['01A', '01B']) {
    await queue.add({ kind: 'add-url', url: `https://example.org/${articleId}` })
    const taken = await queue.take({ kind: 'add-url', onlyAskedFor: false })
    await queue.done(taken?.job.id ?? '', {
      state: 'added',
      input: articleId,
      articleId,
      headline: null,
      statements: 1,
    })
  }
  await forgetJobsOf(queue, '01A')
  const { items } = await queue.jobs({ state: 'done', cursor: null, limit: 10 })
  expect(items.map(({ name }) => name)).toEqual(['https://example.org/01B'])
  await queue.close()
})
