import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FeedEntry } from '../article/feed/feed.ts'
import { entryKeys } from './entry-keys.ts'

const FEED = { id: 'feed', home: 'https://example.org/news' }

const ENTRY: FeedEntry = {
  id: 'urn:harbour:2022:0301',
  url: 'https://example.org/news/bridge-opens',
  title: 'Bridge of Ostermere opens after nine years',
  published: '2022-03-08T09:30:00.000Z',
  author: null,
  summary: 'The bridge has opened, and people walked over it all day, from one bank to the other and back again.',
  content: null,
}

/** A feed's memory: which entries it takes for new at each look. */
function memory() {
  const known = new Set<string>()
  return (entries: readonly Partial<FeedEntry>[]) =>
    entryKeys(
      entries.map((entry) => ({ ...ENTRY, ...entry })),
      FEED,
    ).map((keys) => {
      const isNew = !keys.some((key) => known.has(key))
      for (const key of keys) known.add(key)
      return isNew
    })
}

const OTHER_LINK = 'https://example.org/moved/77'

/** What a feed does to the entry from one look to the next, and whether it is the same one then. */
const CHANGES: readonly [what: string, first: Partial<FeedEntry>, then: Partial<FeedEntry>, isSame: boolean][] = [
  ['nothing', {}, {}, true],
  ['another id', {}, { id: 'urn:other:1' }, true],
  ['no id', {}, { id: null }, true],
  ['another link', {}, { url: OTHER_LINK }, true],
  ['another id and another link', {}, { id: 'urn:other:1', url: OTHER_LINK }, true],
  [
    'another id, link and date',
    {},
    { id: 'urn:other:1', url: OTHER_LINK, published: '2022-03-09T01:00:00.000Z' },
    true,
  ],
  ['another date', {}, { published: '2022-03-09T01:00:00.000Z' }, true],
  ['no date', {}, { published: null }, true],
  ['another title', {}, { title: 'Bridge opens' }, true],
  ['another title, link and date, the id kept', {}, { title: 'Bridge opens', url: OTHER_LINK, published: null }, true],
  [
    'https, tracking and AMP',
    {},
    {
      url: 'http://www.example.org/news/bridge-opens/amp/?utm_source=rss',
      id: null,
      title: null,
      published: null,
      summary: null,
    },
    true,
  ],
  [
    'a new session in the link, id and date',
    {},
    { url: `${ENTRY.url}?sid=9`, id: '9', published: '2023-01-01', summary: null },
    true,
  ],
  [
    'all but the day and the title',
    { published: '2022-03-08' },
    { published: '2022-03-08', id: '1', url: OTHER_LINK, summary: null },
    true,
  ],
  [
    'all but the text',
    {},
    { id: null, url: OTHER_LINK, published: null, content: `<p>${ENTRY.summary}</p>`, summary: null },
    true,
  ],
  [
    'only an id, twice',
    { url: null, title: null, published: null, summary: null, id: '7' },
    { url: null, title: null, published: null, summary: null, id: '7' },
    true,
  ],
  [
    'the next entry',
    {},
    {
      id: 'urn:harbour:2022:0302',
      url: OTHER_LINK,
      title: 'Ferry stops running',
      published: '2022-03-09T09:30:00.000Z',
      summary: 'Nobody takes the ferry.',
    },
    false,
  ],
  [
    'the next entry under an id that is a place',
    { id: '1' },
    {
      id: '1',
      url: OTHER_LINK,
      title: 'Ferry stops running',
      published: '2022-03-09T09:30:00.000Z',
      summary: 'Nobody takes the ferry.',
    },
    false,
  ],
  [
    'a short title and a day in common',
    { title: 'Cartoon', published: '2022-03-08', summary: null },
    { title: 'Cartoon', published: '2022-03-08', summary: null, id: 'urn:other:1', url: OTHER_LINK },
    false,
  ],
  [
    'a title that comes back',
    { title: 'What the papers say this morning', summary: null },
    {
      title: 'What the papers say this morning',
      summary: null,
      id: 'urn:other:1',
      url: OTHER_LINK,
      published: '2022-03-09T09:30:00.000Z',
    },
    false,
  ],
  [
    'the front page as its link',
    { url: 'https://example.org/' },
    { url: 'https://example.org/', id: 'urn:other:1', title: 'Ferry stops running', summary: null, published: null },
    false,
  ],
  [
    'the site’s page as its link',
    { url: FEED.home },
    { url: FEED.home, id: 'urn:other:1', title: 'Ferry stops running', summary: null, published: null },
    false,
  ],
]

test.each(CHANGES)('%s', (_, first, then, isSame) => {
  const look = memory()
  expect(look([first])).toEqual([true])
  expect(look([then])).toEqual([!isSame])
})

/** Entries that stand in a feed side by side, and how many articles they are. */
const TOGETHER: readonly [what: string, entries: readonly Partial<FeedEntry>[], articles: number][] = [
  ['the same entry twice', [{}, {}], 1],
  ['the same link under two ids', [{}, { id: 'urn:other:1', title: 'Opened' }], 1],
  [
    'one id for all',
    ['a', 'b', 'c'].map((name) => ({
      id: 'https://example.org/2022/feed',
      url: `https://example.org/${name}`,
      title: name,
      published: null,
      summary: null,
    })),
    3,
  ],
  [
    'one title and day, each with its own id and link',
    ['a', 'b', 'c'].map((name) => ({
      id: `urn:release:${name}`,
      url: `https://example.org/${name}`,
      title: 'Press release of the ministry',
      published: '2022-03-08',
      summary: null,
    })),
    3,
  ],
]

test.each(TOGETHER)('together: %s', (_, entries, articles) => {
  const look = memory()
  expect(look(entries).filter(Boolean)).toHaveLength(articles)
  expect(look(entries.toReversed()).filter(Boolean)).toHaveLength(0)
})

test('ids that are places in the list lose no entry', () => {
  const look = memory()
  const entry = (at: number, place: number): Partial<FeedEntry> => ({
    id: `item-${place}`,
    url: `https://example.org/${at}`,
    title: `Story number ${at}`,
    published: new Date(1e12 + at * 3_600_000).toISOString(),
    summary: null,
  })
  expect(look([entry(2, 0), entry(1, 1), entry(0, 2)])).toEqual([true, true, true])
  expect(look([entry(3, 0), entry(2, 1), entry(1, 2)])).toEqual([true, false, false])
})

/** What may happen to the marks of an entry between two looks; its title and one of text and date stay. */
const change = fc.record({
  id: fc.constantFrom('keep', 'new', 'none'),
  url: fc.constantFrom('keep', 'new', 'http', 'tracked', 'session'),
  date: fc.constantFrom('keep', 'later'),
})

test('whatever a feed does to ids, links and dates, each entry is new once', () => {
  let made = 0
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(5), change), { maxLength: 30 }), (looks) => {
      const look = memory()
      const seen = new Set<number>()
      const links = new Map<number, string>()
      for (const [story, { id, url, date }] of looks) {
        made += 1
        const link = links.get(story) ?? `https://example.org/story/${story}`
        const now = {
          keep: link,
          new: `https://example.org/moved/${made}`,
          http: link.replace('https:', 'http:'),
          tracked: `${link}?utm_campaign=${made}`,
          session: `${link}?session=${made}`,
        }[url]
        links.set(story, now.replace(/\?.*$/, '').replace('http:', 'https:'))
        const entry = {
          id: id === 'keep' ? `urn:harbour:2022:${story}` : id === 'new' ? `urn:made:${made}00` : null,
          url: now,
          title: `Story number ${story} of the harbour`,
          published: new Date(1e12 + story * 1e9 + (date === 'later' ? made : 0) * 60_000).toISOString(),
          summary: `Of story number ${story} the feed says one sentence that is long enough to tell it from all the others.`,
        }
        expect(look([entry])).toEqual([!seen.has(story)])
        seen.add(story)
      }
    }),
  )
})
