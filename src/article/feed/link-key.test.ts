import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fetchedAddress, isFrontPage, linkKey, spellings } from './link-key.ts'

/** Each line: addresses of one page. */
const SAME: readonly (readonly string[])[] = [
  [
    'https://example.org/a/1',
    'http://example.org/a/1',
    'https://www.example.org/a/1/',
    'https://EXAMPLE.org:443/a/1#comments',
    'https://example.org/a/1?utm_source=rss&utm_medium=feed',
    'https://example.org/a/1?fbclid=abc',
    'https://example.org/a/1?ref=rss',
    'https://example.org/a/1/amp/',
    'https://example.org/amp/a/1',
    'https://example.org/a/1?amp=1',
    'https://example.org/a/1?amp',
    'https://amp.example.org/a/1',
    'https://m.example.org/a/1',
    'https://example-org.cdn.ampproject.org/c/s/example.org/a/1',
    'https://www.google.com/amp/s/example.org/a/1',
    'https://www.google.com/url?q=https://example.org/a/1&sa=x',
    'https://count.example.net/redirect?id=7&url=https%3A%2F%2Fexample.org%2Fa%2F1',
  ],
  ['https://example.org/a.html', 'https://example.org/a.amp.html'],
  ['https://example.org/a/', 'https://example.org/a/index.html', 'https://example.org/a'],
  ['https://example.org/?p=1&q=2', 'https://example.org/?q=2&p=1&gclid=x'],
  ['https://example.org/caf%C3%A9', 'https://example.org/café'],
  ['https://example.org/#!/a/1', 'https://www.example.org/#!/a/1'],
]

/** Each line: addresses of different pages. */
const DIFFERENT: readonly (readonly string[])[] = [
  ['https://example.org/a/1', 'https://example.org/a/2', 'https://example.com/a/1', 'https://example.org:8080/a/1'],
  ['https://example.org/?p=1', 'https://example.org/?p=2', 'https://example.org/'],
  ['https://example.org/?source=senate', 'https://example.org/?source=house'],
  ['https://example.org/A/1', 'https://example.org/a/1'],
  ['https://example.org/#!/a/1', 'https://example.org/#!/a/2'],
  ['https://blog.example.org/a', 'https://example.org/a'],
  ['https://m.org/a', 'https://org.example/a'],
  ['https://example.org/campaign', 'https://example.org/camp'],
  ['https://example.org/search?url=https://example.com/a', 'https://example.com/a'],
  ['https://example.org/%E9', 'https://example.org/e'],
]

test.each(SAME.map((line) => [line]))('one page: %s', (addresses) => {
  expect(new Set(addresses.map(linkKey)).size).toBe(1)
})

test.each(DIFFERENT.map((line) => [line]))('different pages: %s', (addresses) => {
  expect(new Set(addresses.map(linkKey)).size).toBe(addresses.length)
})

const FETCHED: readonly [address: string, fetched: string][] = [
  ['https://www.example.org/a/?utm_source=rss&id=1#top', 'https://www.example.org/a/?id=1'],
  ['http://example.org/a?x=%20y', 'http://example.org/a?x=%20y'],
  ['https://example.org/#!/a', 'https://example.org/#!/a'],
]

test.each(FETCHED)('%s is fetched as %s', (address, fetched) => {
  expect(fetchedAddress(address)).toBe(fetched)
})

test('a front page has neither path nor parameter', () => {
  expect(
    ['https://example.org', 'http://www.example.org/#top', 'https://example.org/index.php'].every(isFrontPage),
  ).toBe(true)
  expect(['https://example.org/a', 'https://example.org/?p=1', 'https://example.org/#!/a'].some(isFrontPage)).toBe(
    false,
  )
})

test('what counts readers never changes what page is meant, whatever address it stands in', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
      const url = new URL(address)
      url.searchParams.append('utm_source', 'rss')
      url.hash = 'top'
      const without = new URL(address)
      without.hash = ''
      expect(linkKey(url.href)).toBe(linkKey(without.href))
      expect(linkKey(fetchedAddress(address))).toBe(linkKey(address))
    }),
  )
})

test('an address is written with and without a slash, http and https, and what counts readers', () => {
  expect(spellings('http://example.org/a/?utm_source=rss')).toEqual([
    'http://example.org/a/?utm_source=rss',
    'http://example.org/a?utm_source=rss',
    'https://example.org/a/?utm_source=rss',
    'https://example.org/a?utm_source=rss',
    'http://example.org/a/',
    'http://example.org/a',
    'https://example.org/a/',
    'https://example.org/a',
  ])
  expect(spellings('https://example.org/')).toEqual(['http://example.org/', 'https://example.org/'])
})
