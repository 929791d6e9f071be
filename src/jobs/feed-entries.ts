import { createHash } from 'node:crypto'
import { entryPage } from '../article/feed/entry-page.ts'
import type { FeedEntry, Feed as FeedRead } from '../article/feed/feed.ts'
import { fetchedAddress, isFrontPage, linkKey, spellings } from '../article/feed/link-key.ts'
import { plainOf } from '../article/plain-of.ts'
import type { EntryCandidate } from '../record/feeds.ts'
import type { Work } from '../record/queue.ts'
import { passes, type WordFilter } from '../text/word-filter.ts'

/** The shortest text that is read as an article where there is no page: a paragraph. In UTF-16 code units. */
const SHORTEST_TEXT = 200

/** Whether an entry passes a filter, by its title, summary and content. */
export function entryPasses({ title, summary, content }: FeedEntry, filter: WordFilter): boolean {
  if (filter.length === 0) return true
  return passes(filter, [title ?? '', plainOf(summary ?? ''), plainOf(content ?? '')].join('\n'))
}

/** The page of an entry; null where its link is none, or only the site's front page. */
function pageOf({ url }: FeedEntry, { home }: FeedRead): string | null {
  if (url === null || isFrontPage(url) || (home !== null && linkKey(url) === linkKey(home))) return null
  return fetchedAddress(url)
}

/** An entry that is to be an article: the work that makes it one, and by what it is known again. */
export type TakenEntry = { readonly work: Work; readonly key: string; readonly candidate: EntryCandidate }

/**
 * What is to be done for an entry to become an article: its page is fetched; where it has none, its text in the feed
 * is read.
 *
 * @param keys as `entryKeys` gives them
 * @returns null where it has neither
 */
export function entryWork(entry: FeedEntry, keys: readonly string[], feed: FeedRead): TakenEntry | null {
  const url = pageOf(entry, feed)
  if (url !== null) {
    const candidate = { keys, addresses: spellings(entry.url ?? url) }
    return { work: { kind: 'add-url', url, isFromFeed: true }, key: url, candidate }
  }
  const text = plainOf(entry.content ?? entry.summary ?? '')
  if (keys.length === 0 || text.length < SHORTEST_TEXT) return null
  const bytes = Buffer.from(entryPage(entry, feed))
  const input = {
    name: [entry.title, feed.title].filter((part) => part !== null).join(', ') || 'an entry of a feed',
    bytes,
    contentType: 'text/html; charset=utf-8',
    url: null,
    received: null,
  }
  const key = `entry ${createHash('sha256').update(bytes).digest('hex')}`
  return { work: { kind: 'add-input', input }, key, candidate: { keys, addresses: [] } }
}
