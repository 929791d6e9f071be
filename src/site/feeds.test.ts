import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import { parseHTML } from 'linkedom'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type AcceptedArticle, addAccepted } from '../../test/accepted-record.ts'
import { openTestRecord } from '../../test/open-test-record.ts'
import { PUBLIC_ADDRESS, publicSite } from '../../test/public-site.ts'
import { feedLinks } from '../article/feed/feed-links.ts'
import { readFeed } from '../article/feed/read-feed.ts'
import { AT_THE_MACHINE } from '../record/decisions.ts'
import type { Store } from '../record/store.ts'

const NOON = '2026-03-01T12:00:00.000Z'
const LATER = '2026-04-01T12:00:00.000Z'
let now = NOON
let store: Store
let ask: ReturnType<typeof publicSite>

beforeEach(async () => {
  now = NOON
  store = await openTestRecord({ folder: null, clock: { now: () => now } })
  ask = publicSite(store)
})
afterEach(() => store.close())

const LEE: AcceptedArticle = {
  notation: '[S:Mara Lee] [C:said]: [Q:“The report will come before the end of June.”]',
  article: { outlet: 'The Harbour Post', url: 'https://post.example/1' },
}

async function textOf(path: string): Promise<string> {
  return (await ask(path)).text()
}

/** What our own reader of feeds makes of a feed. */
async function readBack(path: string) {
  const reading = readFeed(Buffer.from(await textOf(path)), { contentType: null, url: PUBLIC_ADDRESS })
  for (let step = reading.next(); ; step = reading.next()) {
    if (step.done !== true) continue
    if (!step.value.ok) throw new Error(step.value.fault.sentence)
    return step.value.feed
  }
}

test('the front page’s feed has what moved and what was said, in both formats', async () => {
  const { statementIds } = await addAccepted(store, LEE)
  const atom = parseAtomFeed(await textOf('/feed.atom'))
  const json = parseJsonFeed(await textOf('/feed.json'))
  expect(atom.entries?.map(({ id }) => id)).toEqual(json.items?.map(({ id }) => id))
  expect(json.items?.map(({ title, url, date_published }) => [title, url, date_published])).toEqual([
    [
      'Mara Lee, to publish the report: announced on 3 February 2026',
      `${PUBLIC_ADDRESS}/dossiers/dam#at-report.announced`,
      NOON,
    ],
    [
      'Mara Lee: “The report will come before the end of June.”',
      `${PUBLIC_ADDRESS}/statements/${statementIds[0]}`,
      NOON,
    ],
  ])
  expect([json.feed_url, json.home_page_url, atom.updated]).toEqual([
    `${PUBLIC_ADDRESS}/feed.json`,
    `${PUBLIC_ADDRESS}/`,
    NOON,
  ])
  for (const path of ['/feed.atom', '/feed.json']) expect((await readBack(path)).entries).toHaveLength(2)
})

test('a dossier’s feed has its own parts, and each leads to its place on the page', async () => {
  await addAccepted(store, LEE)
  const { title, entries } = await readBack('/dossiers/dam/feed.atom')
  expect([title, entries.map(({ url }) => url)]).toEqual([
    'Onrecord: The dam',
    [`${PUBLIC_ADDRESS}/dossiers/dam#at-report.announced`],
  ])
  const { document } = parseHTML(await textOf('/dossiers/dam'))
  expect(document.getElementById('at-report.announced')).not.toBeNull()
  expect((await ask('/dossiers/none/feed.atom')).status).toBe(404)
})

test('pages name their feeds, and each is there', async () => {
  await addAccepted(store, LEE)
  const links = feedLinks(await textOf('/dossiers/dam'), `${PUBLIC_ADDRESS}/dossiers/dam`)
  expect(links.map(({ url }) => url.replace(PUBLIC_ADDRESS, ''))).toEqual([
    '/feed.atom',
    '/feed.json',
    '/dossiers/dam/feed.atom',
    '/dossiers/dam/feed.json',
  ])
  for (const { url } of links) {
    const response = await ask(new URL(url).pathname)
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toMatch(/^application\/(atom\+xml|feed\+json); charset=UTF-8$/)
  }
})

test('who asks again by tag or date gets nothing new, until something is recorded; entries keep their names', async () => {
  const { statementIds } = await addAccepted(store, LEE)
  const first = await ask('/feed.atom')
  const [tag, date] = [first.headers.get('ETag') ?? '', first.headers.get('Last-Modified') ?? '']
  expect(date).toBe('Sun, 01 Mar 2026 12:00:00 GMT')
  expect((await ask('/feed.atom', { 'If-None-Match': tag })).status).toBe(304)
  expect((await ask('/feed.atom', { 'If-Modified-Since': date })).status).toBe(304)
  const ids = (await readBack('/feed.atom')).entries.map(({ id }) => id)
  now = LATER
  const statementId = statementIds[0] ?? ''
  const taken = {
    statementId,
    verdict: 'withdrawn',
    by: AT_THE_MACHINE,
    reason: null,
    speakerId: null,
    saidOn: null,
  } as const
  await store.dossiers.decide(taken)
  for (const headers of [{ 'If-None-Match': tag }, { 'If-Modified-Since': date }])
    expect((await ask('/feed.atom', headers)).status).toBe(200)
  expect(await readBack('/feed.atom')).toMatchObject({ entries: [] })
  await store.dossiers.decide({ ...taken, verdict: 'accepted' })
  expect((await readBack('/feed.json')).entries.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
})

test('a record of which nothing is public has feeds without entries', async () => {
  expect((await readBack('/feed.atom')).entries).toEqual([])
  expect((await readBack('/feed.json')).entries).toEqual([])
})
