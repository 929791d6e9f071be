import fc from 'fast-check'
import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import { expect, test } from 'vitest'
import { readFeed } from '../../article/feed/read-feed.ts'
import { plainLine } from '../plain-line.ts'
import { atomFeed } from './atom.ts'
import { entryUrn } from './entry-urn.ts'
import { jsonFeed } from './json-feed.ts'
import { type OutEntry, type OutFeed, updatedAt } from './out-feed.ts'

const HOME = 'https://record.example/'

function entry(n: number, changes: Partial<OutEntry> = {}): OutEntry {
  return {
    id: entryUrn('statement', String(n)),
    url: `${HOME}statements/${n}`,
    title: `Mara Lee: “The report & all that <n> ${n}”`,
    recordedAt: `2026-03-0${n}T12:00:00.000Z`,
    summary: 'Reported by The Harbour Post, citing Reuters.',
    html: `<blockquote lang="en">“The report” &amp; more</blockquote>`,
    author: 'Mara Lee',
    ...changes,
  }
}

function feedOf(entries: readonly OutEntry[]): OutFeed {
  return {
    id: entryUrn('record'),
    title: 'Onrecord',
    subtitle: 'What came last into the record',
    publisher: 'Onrecord',
    language: 'en',
    home: HOME,
    atom: `${HOME}feed.atom`,
    json: `${HOME}feed.json`,
    entries,
  }
}

/** What our own reader of feeds makes of it. */
function readBack(text: string) {
  const reading = readFeed(Buffer.from(text), { contentType: null, url: HOME })
  for (let step = reading.next(); ; step = reading.next()) {
    if (step.done !== true) continue
    if (!step.value.ok) throw new Error(step.value.fault.sentence)
    return step.value.feed
  }
}

test('both formats say the same, to our own reader too', () => {
  const feed = feedOf([entry(2), entry(1, { author: null })])
  const read = [atomFeed(feed), jsonFeed(feed)].map(readBack)
  expect(read.map(({ format }) => format)).toEqual(['atom', 'json'])
  for (const { title, home, language, entries } of read) {
    expect([title, home, language]).toEqual(['Onrecord', HOME, 'en'])
    expect(
      entries.map(({ id, url, published, content }) => ({ id, url, recordedAt: published, html: content })),
    ).toEqual(feed.entries.map(({ id, url, recordedAt, html }) => ({ id, url, recordedAt, html })))
  }
  expect(read[0]?.entries[0]?.author).toBe('Mara Lee')
})

test('Atom has all that RFC 4287 asks for', () => {
  const { id, title, updated, authors, links, entries } = parseAtomFeed(atomFeed(feedOf([entry(2), entry(1)])))
  expect({ id, title, updated, authors }).toEqual({
    id: entryUrn('record'),
    title: { value: 'Onrecord' },
    updated: '2026-03-02T12:00:00.000Z',
    authors: [{ name: 'Onrecord' }],
  })
  expect(links?.map(({ rel, href }) => [rel, href])).toEqual([
    ['alternate', HOME],
    ['self', `${HOME}feed.atom`],
  ])
  expect(entries?.map((one) => [one.id, one.updated, one.links?.[0]?.href])).toEqual([
    [entryUrn('statement', '2'), '2026-03-02T12:00:00.000Z', `${HOME}statements/2`],
    [entryUrn('statement', '1'), '2026-03-01T12:00:00.000Z', `${HOME}statements/1`],
  ])
})

test('a feed of nothing is a feed', () => {
  expect(updatedAt(feedOf([]))).toBe('1970-01-01T00:00:00.000Z')
  expect(parseAtomFeed(atomFeed(feedOf([]))).title?.value).toBe('Onrecord')
  expect(readBack(jsonFeed(feedOf([]))).entries).toEqual([])
})

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(']]><script>alert(1)</script>', '</title><entry>', '&amp;', '\0\u202e\ufffe\ud800', '"><x', '&#0;'),
)

test('whatever words are in it, it is well-formed and says them', () => {
  fc.assert(
    fc.property(hostile, hostile, (title, html) => {
      const feed = feedOf([entry(1, { title, html: `<p>${html}</p>`, summary: title })])
      const atom = atomFeed(feed)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(atom).not.toMatch(/[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe]|&(?!(?:amp|lt|gt|quot);)/)
      expect(atom.split('<entry>')).toHaveLength(2)
      expect(atom.isWellFormed()).toBe(true)
      const [item] = parseJsonFeed(jsonFeed(feed)).items ?? []
      expect(item?.title ?? '').toBe(plainLine(title))
    }),
  )
})

test('a name is the same each time, and no two are alike', () => {
  const urns = [['a', 'b'], ['a/b'], ['ab'], ['a', 'b', '']].map((path) => entryUrn(...path))
  expect(new Set(urns).size).toBe(4)
  expect(urns[0]).toBe(entryUrn('a', 'b'))
  for (const urn of urns)
    expect(urn).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
