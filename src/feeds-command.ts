/** The commands `follow` and `unfollow`. */
import { parseArgs } from 'node:util'
import { linkKey } from './article/feed/link-key.ts'
import { type Command, type CommandParts, DONE, plainWords, someFailed, WrongUse } from './command.ts'
import { fetcherFor } from './input-parts.ts'
import { feedLines, followLines } from './jobs/feed-lines.ts'
import { followingWith } from './jobs/follow-feed.ts'
import { openRecord } from './open-record.ts'
import { openQueue } from './queue/open-queue.ts'
import type { Following } from './record/following.ts'
import { typedAddress } from './record/typed-address.ts'
import { systemClock } from './store/system-clock.ts'

type Printing = Pick<CommandParts, 'settings' | 'out' | 'fault'>

async function withFollowing<T>({ settings }: Printing, work: (following: Following) => Promise<T>): Promise<T> {
  const fetcher = fetcherFor(settings)
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

function listFeeds(options: Printing): Promise<void> {
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
function followFeeds(addresses: readonly string[], words: string | null, options: Printing): Promise<number> {
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
function unfollowFeeds(addresses: readonly string[], options: Printing): Promise<number> {
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

/** `follow [URL…] [--words "…"]`; without an address it lists the feeds, and how it stands with each. */
export const follow: Command = async (argv, parts) => {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { words: { type: 'string' } },
  })
  const { words = null } = values
  if (positionals.length > 0) return someFailed(await followFeeds(positionals, words, parts))
  if (words !== null) throw new WrongUse('name the feeds that the words are for')
  await listFeeds(parts)
  return DONE
}

/** `unfollow URL…`. */
export const unfollow: Command = async (argv, parts) => {
  const addresses = plainWords(argv)
  if (addresses.length === 0) throw new WrongUse('name the feeds; "npx onrecord follow" lists them')
  return someFailed(await unfollowFeeds(addresses, parts))
}
