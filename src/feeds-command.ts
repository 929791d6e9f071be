/** The commands `follow` and `unfollow`. */
import { linkKey } from './article/feed/link-key.ts'
import { feedLines, followLines } from './jobs/feed-lines.ts'
import { followingWith, typedAddress } from './jobs/follow-feed.ts'
import { openRecord } from './open-record.ts'
import { openQueue } from './queue/open-queue.ts'
import type { Fetcher } from './record/fetcher.ts'
import type { Following } from './record/following.ts'
import type { Settings } from './settings.ts'
import { systemClock } from './store/system-clock.ts'

export type FeedsCommandOptions = {
  readonly settings: Settings
  /** Opened by who calls, closed here. */
  readonly fetcher: Fetcher
  readonly out: (line: string) => Promise<void>
  readonly fault: (sentence: string) => void
}

async function withFollowing<T>(options: FeedsCommandOptions, work: (following: Following) => Promise<T>): Promise<T> {
  const { settings, fetcher } = options
  const { store } = await openRecord(settings, systemClock)
  const queue = await openQueue({ folder: settings.dataFolder, clock: systemClock })
  try {
    return await work(followingWith({ feeds: store.feeds, fetcher, queue }))
  } finally {
    await fetcher.close()
    await queue.close()
    await store.close()
  }
}

/** Prints the feeds that are followed, and how it stands with each. */
export function listFeeds(options: FeedsCommandOptions): Promise<void> {
  return withFollowing(options, async (following) => {
    const feeds = await following.followed()
    if (feeds.length === 0) await options.out('no feed is followed; "npx onrecord follow URL" follows one')
    for (const line of feeds.flatMap(feedLines)) await options.out(line)
  })
}

/**
 * Follows feeds by their addresses or those of their sites.
 *
 * @param words the filter as typed; null where none was given
 * @returns how many were not followed; each of them got a sentence, or the feeds to choose from
 */
export function followFeeds(
  addresses: readonly string[],
  words: string | null,
  options: FeedsCommandOptions,
): Promise<number> {
  return withFollowing(options, async (following) => {
    let failed = 0
    for (const address of addresses) {
      const outcome = await following.follow({ address, words })
      if (outcome.state === 'choose' || outcome.state === 'failed') failed += 1
      if (outcome.state === 'failed') options.fault(`${address}: ${outcome.fault.sentence}`)
      else for (const line of followLines(outcome)) await options.out(line)
    }
    return failed
  })
}

/** Stops following feeds. @returns how many were not followed; each of them got a sentence */
export function unfollowFeeds(addresses: readonly string[], options: FeedsCommandOptions): Promise<number> {
  return withFollowing(options, async (following) => {
    const feeds = await following.followed()
    let failed = 0
    for (const address of addresses) {
      const typed = typedAddress(address)
      const feed = typed === null ? undefined : feeds.find((one) => linkKey(one.address) === linkKey(typed))
      if (feed !== undefined && (await following.stop(feed.id))) {
        await options.out(`${address}: no longer followed; the articles that came of it stay`)
        continue
      }
      failed += 1
      options.fault(`${address}: no feed is followed under this address; "npx onrecord follow" lists those that are`)
    }
    return failed
  })
}
