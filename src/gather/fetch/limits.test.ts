/** Servers that never end, that wait, that send too much: each ends within its limit, with a sentence. */
import type { Socket } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { get, localFetcher, localSite, page, type RawAnswer, redirect, told } from '../../../test/local-web.ts'
import type { FetchLimits } from './fetch-limits.ts'

const wire = (text: string): string => text.replaceAll('~', '\r\n')

/** Sends `bytes` again and again, one piece each few milliseconds, until the client has enough. */
function drip(socket: Socket, start: string, bytes: string): void {
  socket.write(start)
  const timer = setInterval(() => socket.write(bytes), 5)
  socket.on('close', () => clearInterval(timer))
}

/** Sends as fast as the client takes it, until it has enough. */
function flood(socket: Socket, start: string, bytes: string | Uint8Array): void {
  const more = () => {
    while (!socket.destroyed && socket.write(bytes));
  }
  socket.on('drain', more)
  socket.write(start)
  more()
}

const GZIPPED_ZEROS = gzipSync(Buffer.alloc(64 * 1024 * 1024))
const UNPACKED = /^too-large: unpacked, it is larger than the [01](?:\.1)? MB that are read; .*add that$/
const TOO_LARGE = /^too-large: it is larger than the 0\.1 MB that are read; .*add that$/
const HEAD = /^too-large: the server sent more than 4 kB before the page itself/

test.each<[what: string, limits: Partial<FetchLimits>, answer: RawAnswer, told: RegExp]>([
  [
    'a server that says nothing',
    { headMs: 60 },
    () => undefined,
    /^too-slow: no answer came within 0\.1 seconds; .*…$/,
  ],
  ['half a head', { headMs: 60 }, (socket) => socket.write('HTTP/1.1 200 OK\r\n'), /^too-slow: no answer came/],
  [
    'a head of a byte at a time',
    { headMs: 100 },
    (socket) => drip(socket, 'HTTP/1.1 200 OK\r\nX: ', 'x'),
    /^too-slow: no answer/,
  ],
  ['a head without an end', {}, (socket) => flood(socket, 'HTTP/1.1 200 OK\r\n', 'X: y\r\n'.repeat(100)), HEAD],
  ['a line without an end', {}, (socket) => flood(socket, 'HTTP/1.1 200 OK\r\nX: ', 'x'.repeat(1_000)), HEAD],
  ['a head of 5 kB', {}, `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(5_000)}\r\n\r\nabc`, HEAD],
  [
    'a page that stops half way',
    { idleMs: 60 },
    (socket) => socket.write(wire('HTTP/1.1 200 OK~Content-Length: 10~~abc')),
    /^too-slow: nothing more of the page came within 0\.1 seconds; .*…$/,
  ],
  [
    'a page of a byte at a time',
    { wholeMs: 150 },
    (socket) => drip(socket, wire('HTTP/1.1 200 OK~Content-Length: 100000~~'), 'x'),
    /^too-slow: the page did not come whole within 0\.1 seconds; .*…$/,
  ],
  [
    'chunks of a byte at a time',
    { wholeMs: 150 },
    (socket) => drip(socket, wire('HTTP/1.1 200 OK~Transfer-Encoding: chunked~~'), wire('1~x~')),
    /^too-slow: the page did not come whole/,
  ],
  [
    'a connection that breaks off',
    {},
    (socket) => socket.write(wire('HTTP/1.1 200 OK~Content-Length: 10~~abc'), () => socket.resetAndDestroy()),
    /^not-reached: the (?:server broke the connection off|connection ended before the page had come whole); .*…$/,
  ],
  ['a length that is too large', {}, 'HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\nabc', TOO_LARGE],
  ['a page without an end', {}, (socket) => flood(socket, 'HTTP/1.1 200 OK\r\n\r\n', 'x'.repeat(1_000)), TOO_LARGE],
  [
    'chunks without an end',
    {},
    (socket) => flood(socket, wire('HTTP/1.1 200 OK~Transfer-Encoding: chunked~~'), wire('1~x~').repeat(200)),
    TOO_LARGE,
  ],
  [
    'ten gigabytes of zeros in gzip',
    { bytes: 1_000_000 },
    (socket) => flood(socket, wire('HTTP/1.1 200 OK~Content-Encoding: gzip~~'), GZIPPED_ZEROS),
    UNPACKED,
  ],
  [
    'a bomb in a bomb',
    {},
    Buffer.concat([
      Buffer.from(wire('HTTP/1.1 200 OK~Content-Encoding: gzip, gzip, br~~')),
      brotliCompressSync(gzipSync(GZIPPED_ZEROS)),
    ]),
    UNPACKED,
  ],
])('%s', async (_, limits, answer, expected) => {
  const site = await localSite({ '/': answer })
  const fetcher = localFetcher({ limits: { bytes: 100_000, headBytes: 4_096, ...limits } })
  expect(told(await get(fetcher, site.origin))).toMatch(expected)
})

test('the times of all hops together are counted', async () => {
  const slow = (answer: string) => (socket: Socket) => void setTimeout(() => socket.end(answer), 40)
  const hops = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`/${at}`, slow(redirect(`/${at + 1}`))]))
  const site = await localSite(hops)
  const fetcher = localFetcher({ limits: { wholeMs: 150 } })
  expect(told(await get(fetcher, `${site.origin}/0`))).toMatch(
    /^too-slow: it leads on to .* did not come whole within 0\.1/,
  )
})

test('a name that is looked up for too long', async () => {
  const fetcher = localFetcher({ resolve: () => new Promise(() => undefined), limits: { connectMs: 60 } })
  expect(told(await get(fetcher, 'http://slow.example/'))).toMatch(
    /^too-slow: the name of the site was not found within/,
  )
})

test('a handshake that never comes', async () => {
  const site = await localSite({})
  const fetcher = localFetcher({ limits: { connectMs: 60 } })
  // It waits for the end of a request that is none.
  expect(told(await get(fetcher, site.origin.replace('http:', 'https:')))).toMatch(
    /^too-slow: no connection came about/,
  )
})

test('what a redirect says besides where it leads is not waited for', async () => {
  const endless = (socket: Socket) => flood(socket, wire('HTTP/1.1 302 Found~Location: /page~~'), 'x'.repeat(1_000))
  const site = await localSite({
    '/endless': endless,
    '/cut': wire('HTTP/1.1 302 Found~Location: /page~Content-Length: 9~~abc'),
    '/page': page('abc'),
  })
  const fetcher = localFetcher()
  expect(told(await get(fetcher, `${site.origin}/endless`))).toBe('abc')
  expect(told(await get(fetcher, `${site.origin}/cut`))).toBe('abc')
})

test('a fetcher that is closed breaks off what it is at, and starts nothing more', async () => {
  const site = await localSite({ '/': () => void fetcher.close() })
  const fetcher = localFetcher()
  expect(told(await get(fetcher, site.origin))).toMatch(/^not-reached: fetching was stopped .*…$/)
  const connections = site.connections()
  expect(told(await get(fetcher, site.origin))).toMatch(/^not-reached: fetching was stopped/)
  expect(site.connections()).toBe(connections)
})
