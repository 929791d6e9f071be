import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../src/store/system-clock.ts'
import { changingSite, feedAnswer, rssOf } from './feed-site.ts'
import { page } from './local-web.ts'
import { openTestRecord } from './open-test-record.ts'
import { cookieFor } from './signed-in.ts'
import { EVERYTHING } from './store/open-empty.ts'
import { temporaryFolder } from './temporary-folder.ts'

const CLI = new URL('../src/cli.ts', import.meta.url).pathname
const STORIES = [1, 2, 3, 4]

type Options = { readonly folder: string; readonly allowPrivate?: 'yes' | 'no' }

function onrecord(args: readonly string[], { folder, allowPrivate = 'yes' }: Options): ChildProcess {
  const env = {
    ...process.env,
    ONRECORD_DATA: folder,
    ONRECORD_PORT: '0',
    ONRECORD_ALLOW_PRIVATE_ADDRESSES: allowPrivate,
  }
  const child = spawn(process.execPath, [CLI, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

async function run(args: readonly string[], options: Options) {
  const child = onrecord(args, options)
  const texts = [child.stdout, child.stderr].map(async (stream) => (await stream?.toArray())?.join('') ?? '')
  const [status] = await once(child, 'close')
  const [out, err] = await Promise.all(texts)
  return { status, out, err }
}

/** Starts the server. @returns it, and where it is */
async function serve(folder: string) {
  const child = onrecord(['serve'], { folder })
  if (child.stdout === null) throw new Error('it has no output')
  for await (const line of createInterface(child.stdout)) {
    const address = /http:\/\/localhost:\d+/.exec(line)?.[0]
    if (address !== undefined) return { child, address }
  }
  throw new Error('it ended before it listened')
}

function story(at: number): string {
  const sentence = `“Bridge number ${at} will open in May,” said Ilse Varden, the mayor of Ostermere, on Monday.`
  return page(
    `<html lang=en><title>Bridge ${at} is to open</title><article><h1>Bridge ${at} is to open</h1><p>${sentence}<p>${'People waited for it for nine long years. '.repeat(8)}</article>`,
    { 'Content-Type': 'text/html' },
  )
}

function feed(origin: string, look: number): string {
  const entries = STORIES.map((at) => ({
    id: `made-at-look-${look}-${at}`,
    link: `${origin}/story/${at}?utm_source=rss&utm_term=${look}`,
    title: `Bridge ${at} is to open`,
    text: `It is the bridge with the number ${at}.`,
  }))
  return feedAnswer(rssOf(entries))
}

// A busy machine with two cores takes a minute for what takes ten seconds elsewhere.
test('a feed is followed from the command line, and each entry is read once, over a kill and new ids', {
  timeout: 240_000,
}, async () => {
  const folder = temporaryFolder()
  const second = Promise.withResolvers<void>()
  const site = await changingSite({})
  for (const at of STORIES)
    site.answers[`/story/${at}`] = (socket) => {
      if (at === 2) second.resolve()
      socket.end(story(at))
    }
  site.answers['/'] = page('<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>')
  let looks = 0
  site.answers['/feed'] = (socket) => {
    looks += 1
    socket.end(Buffer.from(feed(site.origin, looks), 'latin1'))
  }
  const followed = await run(['follow', site.origin], { folder })
  expect(followed).toMatchObject({
    status: 0,
    out: expect.stringContaining(`followed: Harbour Post  ${site.origin}/feed`),
  })
  const listed = await run(['follow'], { folder })
  expect(listed.out).toMatch(/Harbour Post.*\n {2}every entry; 0 articles.*\n {2}not looked at yet/)

  const killed = await serve(folder)
  await second.promise
  killed.child.kill('SIGKILL')
  await once(killed.child, 'exit')

  const { child, address } = await serve(folder)
  const headers = { Cookie: await cookieFor(folder, address) }
  const articles = async () =>
    (await (await fetch(`${address}/desk`, { headers })).text()).match(/href="\/desk\/articles\//g)?.length
  await expect.poll(articles, { timeout: 200_000, interval: 200 }).toBe(STORIES.length)
  // Another look, with all ids made anew, adds nothing to the list of work.
  expect(await run(['follow', `${site.origin}/feed/`], { folder })).toMatchObject({
    status: 0,
    out: expect.stringContaining('was followed already'),
  })
  const feeds = async () => (await fetch(`${address}/desk/feeds`, { headers })).text()
  await expect.poll(feeds, { timeout: 60_000, interval: 100 }).toMatch(/: 4 entries; 0 new/)
  child.kill('SIGTERM')
  await once(child, 'exit')

  const store = await openTestRecord({ folder, clock: systemClock })
  onTestFinished(() => store.close())
  const { items } = await store.articles(EVERYTHING)
  expect(items.map(({ headline }) => headline).toSorted()).toEqual(STORIES.map((at) => `Bridge ${at} is to open`))
  const stopped = await run(['unfollow', `${site.origin}/feed`], { folder })
  expect(stopped).toMatchObject({ status: 0, out: expect.stringContaining('no longer followed') })
  expect((await run(['follow'], { folder })).out).toContain('no feed is followed')
})

const USES: readonly [args: readonly string[], status: number, err: RegExp][] = [
  [['follow', 'no address'], 1, /no address: this is no address of a site or a feed/],
  [['follow', 'http://127.0.0.1:9/feed'], 1, /127\.0\.0\.1/],
  [['follow', '--words', 'x'], 2, /name the feeds that the words are for/],
  [['unfollow'], 2, /name the feeds/],
  [['unfollow', 'https://example.org/feed'], 1, /no feed is followed under this address/],
]

test.each(USES)('%j', { timeout: 60_000 }, async (args, status, err) => {
  const ran = await run(args, { folder: temporaryFolder(), allowPrivate: 'no' })
  expect(ran).toMatchObject({ status, err: expect.stringMatching(err) })
})
