import type { Clock } from '../record/clock.ts'
import type { Queue } from '../record/queue.ts'
import type { WatchedGroups } from '../record/watched-groups.ts'
import type { WatchedPage, WatchedPages } from '../record/watched-pages.ts'

/** How often it is looked whether a page is due: each is looked at once a day. */
const LOOK_EVERY_MS = 60_000
/** How often it is looked which pages have come into feeds and dossiers: that reads where every article was captured. */
const GATHER_EVERY_MS = 10 * 60_000

export type DuePagesParts = {
  readonly pages: Pick<WatchedPages, 'due'>
  readonly queue: Pick<Queue, 'add'>
  readonly clock: Clock
}

/** Puts a look at a page on the list of work. Under its own key: one page is never looked at twice at once. */
export async function queuePage(
  queue: Pick<Queue, 'add'>,
  { id: pageId, address }: Pick<WatchedPage, 'id' | 'address'>,
  isAskedFor: boolean,
): Promise<void> {
  await queue.add({ kind: 'look-at-page', pageId, address }, { key: pageId, inBackground: !isAskedFor })
}

/** Puts a look at each page that is due on the list of work. */
export async function queueDuePages({ pages, queue, clock }: DuePagesParts): Promise<void> {
  for (const page of await pages.due(clock.now())) await queuePage(queue, page, false)
}

/**
 * Looks from time to time which pages are due, and which have come into feeds and dossiers whose pages are watched, from
 * now on until it is stopped.
 *
 * @param report told of what went wrong; the next time it is tried again
 * @returns stops it
 */
export function watchPages(
  parts: DuePagesParts & { readonly groups: Pick<WatchedGroups, 'gather'> },
  report: (error: unknown) => void,
): () => void {
  const look = () => void queueDuePages(parts).catch(report)
  const gather = () => void parts.groups.gather().then((count) => (count > 0 ? look() : undefined), report)
  const timers = [setInterval(look, LOOK_EVERY_MS), setInterval(gather, GATHER_EVERY_MS)]
  look()
  gather()
  return () => timers.forEach(clearInterval)
}
