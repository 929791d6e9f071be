import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Feed, FeedEntry } from './feed.ts'
import { MAX_ENTRIES } from './limits.ts'
import { readFeed } from './read-feed.ts'

const URL = 'https://example.org/news/feed.xml'

function outcomeOf(feed: string | Uint8Array) {
  const bytes = typeof feed === 'string' ? Buffer.from(feed) : feed
  const steps = readFeed(bytes, { contentType: null, url: URL })
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

function feedOf(feed: string | Uint8Array): Feed {
  const outcome = outcomeOf(feed)
  if (!outcome.ok) throw new Error(outcome.fault.sentence)
  return outcome.feed
}

const ENTRY: FeedEntry = {
  id: null,
  url: null,
  title: null,
  published: null,
  author: null,
  summary: null,
  content: null,
}

const rss = (items: string, head = '') =>
  `<?xml version="1.0"?>${head}<rss version="2.0"><channel><title>Harbour Post</title><link>https://example.org/</link>${items}</channel></rss>`
const atom = (entries: string, attributes = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom"${attributes}><title>Harbour Post</title>${entries}</feed>`

/** What is given of the first entry of each feed; the rest is null. */
const ENTRIES: readonly [what: string, feed: string, entry: Partial<FeedEntry>][] = [
  [
    'RSS 2.0',
    rss(
      '<item><title>Bridge opens</title><link>https://example.org/1</link><guid isPermaLink="false">g1</guid>' +
        '<pubDate>Tue, 08 Mar 2022 09:30:00 GMT</pubDate><author>desk@example.org (Ana Ruiz)</author>' +
        '<description>&lt;p&gt;It opens.&lt;/p&gt;</description></item>',
    ),
    {
      id: 'g1',
      url: 'https://example.org/1',
      title: 'Bridge opens',
      published: '2022-03-08T09:30:00.000Z',
      author: 'Ana Ruiz',
      summary: '<p>It opens.</p>',
    },
  ],
  [
    'RSS 0.91',
    '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">' +
      '<rss version="0.91"><channel><title>T</title><item><title>One</title><link>https://example.org/1</link></item></channel></rss>',
    { url: 'https://example.org/1', title: 'One' },
  ],
  [
    'RSS 0.90',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/">' +
      '<channel><title>T</title></channel><item><title>One</title><link>https://example.org/1</link></item></rdf:RDF>',
    { url: 'https://example.org/1', title: 'One' },
  ],
  [
    'RDF with Dublin Core',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">' +
      '<channel rdf:about="https://example.org/"><title>T</title><items><rdf:Seq><rdf:li resource="https://example.org/1"/></rdf:Seq></items></channel>' +
      '<item rdf:about="https://example.org/1"><title>One</title><d:date>2022-03-08T09:30:00Z</d:date><d:creator>Ana Ruiz</d:creator></item></rdf:RDF>',
    {
      id: 'https://example.org/1',
      url: 'https://example.org/1',
      title: 'One',
      published: '2022-03-08T09:30:00.000Z',
      author: 'Ana Ruiz',
    },
  ],
  [
    'Atom 1.0',
    atom(
      '<entry><title type="html">A &amp;amp; B</title><id>tag:example.org,2022:1</id><link rel="self" href="/api/1"/>' +
        '<link href="/1"/><published>2022-03-08T09:30:00Z</published><updated>2022-03-09T09:30:00Z</updated>' +
        '<author><name>Ana Ruiz</name><email>a@example.org</email></author><summary>It opens.</summary>' +
        '<content type="html">&lt;p&gt;It opens today.&lt;/p&gt;</content></entry>',
    ),
    {
      id: 'tag:example.org,2022:1',
      url: 'https://example.org/1',
      title: 'A & B',
      published: '2022-03-08T09:30:00.000Z',
      author: 'Ana Ruiz',
      summary: 'It opens.',
      content: '<p>It opens today.</p>',
    },
  ],
  [
    'Atom 0.3 with prefixes, xml:base and XHTML',
    '<a:feed xmlns:a="http://purl.org/atom/ns#" xml:base="https://example.org/blog/"><a:title>T</a:title>' +
      '<a:entry><a:title>x &lt; y</a:title><a:id>1</a:id><a:link rel="alternate" type="text/html" href="one"/><a:issued>2022-03-08</a:issued>' +
      '<a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>a &lt; b</p><a href="x?a=1&amp;b=2">c</a></div></a:content></a:entry></a:feed>',
    {
      id: '1',
      url: 'https://example.org/blog/one',
      title: 'x < y',
      published: '2022-03-08',
      content: '<div><p>a &lt; b</p><a href="x?a=1&amp;b=2">c</a></div>',
    },
  ],
  [
    'a source in an entry is not the entry',
    atom('<entry><source><title>Other</title><id>other</id></source><id>own</id><title>Own</title></entry>'),
    { id: 'own', title: 'Own' },
  ],
  [
    'JSON Feed',
    '\ufeff{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":7,"url":"/7","title":"Seven","content_text":"a < b\\n\\nc","date_published":"2022-03-08T09:30:00+01:00","authors":[{"name":"Ana Ruiz"}]}]}',
    {
      id: '7',
      url: 'https://example.org/7',
      title: 'Seven',
      published: '2022-03-08T08:30:00.000Z',
      author: 'Ana Ruiz',
      content: '<p>a &lt; b</p><p>c</p>',
    },
  ],
  [
    'JSON Feed with wrong types',
    '{"items":[{"id":[],"url":{},"title":null,"authors":"x","content_html":3}]}',
    { content: '3' },
  ],
  [
    'no link but a guid',
    rss('<item><title>One</title><guid>https://example.org/1</guid></item>'),
    { id: 'https://example.org/1', url: 'https://example.org/1', title: 'One' },
  ],
  [
    'a guid that is no link',
    rss('<item><guid isPermaLink="false">https://example.org/1</guid></item>'),
    { id: 'https://example.org/1' },
  ],
  [
    'an Atom link in RSS',
    rss('<item><atom:link href="https://example.org/1"/></item>'),
    { url: 'https://example.org/1' },
  ],
  [
    'the link behind FeedBurner',
    rss(
      '<item><link>https://feeds.example/~r/1</link><feedburner:origLink>https://example.org/1</feedburner:origLink></item>',
    ),
    { url: 'https://example.org/1' },
  ],
  [
    'unescaped &',
    rss('<item><title>A & B &nbsp; C</title><link>https://example.org/?a=1&b=2</link></item>'),
    { url: 'https://example.org/?a=1&b=2', title: 'A & B C' },
  ],
  [
    '& escaped twice',
    rss('<item><link><![CDATA[https://example.org/?a=1&amp;b=2]]></link></item>'),
    { url: 'https://example.org/?a=1&b=2' },
  ],
  ['HTML entities', rss('<item><title>Caf&eacute; &ldquo;Nord&rdquo;</title></item>'), { title: 'Café “Nord”' }],
  [
    'white space and a warning in front',
    `\n\n <br /><b>Warning</b>: x in y.php\n${rss('<item><title>One</title></item>')}`,
    { title: 'One' },
  ],
  [
    'prefixes that nobody declared',
    rss('<item><dc:creator>Ana Ruiz</dc:creator><content:encoded><![CDATA[<p>Hi</p>]]></content:encoded></item>'),
    { author: 'Ana Ruiz', content: '<p>Hi</p>' },
  ],
  [
    'HTML that is not escaped',
    rss('<item><description><p>One<br>two</p></description><title>One</title></item>'),
    { title: 'One', summary: '<p>One<br>two</br></p>' },
  ],
  ['an item never closed', rss('<item><title>One</title><item><title>Two</title></item>'), { title: 'One' }],
  [
    'a feed that breaks off',
    rss('<item><title>One</title><link>https://example.org/1</link></item><item><title>Tw').slice(0, -23),
    { url: 'https://example.org/1', title: 'One' },
  ],
  [
    'an address that runs code',
    rss('<item><link>javascript:alert(1)</link><guid>data:text/html,x</guid></item>'),
    { id: 'data:text/html,x' },
  ],
  ['an address with a password', rss('<item><link>https://me:secret@example.org/1</link></item>'), {}],
  ['a relative link in RSS', rss('<item><link>2022/1</link></item>'), { url: 'https://example.org/2022/1' }],
  ['upper case', '<RSS><CHANNEL><TITLE>T</TITLE><ITEM><TITLE>One</TITLE></ITEM></CHANNEL></RSS>', { title: 'One' }],
]

test.each(ENTRIES)('%s', (_, feed, entry) => {
  expect(feedOf(feed).entries[0]).toEqual({ ...ENTRY, ...entry })
})

test('an item never closed ends where the next begins', () => {
  expect(feedOf(rss('<item><title>One</title><item><title>Two</title></item>')).entries).toHaveLength(2)
})

test('what a feed says of itself', () => {
  const own =
    '<language>en-gb</language><ttl>90</ttl><skipHours><hour>3</hour><hour>24</hour><hour>x</hour></skipHours>' +
    '<skipDays><day>Sunday</day></skipDays><image><title>Logo</title><link>https://example.org/logo</link></image>'
  expect(feedOf(rss(own))).toEqual({
    format: 'rss',
    title: 'Harbour Post',
    home: 'https://example.org/',
    language: 'en-gb',
    restMs: 90 * 60_000,
    skipHours: [3, 0],
    skipDays: [0],
    entries: [],
    total: 0,
  })
  const twiceADay = '<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>'
  expect(feedOf(rss(twiceADay)).restMs).toBe(12 * 3_600_000)
})

const ENCODED: readonly [what: string, bytes: Uint8Array][] = [
  ['UTF-16 with a byte order mark', Buffer.from(`\ufeff${rss('<item><title>Café</title></item>')}`, 'utf16le')],
  ['UTF-16 without one', Buffer.from(rss('<item><title>Café</title></item>'), 'utf16le')],
  [
    'Latin-1 that says so',
    Buffer.from(
      `<?xml version="1.0" encoding="ISO-8859-1"?><rss><channel><item><title>Café</title></item></channel></rss>`,
      'latin1',
    ),
  ],
  [
    'UTF-8 that says Latin-1',
    Buffer.from(
      `<?xml version="1.0" encoding="ISO-8859-1"?><rss><channel><item><title>Café</title></item></channel></rss>`,
    ),
  ],
]

test.each(ENCODED)('%s', (_, bytes) => {
  expect(feedOf(bytes).entries[0]?.title).toBe('Café')
})

const BOMB = `<!DOCTYPE b [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, at) => `<!ENTITY lol${at + 1} "${`&lol${at || ''};`.repeat(10)}">`).join('')}]>`

const ENTITIES: readonly [what: string, head: string, entity: string][] = [
  ['a billion laughs', BOMB, '&lol9;'],
  ['a file', '<!DOCTYPE b [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;'],
  ['an address', '<!DOCTYPE b [<!ENTITY x SYSTEM "http://127.0.0.1/">]>', '&x;'],
  ['a parameter', '<!DOCTYPE b [<!ENTITY % p SYSTEM "http://127.0.0.1/"> %p;]>', '&p;'],
]

test.each(ENTITIES)('an entity that stands for %s is left as it is written', (_, head, entity) => {
  expect(feedOf(rss(`<item><title>${entity}</title></item>`, head)).entries[0]?.title).toBe(entity)
})

const REFUSED: readonly [what: string, feed: string, code: string][] = [
  ['a web page', '<!doctype html><html><head><title>Home</title></head><body><p>Hi</p></body></html>', 'unsupported'],
  ['a page about feeds', '<html><body><p>&lt;rss&gt; <rss version="2.0"></rss></p></body></html>', 'unsupported'],
  ['a sitemap', '<urlset><url><loc>https://example.org/</loc></url></urlset>', 'unsupported'],
  ['other JSON', '{"a": 1}', 'unsupported'],
  ['JSON that breaks off', '{"items": [', 'unreadable'],
  ['nothing', '', 'unsupported'],
  ['words', 'not found', 'unsupported'],
  ['bytes that are no text', `${'x'.repeat(100)}\0`, 'nul'],
  ['elements without end', `<rss><channel>${'<a>'.repeat(100_000)}`, 'too-large'],
  ['elements without number', `<rss><channel>${'<a/>'.repeat(3_000_001)}`, 'too-large'],
  ['brackets without number', `{"items":${'['.repeat(5_000_000)}`, 'too-large'],
]

test.each(REFUSED)('%s is refused with a sentence', (_, feed, code) => {
  expect(outcomeOf(feed)).toMatchObject({ ok: false, fault: { code, sentence: expect.stringMatching(/^.{20,}$/) } })
})

test('of 100,000 entries the newest are taken, in the order of the feed', () => {
  const item = (at: number) =>
    `<item><guid>${at}</guid><pubDate>${new Date(at * 60_000 + 1e12).toUTCString()}</pubDate></item>`
  const feed = feedOf(rss(Array.from({ length: 100_000 }, (_, at) => item(at)).join('')))
  expect(feed.total).toBe(100_000)
  expect(feed.entries).toHaveLength(MAX_ENTRIES)
  expect(feed.entries[0]?.id).toBe(String(100_000 - MAX_ENTRIES))
  expect(feed.entries.at(-1)?.id).toBe('99999')
})

test('whatever bytes come, there is a feed or a sentence', () => {
  const piece = fc.constantFrom(
    '<rss>',
    '<channel>',
    '<item>',
    '</item>',
    '<title>',
    '</title>',
    '<feed>',
    '<entry>',
    '<link href="',
    '">',
    '&',
    '&#x0;',
    '&#xd800;',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<?',
    '{"items":[',
    '{"id":"\\ud800"}',
    ']}',
    'x',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const outcome = outcomeOf(pieces.join(''))
      if (!outcome.ok) return outcome.fault.sentence !== ''
      return outcome.feed.entries.every(({ title, url }) => title !== '' && (url === null || /^https?:/.test(url)))
    }),
  )
})
