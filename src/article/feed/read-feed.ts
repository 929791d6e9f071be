import { decodeBytes } from '../decode-bytes.ts'
import { plainOf } from '../plain-of.ts'
import { entryDate } from './entry-date.ts'
import type { Feed, FeedEntry, FeedOutcome, RawEntry, RawFeed, RawOutcome } from './feed.ts'
import { readJsonFeed } from './json-feed.ts'
import { MAX_ADDRESS, MAX_ENTRIES, MAX_LINE } from './limits.ts'
import { readXmlFeed } from './xml-feed.ts'

const NO_TEXT = 'its bytes are no text in any encoding that is known here; follow another feed of the site'

/** Entries that are made in one step. */
const STEP = 200

/** An absolute http or https address; null for anything else, and for one with a password in it. */
function addressOf(link: string, base: string | null): string | null {
  // Within CDATA some escape the "&" of an address once more.
  const words = link.trim().replaceAll('&amp;', '&')
  if (words === '' || words.length > MAX_ADDRESS) return null
  const url = URL.parse(words, base ?? undefined)
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null
  return url.href
}

function lineOf(markup: string | null): string | null {
  return markup === null
    ? null
    : plainOf(markup.slice(0, 4 * MAX_LINE))
        .slice(0, MAX_LINE)
        .toWellFormed() || null
}

function firstDate(dates: readonly string[]): string | null {
  for (const value of dates) {
    const date = entryDate(value)
    if (date !== null) return date
  }
  return null
}

/** The newest entries, in the feed's order; of those without a date the first. */
function newest(entries: readonly RawEntry[]): readonly RawEntry[] {
  if (entries.length <= MAX_ENTRIES) return entries
  const dated = entries.map((entry, place) => ({ place, date: firstDate(entry.dates) ?? '' }))
  dated.sort((a, b) => (a.date === b.date ? a.place - b.place : a.date < b.date ? 1 : -1))
  const places = dated.slice(0, MAX_ENTRIES).map(({ place }) => place)
  return places.sort((a, b) => a - b).flatMap((place) => entries[place] ?? [])
}

function entryOf(raw: RawEntry, base: string | null): FeedEntry {
  const from = raw.base === null ? base : (addressOf(raw.base, base) ?? base)
  const addresses = raw.links.flatMap((link) => addressOf(link, from) ?? [])
  return {
    id: raw.id?.trim() || null,
    url: addresses[0] ?? null,
    title: lineOf(raw.title),
    published: firstDate(raw.dates),
    author: lineOf(raw.author),
    summary: raw.summary,
    content: raw.content,
  }
}

function* madeOf(raw: RawFeed, url: string): Generator<undefined, Feed> {
  const { format, language, restMs, skipHours, skipDays } = raw
  const home = raw.home === null ? null : addressOf(raw.home, url)
  // RSS has relative links stand on the site's page, the others on the feed's own address.
  const base = format === 'rss' || format === 'rdf' ? (home ?? url) : url
  const entries: FeedEntry[] = []
  const taken = newest(raw.entries)
  for (let at = 0; at < taken.length; at += STEP) {
    entries.push(...taken.slice(at, at + STEP).map((entry) => entryOf(entry, base)))
    yield
  }
  const title = lineOf(raw.title)
  return { format, title, home, language, restMs, skipHours, skipDays, entries, total: raw.entries.length }
}

/**
 * Reads a feed in any of its formats, in steps of some milliseconds between which the caller may do something else:
 * a feed can be made to take seconds.
 *
 * @param contentType the header as received, or null; its word about the format is not believed
 * @param url where the bytes came from
 * Cost: linear in `bytes`.
 */
export function* readFeed(
  bytes: Uint8Array,
  { contentType, url }: { readonly contentType: string | null; readonly url: string },
): Generator<undefined, FeedOutcome> {
  const decoded = decodeBytes(bytes, contentType)
  if (!decoded.ok) return { ok: false, fault: { code: decoded.fault.code, sentence: NO_TEXT } }
  const isJson = /^\s*\{/.test(decoded.text)
  const read: RawOutcome = isJson ? readJsonFeed(decoded.text) : yield* readXmlFeed(decoded.text)
  return read.ok ? { ok: true, feed: yield* madeOf(read.feed, url) } : read
}
