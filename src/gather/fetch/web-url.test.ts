import { expect, test } from 'vitest'
import { bareHost, webUrl } from './web-url.ts'

test.each<[given: string, url: string]>([
  ['https://example.org/a?b#c', 'https://example.org/a?b'],
  ['HTTP://Example.ORG', 'http://example.org/'],
  ['https://例え.jp/記事', 'https://xn--r8jz45g.jp/%E8%A8%98%E4%BA%8B'],
  ['http://example.org:8080/', 'http://example.org:8080/'],
  ['http://example.org:443/', 'http://example.org:443/'],
  [' https://example.org/ ', 'https://example.org/'],
])('%s is %s', (given, url) => {
  expect(webUrl(given, null).href).toBe(url)
})

test.each<[given: string, says: RegExp]>([
  ['', /no address of the web/],
  ['//', /no address of the web/],
  ['/a', /no address of the web/],
  ['http://', /no address of the web/],
  ['http://a b/', /no address of the web/],
  ['http://[::1', /no address of the web/],
  ['http://1.2.3.4.5/', /no address of the web/],
  ['http://[fe80::1%25eth0]/', /no address of the web/],
  ['ftp://example.org/', /not "ftp:"/],
  ['file:///etc/passwd', /not "file:"/],
  ['javascript:alert(1)', /not "javascript:"/],
  ['data:text/html,a', /not "data:"/],
  ['gopher://example.org/', /not "gopher:"/],
  ['https://me@example.org/', /user name or password/],
  ['https://me:secret@example.org/', /user name or password/],
  ['https://example.org:22/', /port 22/],
  ['http://example.org:0/', /port 0/],
  ['http://example.org:25/', /port 25/],
  [`https://example.org/${'a'.repeat(9_000)}`, /more than 8192 characters/],
])('%s is refused', (given, says) => {
  expect(() => webUrl(given, null)).toThrow(says)
})

test('an address stands on the one that led to it', () => {
  const base = new URL('https://example.org/news/')
  expect(webUrl('../a', base).href).toBe('https://example.org/a')
  expect(webUrl('//example.net/', base).href).toBe('https://example.net/')
})

test.each([
  ['http://[::1]:8080/', '::1'],
  ['http://example.org./', 'example.org'],
  ['http://127.1/', '127.0.0.1'],
  ['http://0x7f.1/', '127.0.0.1'],
  ['http://2130706433/', '127.0.0.1'],
  ['http://0177.0.0.01/', '127.0.0.1'],
  ['http://127.0.0.1./', '127.0.0.1'],
  ['http://１２７。0．0｡1/', '127.0.0.1'],
  ['http://%31%32%37.1/', '127.0.0.1'],
  ['http://0/', '0.0.0.0'],
  ['http://[::ffff:127.0.0.1]/', '::ffff:7f00:1'],
])('the host of %s is %s', (url, host) => {
  expect(bareHost(new URL(url))).toBe(host)
})
