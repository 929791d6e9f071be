/** robots.txt, turns and pauses: what a site may expect of us. */
import { expect, test } from 'vitest'
import { get, localFetcher, localSite, page, redirect, told } from '../../../test/local-web.ts'
import type { Wait } from './host-turns.ts'

const HOUR = 60 * 60 * 1000

/** A clock that only goes on where somebody waits, or a test moves it; and how long was waited. */
function stoppedClock() {
  let ms = Date.parse('2026-11-24T09:00:00.000Z')
  const waits: number[] = []
  const wait: Wait = async (pause) => {
    waits.push(pause)
    ms += pause
  }
  return {
    options: { clock: { now: () => new Date(ms).toISOString() }, wait },
    waits,
    goOn: (by: number) => {
      ms += by
    },
  }
}

const paths = (requests: readonly string[]) => requests.map((request) => request.split(' ')[1])
const status = (code: number, headers = '') => `HTTP/1.1 ${code} Words\r\n${headers}Content-Length: 0\r\n\r\n`

const NO =
  "not-allowed: the site's robots.txt asks programs not to fetch this page; open it in a browser, save it, and add that"
const NOT_NOW = /^not-reached: its robots\.txt, which says what programs may fetch, cannot be had now \(\d+\); .*…$/

test.each<[what: string, robots: string | null, told: string | RegExp]>([
  ['none', null, 'abc'],
  ['forbids it', page('User-agent: *\nDisallow: /a'), NO],
  ['forbids it to us', page('User-agent: onrecord\nDisallow: /a\n\nUser-agent: *\nAllow: /'), NO],
  ['allows it', page('User-agent: *\nDisallow: /\nAllow: /a'), 'abc'],
  ['has the type of a page', page('<p>Nothing here</p>', { 'Content-Type': 'text/html' }), 'abc'],
  ['is empty', status(204), 'abc'],
  ['is not given to us', status(403), 'abc'],
  ['is given to nobody', status(401), 'abc'],
  ['is gone', status(410), 'abc'],
  ['fails', status(500), NOT_NOW],
  ['is overloaded', status(503), NOT_NOW],
  ['is asked for too often', status(429), NOT_NOW],
  ['stands elsewhere', redirect('/elsewhere'), NO],
  ['leads in a circle', redirect('/robots.txt'), 'abc'],
  ['leads to a machine’s keys', redirect('http://169.254.169.254/'), 'abc'],
  [
    'leads to where nothing answers',
    redirect('http://127.0.0.9:4999/'),
    /^not-reached: its robots\.txt cannot be had now: it leads on to .*…$/,
  ],
  ['leads to nothing', redirect('/nothing'), 'abc'],
  ['is cut', 'HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nUser-agent: *\n', /^not-reached: the connection ended.*…$/],
  ['is larger than is read', page(`User-agent: *\nDisallow: /a\n${'#\n'.repeat(300_000)}Allow: /a`), NO],
  ['is another language', 'SSH-2.0\r\n', /^not-reached: what answers there does not speak/],
])('a robots.txt that %s', async (_, robots, expected) => {
  const site = await localSite({
    '/a': page('abc'),
    '/elsewhere': page('User-agent: *\nDisallow: /a'),
    ...(robots === null ? {} : { '/robots.txt': robots }),
  })
  const said = told(await get(localFetcher(), `${site.origin}/a`))
  if (typeof expected === 'string') expect(said).toBe(expected)
  else expect(said).toMatch(expected)
  if (said !== 'abc') expect(paths(site.requests)).not.toContain('/a')
})

test('robots.txt is not asked for where the setting says so', async () => {
  const site = await localSite({ '/a': page('abc'), '/robots.txt': page('User-agent: *\nDisallow: /') })
  expect(told(await get(localFetcher({ respectRobots: false }), `${site.origin}/a`))).toBe('abc')
  expect(paths(site.requests)).toEqual(['/a'])
})

test('a page that another one leads to is asked for at its own site', async () => {
  const forbidding = await localSite({ '/b': page('abc'), '/robots.txt': page('User-agent: *\nDisallow: /') })
  const site = await localSite({ '/a': redirect(`${forbidding.origin}/b`) })
  const said = told(await get(localFetcher(), `${site.origin}/a`))
  expect(said).toBe(NO.replace('not-allowed: ', `not-allowed: it leads on to ${forbidding.origin}/b: `))
  expect(paths(forbidding.requests)).toEqual(['/robots.txt'])
})

test('a robots.txt is good for a day, and asked for once where several pages are fetched at once', async () => {
  const site = await localSite({ '/a': page('a'), '/b': page('b'), '/robots.txt': page('') })
  const { options, goOn } = stoppedClock()
  const fetcher = localFetcher(options)
  await Promise.all([get(fetcher, `${site.origin}/a`), get(fetcher, `${site.origin}/b`)])
  goOn(23 * HOUR)
  await get(fetcher, `${site.origin}/a`)
  expect(paths(site.requests).filter((path) => path === '/robots.txt')).toHaveLength(1)
  goOn(HOUR)
  await get(fetcher, `${site.origin}/a`)
  expect(paths(site.requests).filter((path) => path === '/robots.txt')).toHaveLength(2)
})

test('a robots.txt that failed is not asked for again at once', async () => {
  const site = await localSite({ '/robots.txt': status(500) })
  const { options, goOn } = stoppedClock()
  const fetcher = localFetcher(options)
  expect(await get(fetcher, site.origin)).toMatchObject({ mayPass: true, retryAfterMs: 60_000 })
  await get(fetcher, site.origin)
  expect(site.requests).toHaveLength(1)
  goOn(60_000)
  await get(fetcher, site.origin)
  expect(site.requests).toHaveLength(2)
})

test('a host is asked for one page at a time, another beside it', async () => {
  const asked: string[] = []
  const waiting = Promise.withResolvers<() => void>()
  const site = await localSite({
    '/a': (socket) => {
      asked.push('/a')
      waiting.resolve(() => {
        asked.push('/a is answered')
        socket.end(page('a'))
      })
    },
    '/b': (socket) => {
      asked.push('/b')
      socket.end(page('b'))
    },
  })
  const beside = await localSite({ '/': page('beside') }, { address: '127.0.0.2' })
  const fetcher = localFetcher({ respectRobots: false })
  const pages = ['/a', '/b'].map((path) => get(fetcher, site.origin + path))
  expect(told(await get(fetcher, beside.origin))).toBe('beside')
  const answer = await waiting.promise
  answer()
  expect((await Promise.all(pages)).map(told)).toEqual(['a', 'b'])
  expect(asked).toEqual(['/a', '/a is answered', '/b'])
})

test.each<[what: string, robots: string, pauses: readonly number[]]>([
  ['nothing', '', [1_000]],
  ['a longer one', 'User-agent: *\nCrawl-delay: 5', [5_000]],
  ['a shorter one', 'User-agent: *\nCrawl-delay: 0.1', [1_000]],
  ['an hour', 'User-agent: *\nCrawl-delay: 3600', [30_000]],
])('between two pages of a host there is a pause; it asks for %s', async (_, robots, pauses) => {
  const site = await localSite({ '/a': redirect('/b'), '/b': page('b'), '/robots.txt': page(robots) })
  const { options, waits, goOn } = stoppedClock()
  const fetcher = localFetcher(options)
  // Its robots.txt and its redirect belong to the page.
  await get(fetcher, `${site.origin}/a`)
  expect(waits).toEqual([])
  await get(fetcher, `${site.origin}/a`)
  expect(waits).toEqual(pauses)
  goOn(HOUR)
  await get(fetcher, `${site.origin}/a`)
  expect(waits).toEqual(pauses)
})

test.each([
  [429, 'Retry-After: 120\r\n'],
  [503, 'Retry-After: Tue, 24 Nov 2026 09:02:00 GMT\r\n'],
])('a site that asks with %d to be left alone is left alone', async (code, header) => {
  const site = await localSite({ '/a': status(code, header), '/b': page('abc') })
  const { options, goOn } = stoppedClock()
  const fetcher = localFetcher(options)
  expect(await get(fetcher, `${site.origin}/a`)).toMatchObject({ mayPass: true, retryAfterMs: 120_000 })
  const asked = site.requests.length
  goOn(20_000)
  const outcome = await get(fetcher, `${site.origin}/b`)
  expect(told(outcome)).toBe('not-reached: the site wants to be left alone for 100 more seconds; try again then …')
  expect(outcome).toMatchObject({ retryAfterMs: 100_000 })
  expect(site.requests).toHaveLength(asked)
  goOn(100_000)
  expect(told(await get(fetcher, `${site.origin}/b`))).toBe('abc')
})
