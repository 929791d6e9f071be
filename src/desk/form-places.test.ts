import { expect, test } from 'vitest'
import { en } from '../view/messages/en.ts'
import { placesIn } from './form-places.ts'

/** The addresses and paths, "no" for each that is refused; null for an article. */
function found(text: string): readonly string[] | null {
  return placesIn(text, en)?.map((place) => ('url' in place ? place.url : 'path' in place ? place.path : 'no')) ?? null
}

test.each<[what: string, text: string, places: readonly string[] | null]>([
  ['an address', 'https://example.org/a?b=c#d', ['https://example.org/a?b=c#d']],
  ['with space around it', ' \n https://example.org/a\t', ['https://example.org/a']],
  ['several, one a line', 'http://a.example/\r\nhttp://b.example/', ['http://a.example/', 'http://b.example/']],
  ['several on a line', 'http://a.example http://b.example', ['http://a.example/', 'http://b.example/']],
  ['the same twice', 'http://a.example/ http://a.example/', ['http://a.example/']],
  ['without a scheme', 'www.example.org', ['https://www.example.org/']],
  ['without a scheme, with a path', 'example.org/news/1', ['https://example.org/news/1']],
  ['without a scheme, with a port', 'example.org:8080/news', ['https://example.org:8080/news']],
  ['an IP address with a port', '127.0.0.1:8731/x', ['http://127.0.0.1:8731/x']],
  ['this machine', 'localhost:8731/x', ['http://localhost:8731/x']],
  [
    'without a scheme, in another script',
    'новости.рф/статья',
    ['https://xn--b1amnebsh.xn--p1ai/%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F'],
  ],
  ['of another scheme, which the fetcher refuses', 'ftp://example.org/a', ['ftp://example.org/a']],
  ['in another script', 'https://例え.jp/記事', ['https://xn--r8jz45g.jp/%E8%A8%98%E4%BA%8B']],
  ['one that is none', 'https://[/', ['no']],
  ['one without end', `https://example.org/${'a'.repeat(9000)}`, ['no']],
  [
    'addresses with empty lines between',
    'http://a.example/\n\n http://b.example/',
    ['http://a.example/', 'http://b.example/'],
  ],
  ['the path of an archive', '/data/news.warc.gz', ['/data/news.warc.gz']],
  ['with spaces', ' /my data/old news.WACZ\n', ['/my data/old news.WACZ']],
  ['as file managers copy it', '"C:\\my data\\news.warc"', ['C:\\my data\\news.warc']],
  ['on another machine', '\\\\server\\news.warc', ['\\\\server\\news.warc']],
  ['paths and addresses', '/a.warc\nhttp://b.example/\n/a.warc', ['/a.warc', 'http://b.example/']],
  ['the path of another file', '/data/page.html', ['no']],
  ['a path with a NUL', '/data/a\0.warc', ['no']],
  ['an address that ends as an archive', 'https://example.org/a.warc', ['https://example.org/a.warc']],
  ['a path within a sentence', 'It is in /data/news.warc', null],
  ['a path that is not whole', 'news.warc', null],
  ['a line that begins with a slash', '/ He said so.', null],
  ['a sentence', 'See https://example.org/a', null],
  ['one word', 'Yes.', null],
  ['a word with a dot', 'hello.world', null],
  ['a word with a slash', 'and/or', null],
  ['a number', '3.5/10', null],
  ['HTML', '<p>https://example.org/a</p>', null],
  ['a script', 'javascript:alert(1)', null],
])('%s', (_, text, places) => {
  expect(found(text)).toEqual(places)
})

test('of more addresses than a form may have, the first are taken, and it is said', () => {
  const urls = Array.from({ length: 10_001 }, (_, n) => `https://example.org/${n}`)
  expect(found(urls.join('\n'))).toEqual([...urls.slice(0, 10_000), 'no'])
})
