import { expect, test } from 'vitest'
import { en } from '../view/messages/en.ts'
import { addressesIn } from './form-addresses.ts'

/** The addresses, "no" for each that is refused; null for an article. */
function found(text: string): readonly string[] | null {
  return addressesIn(text, en)?.map((address) => ('url' in address ? address.url : 'no')) ?? null
}

test.each<[what: string, text: string, addresses: readonly string[] | null]>([
  ['an address', 'https://example.org/a?b=c#d', ['https://example.org/a?b=c#d']],
  ['with space around it', ' \n https://example.org/a\t', ['https://example.org/a']],
  ['several, one a line', 'http://a.example/\r\nhttp://b.example/', ['http://a.example/', 'http://b.example/']],
  ['several on a line', 'http://a.example http://b.example', ['http://a.example/', 'http://b.example/']],
  ['the same twice', 'http://a.example/ http://a.example/', ['http://a.example/']],
  ['without a scheme', 'www.example.org', ['https://www.example.org/']],
  ['without a scheme, with a path', 'example.org/news/1', ['https://example.org/news/1']],
  ['of another scheme, which the fetcher refuses', 'ftp://example.org/a', ['ftp://example.org/a']],
  ['in another script', 'https://例え.jp/記事', ['https://xn--r8jz45g.jp/%E8%A8%98%E4%BA%8B']],
  ['one that is none', 'https://[/', ['no']],
  ['one without end', `https://example.org/${'a'.repeat(9000)}`, ['no']],
  ['a sentence', 'See https://example.org/a', null],
  ['one word', 'Yes.', null],
  ['a word with a dot', 'hello.world', null],
  ['a word with a slash', 'and/or', null],
  ['a number', '3.5/10', null],
  ['HTML', '<p>https://example.org/a</p>', null],
  ['a script', 'javascript:alert(1)', null],
])('%s', (_, text, addresses) => {
  expect(found(text)).toEqual(addresses)
})

test('of more addresses than a form may have, the first are taken, and it is said', () => {
  const urls = Array.from({ length: 10_001 }, (_, n) => `https://example.org/${n}`)
  expect(found(urls.join('\n'))).toEqual([...urls.slice(0, 10_000), 'no'])
})
