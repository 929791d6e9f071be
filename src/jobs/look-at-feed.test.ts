import { expect, onTestFinished, test } from 'vitest'
import { changingSite, feedAnswer, type MadeEntry, rssOf, status } from '../../test/feed-site.ts'
import { localFetcher, redirect } from '../../test/local-web.ts'
import { coverageOf } from '../../test/marked-coverage.ts'
import { openTestRecord } from '../../test/open-test-record.ts'
import { openQueue } from '../queue/open-queue.ts'
import type { Job, Queue } from '../record/queue.ts'
import { queueDueFeeds } from './due-feeds.ts'
import { lookAtFeedJob } from './look-at-feed.ts'

const START = Date.parse('2026-11-24T06:00:00.000Z')
const MINUTE = 60_000

const WORDS = 'The bridge of Ostermere has opened after all, and people walked over it all day, from bank to bank. '

function entry(at: number, more: Partial<MadeEntry> = {}): MadeEntry {
  return {
    id: `urn:harbour:2026:${at}`,
    link: `https://example.org/story/${at}`,
    title: `Story number ${at} of the harbour`,
    ...more,
  }
}

/** A record and a list of work of their own, a site, and a clock that stands where it is put. */
async function desk(first: string) {
  let now = START
  const clock = { now: () => new Date(now).toISOString() }
  const store = await openTestRecord({ folder: null, clock })
  const queue = await openQueue({ folder: null, clock })
  onTestFinished(async () => {
    await queue.close()
    await store.close()
  })
  const site = await changingSite({ '/feed': first })
  const parts = { feeds: store.feeds, fetcher: localFetcher(), queue, clock }
  const job = lookAtFeedJob(parts)
  const address = `${site.origin}/feed`
  const { id } = await store.feeds.follow({ address, title: null, words: null })

  const only = async () => (await store.feeds.feed(id)) ?? expect.fail('it is not followed')
  /** Minutes from the start to the next look, null for none. */
  const next = async () => {
    const { nextAt } = await only()
    return nextAt === null ? null : (Date.parse(nextAt) - now) / MINUTE
  }
  const look = (signal = new AbortController().signal) =>
    job({ kind: 'look-at-feed', feedId: id, address }, { progress: () => undefined, signal })
  const later = (minutes: number) => {
    now += minutes * MINUTE
  }
  return { store, queue, site, parts, clock, id, address, only, next, look, later }
}

async function waiting(queue: Queue): Promise<readonly Job[]> {
  const { items } = await queue.jobs({ state: 'waiting', kinds: ['add-url', 'add-input'], cursor: null, limit: 200 })
  return items
}

async function names(queue: Queue): Promise<readonly string[]> {
  return (await waiting(queue)).map(({ name }) => name)
}

test('what a feed holds becomes work, and only what is new the next time', async () => {
  const { queue, site, look, only, next, later } = await desk(feedAnswer(rssOf([entry(1), entry(2)])))
  expect(await look()).toEqual({ state: 'said', sentence: '2 entries, 2 new' })
  expect(await names(queue)).toEqual(['https://example.org/story/1', 'https://example.org/story/2'])
  expect(await only()).toMatchObject({
    title: 'Harbour Post',
    taken: 2,
    failures: 0,
    counts: { entries: 2, lookedAt: 2, passed: 2, added: 2, empty: 0 },
  })
  expect(await next()).toBe(60)
  later(60)
  site.answers['/feed'] = feedAnswer(rssOf([entry(3), entry(1), entry(2)]))
  expect(await look()).toEqual({ state: 'said', sentence: '3 entries, 1 new' })
  expect(await next()).toBe(30)
  expect(await look()).toEqual({ state: 'said', sentence: '3 entries, 0 new' })
  expect(await next()).toBe(45)
})

test('a feed that has not changed is asked for by its ETag and its date, and sends nothing', async () => {
  const headers = { ETag: '"v1"', 'Last-Modified': 'Tue, 24 Nov 2026 05:00:00 GMT' }
  const { site, look, next, id, store } = await desk(feedAnswer(rssOf([entry(1)]), headers))
  await look()
  site.answers['/feed'] = status(304)
  expect(await look()).toEqual({ state: 'said', sentence: 'nothing has changed since the last look' })
  const request = site.requests.at(-1)
  expect(request).toMatch(/^if-none-match: "v1"\r$/im)
  expect(request).toMatch(/^if-modified-since: Tue, 24 Nov 2026 05:00:00 GMT\r$/im)
  expect(await next()).toBe(90)
  // Another filter judges all entries anew.
  await store.feeds.setWords(id, 'bridge')
  site.answers['/feed'] = feedAnswer(rssOf([entry(1)]), headers)
  await look()
  expect(site.requests.at(-1)).not.toMatch(/^if-none-match/im)
})

test('a server that makes ids, links and dates anew at every look gives each entry once', async () => {
  const { queue, site, look } = await desk('')
  let looks = 0
  const stories = [1, 2, 3]
  for (const change of ['none', 'ids', 'links', 'dates', 'redirected', 'sessions', 'all', 'twice']) {
    looks += 1
    const made = stories.map((at) => ({
      id: ['ids', 'redirected', 'all'].includes(change) ? `made-${looks}-${at}` : `urn:harbour:2026:${at}`,
      link:
        {
          links: `https://example.org/moved/${at}-${looks}`,
          redirected: `https://count.example.net/click?n=${looks}&url=https://example.org/story/${at}`,
          sessions: `http://www.example.org/story/${at}/?sid=${looks}&utm_source=rss`,
          all: `https://example.org/other/${looks}/${at}`,
        }[change] ?? `https://example.org/story/${at}`,
      title: `Story number ${at} of the harbour`,
      date: new Date(START - at * 1e8 + (['dates', 'sessions'].includes(change) ? looks * 1e5 : 0)).toUTCString(),
    }))
    site.answers['/feed'] = feedAnswer(rssOf(change === 'twice' ? [...made, ...made] : made))
    await look()
    expect({ change, jobs: await waiting(queue) }).toMatchObject({ change, jobs: { length: stories.length } })
  }
})

test('only what passes the filter becomes work, and the rest when the filter lets it pass', async () => {
  const feed = rssOf([
    entry(1, { text: 'Of the <b>human rights</b> office in Geneva' }),
    entry(2),
    entry(3, { title: 'Rahimi speaks' }),
  ])
  const { store, queue, look, only, id } = await desk(feedAnswer(feed))
  await store.feeds.setWords(id, '"human rights office", rahimi')
  expect(await look()).toEqual({ state: 'said', sentence: '3 entries, 2 pass the filter, 2 new' })
  await store.feeds.setWords(id, null)
  expect(await look()).toEqual({ state: 'said', sentence: '3 entries, 1 new' })
  expect((await names(queue)).toSorted()).toEqual([1, 2, 3].map((at) => `https://example.org/story/${at}`))
  expect(await only()).toMatchObject({ taken: 3 })
})

test('an entry without a page is read from the feed, where there is a text to read', async () => {
  const home = '<link>https://example.org/</link>'
  const note = { link: 'https://example.org/', id: 'urn:note:2026:1', title: 'A note', text: WORDS.repeat(3) }
  const feed = rssOf([note, { title: 'Nothing more', id: 'urn:note:2026:2' }, { ...note }], home)
  const { queue, look } = await desk(feedAnswer(feed))
  expect(await look()).toEqual({ state: 'said', sentence: '3 entries, 1 without a page or a text to read, 1 new' })
  const taken = await queue.take({ kind: 'add-input', onlyAskedFor: false })
  expect(taken?.work).toMatchObject({ kind: 'add-input', input: { name: 'A note, Harbour Post', url: null } })
  expect(await waiting(queue)).toEqual([])
})

const FAILURES: readonly [what: string, answer: string, sentence: RegExp, minutes: number | null][] = [
  ['a feed that is not there', status(404), /no feed at this address \(404\)/, 15],
  ['a feed that is gone for good', status(410), /down for good \(410\)/, null],
  ['a server that is overloaded', status(503, { 'Retry-After': '7200' }), /overloaded/, 120],
  [
    'a page where the feed was',
    feedAnswer('<!doctype html><html><body><p>Welcome.</p></body></html>'),
    /it is no feed/,
    15,
  ],
  ['JSON that breaks off', feedAnswer('{"items": ['), /breaks off/, 15],
  ['bytes that are no text', feedAnswer(`<rss>${'x'.repeat(500)}\0\0\0`), /no text/, 15],
  ['elements without end', feedAnswer(`<rss><channel>${'<a>'.repeat(5_000)}`), /far more elements/, 15],
]

test.each(FAILURES)('%s is said, and tried again in its time', async (_, answer, sentence, minutes) => {
  const { look, next, only } = await desk(answer)
  expect(await look()).toMatchObject({ state: 'said', sentence: expect.stringMatching(sentence) })
  expect(await only()).toMatchObject({ failures: 1, fault: { sentence: expect.stringMatching(sentence) } })
  expect(await next()).toBe(minutes)
})

test('a feed that fails is left alone for longer each time, and is as before when it comes back', async () => {
  const { site, look, next, only } = await desk(status(500))
  for (const minutes of [15, 30, 60, 120]) {
    await look()
    expect(await next()).toBe(minutes)
  }
  site.answers['/feed'] = feedAnswer(rssOf([entry(1)]))
  await look()
  expect(await only()).toMatchObject({ failures: 0, fault: null })
  expect(await next()).toBe(60)
})

test('a feed that moves for good is looked at where it is now; one that moves for a while is not', async () => {
  const { site, look, only, address } = await desk(redirect('/elsewhere', 302))
  site.answers['/elsewhere'] = feedAnswer(rssOf([entry(1)]))
  await look()
  expect(await only()).toMatchObject({ address })
  site.answers['/feed'] = redirect('/elsewhere', 301)
  await look()
  expect(await only()).toMatchObject({ address: `${site.origin}/elsewhere`, taken: 1 })
})

test('what a feed asks for is done: a rest, and hours without a look', async () => {
  const rest = '<ttl>180</ttl><skipHours><hour>9</hour><hour>10</hour></skipHours>'
  const { look, next } = await desk(feedAnswer(rssOf([entry(1)], rest)))
  await look()
  expect(await next()).toBe(5 * 60)
})

test('a look that is broken off in the middle has lost nothing and doubles nothing when it is made again', async () => {
  const entries = Array.from({ length: 200 }, (_, at) => entry(at))
  const { queue, look, only } = await desk(feedAnswer(rssOf(entries)))
  const stop = new AbortController()
  queue.watch(() => stop.abort())
  await look(stop.signal)
  const before = await waiting(queue)
  expect(before.length).toBeGreaterThan(0)
  expect(before.length).toBeLessThan(200)
  await look()
  const after = await waiting(queue)
  expect(after).toHaveLength(200)
  expect(new Set(after.map(({ name }) => name)).size).toBe(200)
  expect(await only()).toMatchObject({ taken: 200 })
})

test('a feed that is due is put on the list once, and not again while it waits', async () => {
  const { parts, queue, next, look, id } = await desk(feedAnswer(rssOf([entry(1)])))
  for (let at = 0; at < 3; at += 1) await queueDueFeeds(parts)
  const listed = await queue.jobs({ state: 'waiting', kinds: ['look-at-feed'], cursor: null, limit: 10 })
  expect(listed.items).toHaveLength(1)
  await look()
  expect(await next()).toBe(60)
  await parts.feeds.stop(id)
  expect(await look()).toEqual({ state: 'said', sentence: 'nobody follows this feed any more' })
})

test('two looks of one feed at the same time double nothing', async () => {
  const { queue, look } = await desk(feedAnswer(rssOf([entry(1), entry(2)])))
  await Promise.all([look(), look()])
  expect(await names(queue)).toHaveLength(2)
})

test('what the record has already is not fetched again for a feed', async () => {
  const { store, queue, look } = await desk(feedAnswer(rssOf([entry(1), entry(2)])))
  await store.addCoverage(
    coverageOf('[S:Mara Lee] [C:said]: [Q:“It is over.”]', { url: 'http://example.org/story/1/' }),
  )
  await look()
  expect(await names(queue)).toEqual(['https://example.org/story/2'])
})
