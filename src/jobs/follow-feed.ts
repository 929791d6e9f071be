import { decodeBytes } from '../article/decode-bytes.ts'
import type { Fault } from '../article/fault.ts'
import type { Feed as FeedRead } from '../article/feed/feed.ts'
import { type FeedLink, feedLinks, usualFeedPlaces } from '../article/feed/feed-links.ts'
import { linkKey } from '../article/feed/link-key.ts'
import { readFeed } from '../article/feed/read-feed.ts'
import type { Feeds } from '../record/feeds.ts'
import type { Fetcher } from '../record/fetcher.ts'
import type { FollowAsked, Following, FollowOutcome } from '../record/following.ts'
import type { Id } from '../record/id.ts'
import type { Input } from '../record/input.ts'
import type { Queue } from '../record/queue.ts'
import { typedAddress } from '../record/typed-address.ts'
import { MAX_FILTER, wordFilter } from '../text/word-filter.ts'
import { queueLook } from './due-feeds.ts'
import { feedFault } from './feed-faults.ts'
import { inSteps } from './in-steps.ts'
import { movedTo } from './moved-to.ts'

export type FollowParts = {
  readonly feeds: Feeds
  readonly fetcher: Fetcher
  readonly queue: Pick<Queue, 'add'>
}

const NO_ADDRESS: Fault = {
  code: 'unsupported',
  sentence: 'this is no address of a site or a feed; give one as a browser shows it, like https://example.org',
}

function noFeedAt(page: string): Fault {
  const sentence = `no feed was found at ${page}: the page names none, and none is where sites mostly keep one; ask the site, or look for "RSS" on its pages`
  return { code: 'not-found', sentence }
}

/** What stands at an address: a feed, a page that names feeds, or neither. */
type Found = FoundFeed | FoundPage | { readonly kind: 'nothing'; readonly fault: Fault }
type FoundFeed = { readonly kind: 'feed'; readonly feed: FeedRead; readonly address: string }
type FoundPage = { readonly kind: 'page'; readonly links: readonly FeedLink[]; readonly address: string }

/** A filter worth keeping: null where there is no word in it. */
function filterOf(typed: string | null): string | null {
  return typed !== null && wordFilter(typed).length > 0 ? typed.trim().slice(0, MAX_FILTER) : null
}

async function whatIs(input: Input, address: string): Promise<Found> {
  const url = input.url ?? address
  const never = new AbortController().signal
  const outcome = await inSteps(readFeed(input.bytes, { contentType: input.contentType, url }), never)
  if (outcome?.ok) return { kind: 'feed', feed: outcome.feed, address: movedTo(input) ?? address }
  const decoded = decodeBytes(input.bytes, input.contentType)
  if (!decoded.ok) return { kind: 'nothing', fault: decoded.fault }
  return { kind: 'page', links: feedLinks(decoded.text, url), address: url }
}

async function lookFor(fetcher: Fetcher, address: string): Promise<Found> {
  const outcome = await fetcher.fetch({ url: address, etag: null, lastModified: null })
  if (outcome.state === 'fetched') return whatIs(outcome.input, address)
  if (outcome.state === 'failed') return { kind: 'nothing', fault: feedFault(outcome.fault) }
  return { kind: 'nothing', fault: NO_ADDRESS }
}

/** Tries the usual places one after another; null where there is no feed at any. */
async function inUsualPlaces(fetcher: Fetcher, page: string): Promise<FoundFeed | null> {
  for (const place of usualFeedPlaces(page)) {
    const found = await lookFor(fetcher, place)
    if (found.kind === 'feed') return found
  }
  return null
}

function failed(fault: Fault): FollowOutcome {
  return { state: 'failed', fault }
}

/** Finds feeds from addresses, and follows them. */
class FeedFollowing implements Following {
  readonly #parts: FollowParts

  constructor(parts: FollowParts) {
    this.#parts = parts
  }

  async follow({ address: typed, words }: FollowAsked): Promise<FollowOutcome> {
    const address = typedAddress(typed)
    if (address === null) return failed(NO_ADDRESS)
    const known = (await this.followed()).find((feed) => linkKey(feed.address) === linkKey(address))
    if (known !== undefined) {
      if (words !== null) await this.#parts.feeds.setWords(known.id, filterOf(words))
      await this.look(known.id)
      return { state: 'known', id: known.id, address: known.address, title: known.title }
    }
    const found = await lookFor(this.#parts.fetcher, address)
    if (found.kind === 'nothing') return failed(found.fault)
    return found.kind === 'feed' ? this.#begin(found, words) : this.#oneOf(found, words)
  }

  followed() {
    return this.#parts.feeds.followed()
  }

  async filter(id: Id, typed: string): Promise<boolean> {
    return (await this.#parts.feeds.setWords(id, filterOf(typed))) && this.look(id)
  }

  async look(id: Id): Promise<boolean> {
    const feed = await this.#parts.feeds.feed(id)
    if (feed !== null) await queueLook(this.#parts.queue, feed, true)
    return feed !== null
  }

  stop(id: Id): Promise<boolean> {
    return this.#parts.feeds.stop(id)
  }

  async #begin({ feed: { title }, address }: FoundFeed, words: string | null): Promise<FollowOutcome> {
    const { state, id } = await this.#parts.feeds.follow({ address, title, words: filterOf(words) })
    await queueLook(this.#parts.queue, { id, address }, true)
    return { state, id, address, title }
  }

  /** The one feed that a page names, or that stands in a usual place; a person chooses among several. */
  async #oneOf({ links, address: page }: FoundPage, words: string | null): Promise<FollowOutcome> {
    const { fetcher } = this.#parts
    const [link, ...more] = links
    if (more.length > 0) return { state: 'choose', page, links }
    const found = link === undefined ? await inUsualPlaces(fetcher, page) : await lookFor(fetcher, link.url)
    if (found?.kind === 'feed') return this.#begin(found, words)
    return failed(found?.kind === 'nothing' ? found.fault : noFeedAt(page))
  }
}

/**
 * Makes what follows feeds. A feed is found at its own address, where the site's page names it, or else in the usual
 * places; a page with several offers them all.
 */
export function followingWith(parts: FollowParts): Following {
  return new FeedFollowing(parts)
}
