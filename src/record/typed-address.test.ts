import { expect, test } from 'vitest'
import { addressShaped, typedAddress } from './typed-address.ts'

test.each<[word: string, address: string | null]>([
  ['https://example.org/a', 'https://example.org/a'],
  ['HTTP://example.org', 'HTTP://example.org'],
  ['ftp://example.org/a', 'ftp://example.org/a'],
  ['www.example.org', 'https://www.example.org'],
  ['example.org/news/1', 'https://example.org/news/1'],
  ['example.org/', 'https://example.org/'],
  ['example.org:8080', 'https://example.org:8080'],
  ['example.org:8080/news?a=b#c', 'https://example.org:8080/news?a=b#c'],
  ['127.0.0.1:8731/x', 'http://127.0.0.1:8731/x'],
  ['127.0.0.1/x', 'http://127.0.0.1/x'],
  ['localhost:4600', 'http://localhost:4600'],
  ['localhost/x', 'http://localhost/x'],
  ['[::1]:8731/x', 'http://[::1]:8731/x'],
  ['localhost.example.org/x', 'https://localhost.example.org/x'],
  ['例え.jp/記事', 'https://例え.jp/記事'],
  ['новости.рф/статья', 'https://новости.рф/статья'],
  ['xn--r8jz45g.xn--p1ai/a', 'https://xn--r8jz45g.xn--p1ai/a'],
  ['example.org', null],
  ['127.0.0.1', null],
  ['localhost', null],
  ['page.html', null],
  ['saved/page.html', null],
  ['./example.org/a', null],
  ['../example.org/a', null],
  ['/example.org/a', null],
  ['and/or', null],
  ['3.5/10', null],
  ['1.2.3/4', null],
  ['10:30', null],
  ['a:1', null],
  ['C:\\news\\a.html', null],
  ['C:/news/a.html', null],
  ['javascript:alert(1)', null],
  ['mara@example.org', null],
  ['example.org/a b', null],
  ['', null],
])('%s', (word, address) => {
  expect(addressShaped(word)).toBe(address)
})

test.each<[typed: string, address: string | null]>([
  [' example.org ', 'https://example.org/'],
  ['localhost:4600', 'http://localhost:4600/'],
  ['127.0.0.1:8731/x', 'http://127.0.0.1:8731/x'],
  ['example.org:8080', 'https://example.org:8080/'],
  ['http://example.org', 'http://example.org/'],
  ['', null],
  ['no address', null],
  ['ftp://example.org/', null],
  ['https://', null],
])('where only an address can stand, "%s" is typed', (typed, address) => {
  expect(typedAddress(typed)).toBe(address)
})
