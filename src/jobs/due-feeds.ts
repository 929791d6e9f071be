import type { Clock } from '../record/clock.ts'
import type { DueFeed, Feeds } from '../record/feeds.ts'
import type { Queue } from '../record/queue.ts'

/** How often it is looked whether a feed is due: feeds are looked at every quarter of an hour at most. */
const LOOK_EVERY_MS = 20_000

type DueParts = { readonly feeds: Pick<Feeds, 'due'>; readonly queue: Pick<Queue, 'add'>; readonly clock: Clock }

/**
 * Puts a look at a feed on the list of work. Under the feed's own key: one feed is never looked at twice at once.
 *
 * @param isAskedFor whether a person waits for it
 */
export async function queueLook(
  queue: Pick<Queue, 'add'>,
  { id: feedId, address }: DueFeed,
  isAskedFor: boolean,
): Promise<void> {
  await queue.add({ kind: 'look-at-feed', feedId, address }, { key: feedId, inBackground: !isAskedFor })
}

/** Puts a look at each feed that is due on the list of work. */
export async function queueDueFeeds({ feeds, queue, clock }: DueParts): Promise<void> {
  for (const feed of await feeds.due(clock.now())) await queueLook(queue, feed, false)
}

/**
 * Looks from time to time which feeds are due, from now on until it is stopped.
 *
 * @param report told of what went wrong; the next time it is tried again
 * @returns stops it
 */
export function watchFeeds(parts: DueParts, report: (error: unknown) => void): () => void {
  const look = () => void queueDueFeeds(parts).catch(report)
  const timer = setInterval(look, LOOK_EVERY_MS)
  look()
  return () => clearInterval(timer)
}
