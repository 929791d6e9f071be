import { expect, test } from 'vitest'
import { feedLinks, usualFeedPlaces } from './feed-links.ts'

const PAGE = 'https://example.org/news/today.html'
const link = (rest: string) => `<link rel="alternate" type="application/rss+xml" ${rest}>`

const CASES: readonly [what: string, html: string, feeds: readonly string[]][] = [
  ['RSS', link('href="https://example.org/rss"'), ['https://example.org/rss']],
  ['Atom', '<link rel=alternate type="application/atom+xml" href=/atom.xml>', ['https://example.org/atom.xml']],
  [
    'JSON Feed',
    '<link rel="alternate" type="application/feed+json" href="feed.json">',
    ['https://example.org/news/feed.json'],
  ],
  ['relative to the base', `<base href="/blog/">${link('href="feed"')}`, ['https://example.org/blog/feed']],
  [
    'upper case, more words, a charset',
    '<LINK REL="Home Alternate" TYPE="Application/RSS+XML; charset=utf-8" HREF="/rss">',
    ['https://example.org/rss'],
  ],
  ['rel="feed"', '<link rel="feed" href="/rss">', ['https://example.org/rss']],
  ['an old scheme', link('href="feed://example.com/rss"'), ['https://example.com/rss']],
  ['entities', link('href="/rss?a=1&amp;b=2"'), ['https://example.org/rss?a=1&b=2']],
  ['in the body', `<body><p>x</p>${link('href="/rss"')}`, ['https://example.org/rss']],
  [
    'several, comments last, each once',
    link('title="Comments" href="/c"') +
      link('href="/comments/feed/"') +
      link('title="News" href="/rss"') +
      link('href="/rss"'),
    ['https://example.org/rss', 'https://example.org/c', 'https://example.org/comments/feed/'],
  ],
  [
    'other alternates',
    '<link rel="alternate" hreflang="fr" href="/fr"><link rel="alternate" type="application/json" href="/wp-json/x"><link rel="stylesheet" href="/x.css">',
    [],
  ],
  ['addresses that run code', link('href="javascript:alert(1)"'), []],
  ['in a comment', `<!-- ${link('href="/rss"')} -->`, []],
]

test.each(CASES)('%s', (_, html, feeds) => {
  expect(feedLinks(html, PAGE).map(({ url }) => url)).toEqual(feeds)
})

test('a page of nothing but feeds names some', () => {
  const html = Array.from({ length: 10_000 }, (_, at) => link(`href="/${at}"`)).join('')
  expect(feedLinks(html, PAGE)).toHaveLength(50)
})

test('the usual places are few, the nearest first', () => {
  expect(usualFeedPlaces('https://example.org/blog/post.html').slice(0, 3)).toEqual([
    'https://example.org/blog/feed',
    'https://example.org/blog/rss.xml',
    'https://example.org/feed',
  ])
  expect(usualFeedPlaces('https://example.org')).toHaveLength(7)
})
