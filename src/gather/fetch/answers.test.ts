/** What servers send, to the byte, and what is made of it. */
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { get, localFetcher, localSite, page, type RawAnswer, told } from '../../../test/local-web.ts'

const CUT = 'not-reached: the connection ended before the page had come whole; try again later …'
const DAMAGED = 'not-reached: the server sent the page in a damaged form; try again later …'
const NOT_HTTP =
  'not-reached: what answers there does not speak the language of the web (HTTP); check the address, its port too …'

/** "~" ends a line. */
const wire = (text: string): string => text.replaceAll('~', '\r\n')

async function outcome(answer: RawAnswer): Promise<string> {
  const site = await localSite({ '/': answer })
  return told(await get(localFetcher(), site.origin))
}

test.each<[what: string, answer: string, told: string]>([
  ['a page with its length', 'HTTP/1.1 200 OK~Content-Length: 3~~abc', 'abc'],
  ['a page that ends with the connection', 'HTTP/1.1 200 OK~~abc', 'abc'],
  ['a page of HTTP/1.0', 'HTTP/1.0 200 OK~~abc', 'abc'],
  ['a status without words', 'HTTP/1.1 200~Content-Length: 3~~abc', 'abc'],
  ['lines that end in a line feed alone', 'HTTP/1.1 200 OK\nContent-Length: 3\n\nabc', 'abc'],
  ['no body', 'HTTP/1.1 200 OK~Content-Length: 0~~', ''],
  ['more than was promised', 'HTTP/1.1 200 OK~Content-Length: 3~~abcdef', 'abc'],
  ['less than was promised', 'HTTP/1.1 200 OK~Content-Length: 9~~abc', CUT],
  ['the same length twice', 'HTTP/1.1 200 OK~Content-Length: 3~content-length: 3~~abc', 'abc'],
  ['two lengths', 'HTTP/1.1 200 OK~Content-Length: 3~Content-Length: 4~~abcd', DAMAGED],
  ['a length that is none', 'HTTP/1.1 200 OK~Content-Length: many~~abc', 'abc'],
  ['a negative length', 'HTTP/1.1 200 OK~Content-Length: -1~~abc', 'abc'],
  ['chunks', 'HTTP/1.1 200 OK~Transfer-Encoding: chunked~~1~a~2~bc~0~~', 'abc'],
  ['chunks with more to their sizes', 'HTTP/1.1 200 OK~Transfer-Encoding: chunked~~3 ;x="y"~abc~0~~', 'abc'],
  ['chunks and a trailer', 'HTTP/1.1 200 OK~Transfer-Encoding: chunked~~03~abc~0~X: y~~', 'abc'],
  ['chunks whatever the length', 'HTTP/1.1 200 OK~Content-Length: 1~Transfer-Encoding: chunked~~3~abc~0~~', 'abc'],
  ['chunks without the last one', 'HTTP/1.1 200 OK~Transfer-Encoding: chunked~~3~abc~', CUT],
  ['a chunk that is cut', 'HTTP/1.1 200 OK~Transfer-Encoding: chunked~~9~abc', CUT],
  ['chunks cut in the size', 'HTTP/1.1 200 OK~Transfer-Encoding: chunked~~3~abc~1', CUT],
  ['chunks cut after the last one', 'HTTP/1.1 200 OK~Transfer-Encoding: chunked~~3~abc~0~', CUT],
  ['a chunk without a size', 'HTTP/1.1 200 OK~Transfer-Encoding: chunked~~abc~0~~', 'abc is no size'],
  ['a chunk that is longer than its size', 'HTTP/1.1 200 OK~Transfer-Encoding: chunked~~2~abc~0~~', DAMAGED],
  ['a chunk with a negative size', 'HTTP/1.1 200 OK~Transfer-Encoding: chunked~~-2~abc~0~~', DAMAGED],
  ['a chunk of more than can be', 'HTTP/1.1 200 OK~Transfer-Encoding: chunked~~ffffffffffffffff~abc~0~~', DAMAGED],
  ['endless trailers', `HTTP/1.1 200 OK~Transfer-Encoding: chunked~~0~${'X: y~'.repeat(200)}~`, DAMAGED],
  ['hints before the answer', 'HTTP/1.1 103 Early Hints~Link: a~~HTTP/1.1 200 OK~Content-Length: 3~~abc', 'abc'],
  ['nothing but hints', 'HTTP/1.1 103 Early Hints~~'.repeat(12), NOT_HTTP],
  ['a header that goes on in the next line', 'HTTP/1.1 200 OK~Content-Length:~ 3~~abcdef', 'abc'],
  ['a header line without a colon', 'HTTP/1.1 200 OK~nonsense~Content-Length: 3~~abc', 'abc'],
  ['a NUL in a header', 'HTTP/1.1 200 OK~X: a\0b~~abc', NOT_HTTP],
  ['another protocol', 'SSH-2.0-OpenSSH_9.6~', NOT_HTTP],
  ['the next version of this one', 'HTTP/2 200~~abc', NOT_HTTP],
  ['a head that is cut', 'HTTP/1.1 200 OK~Content-Len', CUT],
  ['nothing', '', 'not-reached: the server closed the connection without an answer; try again later …'],
])('%s', async (_, answer, expected) => {
  const said = await outcome(wire(answer))
  // "abc" are hexadecimal digits: a size of 2,748 bytes, of which hardly any come.
  expect(said).toBe(expected === 'abc is no size' ? CUT : expected)
})

test('a coding of the transfer that was not asked for', async () => {
  const answer = wire('HTTP/1.1 200 OK~Transfer-Encoding: gzip, chunked~~0~~')
  expect(await outcome(answer)).toMatch(/^unsupported: .*\("gzip, chunked"\)/)
})

test.each<[status: number, told: RegExp]>([
  [201, /^abc$/],
  [203, /^abc$/],
  [204, /^empty: /],
  [205, /^empty: /],
  [300, /^not-allowed: .*status 300/],
  [302, /^not-allowed: .*status 302/],
  [304, /^not-reached: .*unchanged/],
  [400, /^not-allowed: .*status 400/],
  [401, /^not-allowed: .*signed in/],
  [402, /^not-allowed: .*pay/],
  [403, /^not-allowed: .*to a program/],
  [404, /^not-found: .*no page/],
  [410, /^gone: .*for good/],
  [408, /^not-reached: .*…$/],
  [425, /^not-reached: .*…$/],
  [429, /^not-reached: .*too often.*…$/],
  [451, /^not-allowed: .*legal reasons/],
  [500, /^not-reached: .*failed \(500\).*…$/],
  [502, /^not-reached: .*…$/],
  [503, /^not-reached: .*overloaded.*…$/],
  [520, /^not-reached: .*failed \(520\).*…$/],
  [999, /^not-allowed: .*status 999/],
])('status %d', async (status, expected) => {
  const body = [204, 205, 304].includes(status) ? '' : 'abc'
  const said = await outcome(wire(`HTTP/1.1 ${status} Words~Content-Length: ${body.length}~~${body}`))
  expect(said).toMatch(expected)
  if (!expected.source.includes('…')) expect(said).not.toContain('…')
})

test.each<[type: string, told: RegExp]>([
  ['image/png', /^unsupported: this is a picture \(image\/png\)/],
  ['IMAGE/SVG+XML; charset=utf-8', /^unsupported: this is a picture/],
  ['video/mp4', /^unsupported: this is a film/],
  ['audio/mpeg', /^unsupported: this is a recording/],
  ['multipart/x-mixed-replace; boundary=x', /^unsupported: this is a stream/],
  ['application/rss+xml', /^abc$/],
  ['application/pdf', /^abc$/],
  ['nonsense', /^abc$/],
])('an answer of type %s', async (type, expected) => {
  expect(await outcome(page('abc', { 'Content-Type': type }))).toMatch(expected)
})

test('a fetch keeps what went over the wire, every hop of it, to the byte', async () => {
  const packed = gzipSync('The mill')
  const head = wire(
    `HTTP/1.1 200 Fine~Content-Type: text/html; charset=windows-1252~ETag: "a"~Last-Modified: yesterday~X-Odd:  \xe9 ~Content-Encoding: gzip~Transfer-Encoding: chunked~~`,
  )
  const answer = Buffer.concat([
    Buffer.from(head + packed.length.toString(16) + wire(';odd~'), 'latin1'),
    packed,
    Buffer.from(wire('~0~Trailer: x~~')),
  ])
  const moved = wire('HTTP/1.1 301 Moved~Location: /mill~Content-Length: 5~~moved')
  const site = await localSite({
    '/': `${wire('HTTP/1.1 103 Hints~~')}${moved}`,
    '/mill': Buffer.concat([answer, Buffer.from('more')]),
  })
  const now = '2026-11-24T09:00:00.000Z'
  const fetcher = localFetcher({ clock: { now: () => now } })
  const fetched = await get(fetcher, `${site.origin}/#top`)
  if (fetched.state !== 'fetched') throw new Error(told(fetched))
  const [, first = '', second = ''] = site.requests
  expect(fetched).toEqual({
    state: 'fetched',
    etag: '"a"',
    lastModified: 'yesterday',
    input: {
      name: `${site.origin}/#top`,
      bytes: new Uint8Array(Buffer.from('The mill')),
      contentType: 'text/html; charset=windows-1252',
      url: `${site.origin}/mill`,
      received: {
        via: 'fetch',
        askedUrl: `${site.origin}/`,
        at: now,
        status: 200,
        headers: [
          ['Content-Type', 'text/html; charset=windows-1252'],
          ['ETag', '"a"'],
          ['Last-Modified', 'yesterday'],
          ['X-Odd', '\xe9'],
          ['Content-Encoding', 'gzip'],
          ['Transfer-Encoding', 'chunked'],
        ],
        address: '127.0.0.1',
        recordId: null,
        exchanges: [
          {
            url: `${site.origin}/`,
            address: '127.0.0.1',
            sentAt: now,
            request: Buffer.from(first, 'latin1'),
            response: new Uint8Array(Buffer.from(moved)),
          },
          {
            url: `${site.origin}/mill`,
            address: '127.0.0.1',
            sentAt: now,
            request: Buffer.from(second, 'latin1'),
            response: new Uint8Array(answer),
          },
        ],
      },
    },
  })
})

test('a request says who asks, for what, and nothing about the person', async () => {
  const site = await localSite({ '/a?b=%C3%A9': page('abc') })
  await get(localFetcher({ userAgent: 'Onrecord/1.0 (+desk@example.org)' }), `${site.origin}/a?b=é#c`)
  expect(site.requests.at(-1)).toBe(
    wire(
      `GET /a?b=%C3%A9 HTTP/1.1~Host: 127.0.0.1:${site.port}~User-Agent: Onrecord/1.0 (+desk@example.org)~Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8~Accept-Encoding: gzip, deflate, br, zstd~Connection: close~~`,
    ),
  )
})

test.each<[etag: string | null, lastModified: string | null, sent: RegExp]>([
  ['"a"', null, /If-None-Match: "a"\r\nConnection/],
  [null, 'Mon, 23 Nov 2026 08:00:00 GMT', /If-Modified-Since: Mon, 23 Nov 2026 08:00:00 GMT\r\n/],
  ['W/"b"', 'yesterday', /If-None-Match: W\/"b"\r\nIf-Modified-Since: yesterday\r\n/],
  ['"a"\r\nX-Evil: b', null, /zstd\r\nConnection/],
])('a page that is known is asked for on a condition: %j %j', async (etag, lastModified, sent) => {
  const site = await localSite({ '/': wire('HTTP/1.1 304 Not Modified~ETag: "a"~~') })
  const outcome = await localFetcher().fetch({ url: site.origin, etag, lastModified })
  expect(outcome).toEqual({ state: 'unchanged' })
  expect(site.requests.at(-1)).toMatch(sent)
})
