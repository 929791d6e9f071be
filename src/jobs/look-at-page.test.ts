import { expect, onTestFinished, test } from 'vitest'
import { changingSite, status } from '../../test/feed-site.ts'
import { localFetcher, page } from '../../test/local-web.ts'
import { coverageOf } from '../../test/marked-coverage.ts'
import { openTestRecord } from '../../test/open-test-record.ts'
import { openQueue } from '../queue/open-queue.ts'
import type { AddInput } from '../record/input.ts'
import { queueDuePages } from './due-pages.ts'
import { lookAtPageJob } from './look-at-page.ts'

const DAY = 24 * 3600 * 1000
const LEE = '[S:Mara Lee] [C:said]: [Q:"It is over."]'
const OKORO = '[Q2:"No,"] [C2:said] [S2:Tom Okoro].'

const CONTEXT = { progress: () => undefined, signal: new AbortController().signal }

/** A record, a site with one page in the marks' notation that is watched, and a clock that stands where it is put. */
async function desk(first: string) {
  let now = Date.parse('2026-11-24T06:00:00.000Z')
  const clock = { now: () => new Date(now).toISOString() }
  const store = await openTestRecord({ folder: null, clock })
  const queue = await openQueue({ folder: null, clock })
  onTestFinished(async () => {
    await queue.close()
    await store.close()
  })
  const add: AddInput = async (input) => {
    const { bytes, url, name, contentType, received } = input
    const notation = Buffer.from(bytes)
      .toString('utf8')
      .replace(/<!--.*-->/u, '')
    const { state, articleId } = await store.addCoverage(
      coverageOf(notation, { bytes, url, name, contentType, received: received && { ...received, at: clock.now() } }),
    )
    return { state, input: name, articleId, headline: null, statements: 1 }
  }
  const site = await changingSite({ '/a': first })
  const job = lookAtPageJob({ store, fetcher: localFetcher({ clock }), add, clock })
  const address = `${site.origin}/a`
  const { id } = await store.pages.watch(address)
  /** Looks a day later; what the list of work says of it. */
  const look = async (answer: string) => {
    site.answers['/a'] = answer
    now += DAY
    const end = await job({ kind: 'look-at-page', pageId: id, address }, CONTEXT)
    return end.state === 'said' ? end.sentence : end.state
  }
  return { store, queue, clock, site, id, look }
}

test('a page is read at its first look, and its changes are told at the next ones', async () => {
  const { store, id, look } = await desk('')
  expect(await look(page(`${LEE}\n\n${OKORO}`, { ETag: '"1"' }))).toBe('added')
  expect(await look(status(304))).toBe('nothing has changed since the last look')
  expect(await look(page(`<!-- 2 -->${LEE}\n\n${OKORO}`))).toBe(
    'the page has changed, but not its text; it is kept as another capture',
  )
  expect(await look(page(`${LEE.replace('over', 'not over')}\n\n${OKORO}`))).toBe(
    'the text has changed: of its statements 1 kept, 1 changed, 0 gone, 0 new',
  )
  expect(await look(page(LEE.replace('over', 'not over')))).toBe(
    'the text has changed: of its statements 1 kept, 0 changed, 1 gone, 0 new',
  )
  const { articleId } = (await store.pages.page(id)) ?? {}
  expect(await store.versions(articleId ?? '')).toHaveLength(3)
})

test('it asks whether the page changed with what the server gave', async () => {
  const { site, look } = await desk('')
  await look(page(LEE, { ETag: '"1"', 'Last-Modified': 'Sun, 01 Mar 2026 12:00:00 GMT' }))
  await look(status(304))
  expect(site.requests.at(-1)).toContain('If-None-Match: "1"')
})

test('a page that is gone is said to be since the first look that missed it, and looked for every day', async () => {
  const { store, id, clock, look } = await desk('')
  await look(page(LEE))
  await look(status(404))
  const first = clock.now()
  expect(await look(status(410))).toMatch(new RegExp(`^the page is gone since ${first}: the page was taken down`, 'u'))
  expect(await store.pages.page(id)).toMatchObject({ goneSince: first, failures: 2, fault: { code: 'gone' } })
  expect(Date.parse((await store.pages.page(id))?.nextAt ?? '') - Date.parse(clock.now())).toBe(DAY)
  await look(page(LEE))
  expect(await store.pages.page(id)).toMatchObject({ goneSince: null, failures: 0, fault: null })
})

test('a server that is down is tried again soon, and then less often', async () => {
  const { store, id, clock, look } = await desk('')
  const waits: number[] = []
  for (let n = 0; n < 3; n += 1) {
    await look(status(500))
    waits.push((Date.parse((await store.pages.page(id))?.nextAt ?? '') - Date.parse(clock.now())) / 60_000)
  }
  expect(waits).toEqual([15, 30, 60])
  expect(await store.pages.page(id)).toMatchObject({ goneSince: null })
})

test('what is due is put on the list of work, once', async () => {
  const { store, queue, clock, id } = await desk('')
  await queueDuePages({ pages: store.pages, queue, clock })
  await queueDuePages({ pages: store.pages, queue, clock })
  expect((await queue.counts(null)).waiting).toBe(1)
  await store.pages.stop(id)
  await queue.take({ kind: 'look-at-page', onlyAskedFor: false })
  await queueDuePages({ pages: store.pages, queue, clock })
  expect((await queue.counts(null)).waiting).toBe(0)
})
