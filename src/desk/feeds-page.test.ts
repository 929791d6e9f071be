import type { Hono } from 'hono'
import { parseHTML } from 'linkedom'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { changingSite, feedAnswer, rssOf } from '../../test/feed-site.ts'
import { localFetcher, page } from '../../test/local-web.ts'
import { newsletterOf } from '../../test/newsletter/newsletter-of.ts'
import { openTestRecord } from '../../test/open-test-record.ts'
import { NO_MAILS, ownerCookie, withCookie } from '../../test/signed-in.ts'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { handedInFiles } from '../gather/handed-in-files.ts'
import { pageTokenFile } from '../gather/page-token-file.ts'
import { followingWith } from '../jobs/follow-feed.ts'
import { createPages } from '../pages.ts'
import { openQueue } from '../queue/open-queue.ts'
import type { Queue } from '../record/queue.ts'
import type { Store } from '../record/store.ts'

const PORT = 4600
const HOST = `localhost:${PORT}`
const ORIGIN = `http://${HOST}`
const clock = { now: () => '2026-11-24T05:41:00.000Z' }

const RSS = feedAnswer(rssOf([{ title: 'One', link: 'https://example.org/1' }]))
const link = (title: string, href: string) =>
  `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`

let store: Store
let queue: Queue
let site: Hono
let cookie: string

beforeEach(async () => {
  store = await openTestRecord({ folder: null, clock })
  queue = await openQueue({ folder: null, clock })
  const following = followingWith({ feeds: store.feeds, fetcher: localFetcher(), queue })
  site = createPages({
    address: null,
    mailer: NO_MAILS,
    ...newsletterOf(store, clock),
    pageToken: pageTokenFile(temporaryFolder()),
    handedIn: handedInFiles(temporaryFolder(), clock),
    clock: { now: () => new Date().toISOString() },
    store,
    queue,
    following,
    samples: async () => [],
    addSampleDossier: async () => 'sample',
    port: () => PORT,
    report: (error) => expect.fail(String(error)),
  })
  cookie = await ownerCookie(store.accounts)
  onTestFinished(async () => {
    await queue.close()
    await store.close()
  })
})

async function get(path: string) {
  const response = await site.request(`${ORIGIN}${path}`, { headers: { Host: HOST, Cookie: cookie } })
  cookie = withCookie(cookie, response)
  const html = await response.text()
  return { status: response.status, html, document: parseHTML(html).document }
}

/** Sends a form of a page of ours, and opens what it leads to. */
async function send(path: string, fields: Readonly<Record<string, string>>, isOurs = true) {
  const token = /name="token" value="([0-9a-f]{64})"/.exec((await get('/desk/feeds')).html)?.[1] ?? ''
  const body = new FormData()
  body.append('token', isOurs ? token : 'x'.repeat(64))
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  const headers = { Host: HOST, Origin: ORIGIN, Cookie: cookie }
  const response = await site.request(`${ORIGIN}${path}`, { method: 'POST', body, headers })
  const to = response.headers.get('Location')
  return { status: response.status, to, page: to === null ? null : await get(to) }
}

function words(html: string | undefined): string {
  return parseHTML(`<html><body>${html ?? ''}</body></html>`).document.body.textContent.replace(/\s+/g, ' ')
}

test('a feed is followed, its filter set, looked at, and no longer followed', async () => {
  expect(words((await get('/desk/feeds')).html)).toContain('No feed is followed yet.')
  const { origin } = await changingSite({ '/rss': RSS })
  const followed = await send('/desk/feeds', { address: `${origin}/rss`, words: '' })
  const id = /#feed-(\w+)$/.exec(followed.to ?? '')?.[1] ?? ''
  expect(words(followed.page?.html)).toMatch(/Harbour Post.*every one.*It has not been looked at yet/)
  expect(words((await send(`/desk/feeds/${id}/filter`, { words: 'bridge, "the dam"' })).page?.html)).toContain(
    'bridge, "the dam"',
  )
  expect((await queue.counts(null)).waiting).toBe(1)
  expect((await send(`/desk/feeds/${id}/look`, {})).to).toBe(`/desk/feeds#feed-${id}`)
  expect((await queue.counts(null)).waiting).toBe(1)
  expect(words((await send(`/desk/feeds/${id}/stop`, {})).page?.html)).toContain('No feed is followed yet.')
  for (const deed of ['filter', 'look', 'stop']) expect((await send(`/desk/feeds/${id}/${deed}`, {})).status).toBe(404)
})

test('a page with several feeds offers them, those of comments last, with the filter that was typed', async () => {
  const { origin } = await changingSite({
    '/': page(link('Comments', '/comments') + link('<b>News</b>', '/rss')),
    '/rss': RSS,
  })
  const asked = await send('/desk/feeds', { address: origin, words: 'bridge' })
  const { document } = asked.page ?? expect.fail('it led nowhere')
  expect([...document.querySelectorAll('.choice')].map((choice) => words(choice.innerHTML))).toEqual([
    ` <b>News</b>${origin}/rss`,
    ` Comments (comments of readers)${origin}/comments`,
  ])
  expect(document.querySelector('input[name=words]')?.getAttribute('value')).toBe('bridge')
  // The choice has an address of its own.
  expect((await get(asked.to ?? '')).status).toBe(200)
  await send('/desk/feeds', { address: `${origin}/rss`, words: 'bridge' })
  expect(await store.feeds.followed()).toMatchObject([{ address: `${origin}/rss`, words: 'bridge' }])
})

test('what cannot be followed is said beside what was typed', async () => {
  const asked = await send('/desk/feeds', { address: 'no <b>address', words: '"bridge"' })
  const { document, html } = asked.page ?? expect.fail('it led nowhere')
  expect(words(document.querySelector('[role=alert]')?.innerHTML)).toMatch(
    /^Not followed: this is no address of a site/,
  )
  expect(document.querySelector('#address')?.getAttribute('value')).toBe('no <b>address')
  expect(document.querySelector('#words')?.getAttribute('value')).toBe('"bridge"')
  expect(html).not.toContain('<b>address')
})

test('how it stands with a feed is said in sentences', async () => {
  const { id } = await store.feeds.follow({ address: 'https://example.org/rss', title: 'Harbour Post', words: 'dam' })
  const counts = { entries: 100_000, lookedAt: 10_000, passed: 40, added: 7, empty: 2 }
  const nextAt = '2026-11-24T06:41:00.000Z'
  await store.feeds.update(id, { lookedAt: clock.now(), nextAt, counts })
  const page = words((await get('/desk/feeds')).html)
  expect(page).toContain(
    '24 November 2026, 05:41 UTC: 100,000 entries, of which the newest 10,000 were looked at; 40 pass the filter; 7 new; 2 left out',
  )
  expect(page).toContain('Next look 24 November 2026, 06:41 UTC')
  await store.feeds.update(id, { nextAt: null, failures: 3, fault: { code: 'gone', sentence: 'it is gone' } })
  const failed = words((await get('/desk/feeds')).html)
  expect(failed).toMatch(/It failed 3 times in a row: it is gone\..*Next look none, unless you ask for one/)
})

test('only forms of our own pages are taken', async () => {
  expect((await send('/desk/feeds', { address: 'https://example.org' }, false)).status).toBe(403)
  const { id } = await store.feeds.follow({ address: 'https://example.org/rss', title: null, words: null })
  for (const deed of ['filter', 'look', 'stop'])
    expect((await send(`/desk/feeds/${id}/${deed}`, {}, false)).status).toBe(403)
  expect(await store.feeds.followed()).toHaveLength(1)
})

test('all pages of a feed are looked at again every day, and no longer', async () => {
  const changing = await changingSite({ '/feed': RSS })
  await send('/desk/feeds', { address: `${changing.origin}/feed` })
  const [feed] = await store.feeds.followed()
  const watched = await send(`/desk/feeds/${feed?.id}/watch`, {})
  expect(watched.status).toBe(303)
  expect(watched.page?.html).toContain('looked at again every day, 0 of them so far')
  expect(await store.groups.watched()).toMatchObject([{ kind: 'feed', id: feed?.id }])
  const stopped = await send(`/desk/feeds/${feed?.id}/unwatch`, {})
  expect(stopped.page?.html).toContain('Look at its pages every day')
  expect(await store.groups.watched()).toEqual([])
  expect((await send('/desk/feeds/none/watch', {})).status).toBe(404)
  expect((await send(`/desk/feeds/${feed?.id}/watch`, {}, false)).status).toBe(403)
})
