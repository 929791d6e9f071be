import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Fault } from '../article/fault.ts'
import type { FeedEntry, Feed as FeedRead } from '../article/feed/feed.ts'
import { linkKey } from '../article/feed/link-key.ts'
import { readFeed } from '../article/feed/read-feed.ts'
import type { Clock } from '../record/clock.ts'
import { entryKeys } from '../record/entry-keys.ts'
import { NO_WISHES, nextInterval, nextLook, nextTry } from '../record/feed-schedule.ts'
import type { Feed, Feeds, LookCounts } from '../record/feeds.ts'
import type { Fetcher, FetchOutcome } from '../record/fetcher.ts'
import type { Input } from '../record/input.ts'
import type { Queue } from '../record/queue.ts'
import { wordFilter } from '../text/word-filter.ts'
import { entryPasses, entryWork, type TakenEntry } from './feed-entries.ts'
import { feedFault } from './feed-faults.ts'
import { inSteps } from './in-steps.ts'
import type { JobContext, JobEnd, JobHandler } from './job-handlers.ts'
import { movedTo } from './moved-to.ts'

/** Entries that are judged and remembered in one step: some milliseconds. */
const BATCH = 50

export type LookParts = {
  readonly feeds: Feeds
  readonly fetcher: Fetcher
  readonly queue: Pick<Queue, 'addAll'>
  readonly clock: Clock
}

function said(sentence: string): JobEnd {
  return { state: 'said', sentence }
}

const BROKEN_OFF = said('it was broken off before its end')

/** A longer one is no mark of a version, but something to be carried for a stranger. */
const MAX_VALIDATOR = 500

/** What a server gave to be asked with the next time; null for what is not fit to be sent back. */
function validator(value: string | null): string | null {
  return value !== null && value.length <= MAX_VALIDATOR && /^[\x20-\x7e]+$/.test(value) ? value : null
}

type Fetched = Extract<FetchOutcome, { readonly state: 'fetched' }>

/** One look at one feed. */
class Look {
  readonly #parts: LookParts
  readonly #feed: Feed
  readonly #context: JobContext

  constructor(parts: LookParts, feed: Feed, context: JobContext) {
    this.#parts = parts
    this.#feed = feed
    this.#context = context
  }

  async run(): Promise<JobEnd> {
    const { feeds, fetcher } = this.#parts
    const { id, address: url, etag, lastModified, failures } = this.#feed
    // Until it ends well it counts as failed: a feed that takes the process with it is not tried again at once.
    await feeds.update(id, { failures: failures + 1, nextAt: nextTry(this.#now(), failures + 1, null) })
    this.#context.progress({ stage: 'fetching', done: 0, total: null, unit: 'entries' })
    const outcome = await fetcher.fetch({ url, etag, lastModified })
    if (this.#context.signal.aborted) return BROKEN_OFF
    if (outcome.state === 'unchanged') return this.#unchanged()
    if (outcome.state === 'fetched') return this.#fetched(outcome)
    return this.#failed(feedFault(outcome.fault), outcome.retryAfterMs)
  }

  #now(): string {
    return this.#parts.clock.now()
  }

  async #unchanged(): Promise<JobEnd> {
    const now = this.#now()
    const intervalMs = nextInterval(this.#feed.intervalMs, false)
    await this.#parts.feeds.update(this.#feed.id, {
      lookedAt: now,
      nextAt: nextLook(now, intervalMs, NO_WISHES),
      intervalMs,
      failures: 0,
      fault: null,
    })
    return said('nothing has changed since the last look')
  }

  async #failed(fault: Fault, retryAfterMs: number | null): Promise<JobEnd> {
    const now = this.#now()
    const failures = this.#feed.failures + 1
    const nextAt = fault.code === 'gone' ? null : nextTry(now, failures, retryAfterMs)
    await this.#parts.feeds.update(this.#feed.id, { lookedAt: now, nextAt, failures, fault })
    return said(fault.sentence)
  }

  async #fetched({ input, etag, lastModified }: Fetched): Promise<JobEnd> {
    const { signal } = this.#context
    const url = input.url ?? this.#feed.address
    const outcome = await inSteps(readFeed(input.bytes, { contentType: input.contentType, url }), signal)
    if (outcome === null) return BROKEN_OFF
    if (!outcome.ok) return this.#failed(outcome.fault, null)
    const counts = await this.#take(outcome.feed)
    if (counts === null) return BROKEN_OFF
    const now = this.#now()
    const intervalMs = nextInterval(this.#feed.intervalMs, counts.added > 0)
    await this.#parts.feeds.update(this.#feed.id, {
      ...(await this.#moved(input)),
      title: outcome.feed.title ?? this.#feed.title,
      etag: validator(etag),
      lastModified: validator(lastModified),
      lookedAt: now,
      nextAt: nextLook(now, intervalMs, outcome.feed),
      intervalMs,
      failures: 0,
      fault: null,
      counts,
    })
    return said(countsSentence(counts))
  }

  /** The new address of a feed that moved for good, unless that is followed already. */
  async #moved(input: Input): Promise<{ readonly address?: string }> {
    const address = movedTo(input)
    if (address === null) return {}
    const others = await this.#parts.feeds.followed()
    const isTaken = others.some(
      ({ id, address: theirs }) => id !== this.#feed.id && linkKey(theirs) === linkKey(address),
    )
    return isTaken ? {} : { address }
  }

  /** Takes what is new and passes; null where it was broken off. */
  async #take(read: FeedRead): Promise<LookCounts | null> {
    const { entries, total } = read
    const filter = wordFilter(this.#feed.words ?? '')
    const keys = entryKeys(entries, { id: this.#feed.id, home: read.home })
    const counts = { entries: total, lookedAt: entries.length, passed: 0, added: 0, empty: 0 }
    for (let at = 0; at < entries.length; at += BATCH) {
      this.#context.progress({ stage: 'reading', done: at, total: entries.length, unit: 'entries' })
      const passed = entries.slice(at, at + BATCH).flatMap((entry: FeedEntry, place) => {
        return entryPasses(entry, filter) ? [entryWork(entry, keys[at + place] ?? [], read)] : []
      })
      const works = passed.filter((work) => work !== null)
      counts.passed += passed.length
      counts.empty += passed.length - works.length
      counts.added += await this.#queue(works)
      await nextTurn()
      if (this.#context.signal.aborted) return null
    }
    return counts
  }

  /** Hands new entries to the queue. @returns how many were new */
  async #queue(entries: readonly TakenEntry[]): Promise<number> {
    const { feeds, queue } = this.#parts
    const numbers = await feeds.remember(
      this.#feed.id,
      entries.map(({ candidate }) => candidate),
    )
    const isNew = (_: unknown, at: number) => (numbers[at] ?? null) !== null
    const added = entries.filter(isNew)
    // Where the process dies between the two, the jobs still wait under their keys, and are not added twice.
    if (added.length > 0) await queue.addAll(added.map(({ work, key }) => ({ work, key, inBackground: true })))
    await feeds.taken(numbers.filter((number) => number !== null))
    return added.length
  }
}

/** What a look found, for the list of work. */
function countsSentence({ entries, lookedAt, passed, added, empty }: LookCounts): string {
  const parts = [
    `${entries} ${entries === 1 ? 'entry' : 'entries'}`,
    ...(lookedAt < entries ? [`the newest ${lookedAt} looked at`] : []),
    ...(passed < lookedAt ? [`${passed} pass the filter`] : []),
    ...(empty > 0 ? [`${empty} without a page or a text to read`] : []),
    `${added} new`,
  ]
  return parts.join(', ')
}

/**
 * The job that looks at a feed: fetches it if it changed, and puts what is new in it and passes its filter on the
 * list of work. A look that fails is no failed job: the feed itself remembers why, and when it is tried again.
 */
export function lookAtFeedJob(parts: LookParts): JobHandler<'look-at-feed'> {
  return async ({ feedId }, context) => {
    const feed = await parts.feeds.feed(feedId)
    return feed === null ? said('nobody follows this feed any more') : new Look(parts, feed, context).run()
  }
}
