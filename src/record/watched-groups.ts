import type { Id } from './id.ts'

/** What can ask for its pages to be looked at again: a feed for those of its entries, a dossier for those its evidence stands on. */
export type WatchedGroup = { readonly kind: 'feed' | 'dossier'; readonly id: Id }

/** One whose pages are watched. */
export type WatchedGroupState = WatchedGroup & {
  /** UTC. */
  readonly watchedSince: string
  /** How many pages are watched because of it. */
  readonly pages: number
}

/**
 * Feeds and dossiers whose pages are looked at again every day. Each page of them is watched by a decision of its own, which
 * says because of what: what a person decided about the page alone since then goes before.
 */
export interface WatchedGroups {
  /** Watches its pages from now on, those that come later too. False where they are watched. */
  watch(group: WatchedGroup): Promise<boolean>
  /** Stops watching those pages that are watched because of it alone. False where they are not watched. */
  stop(group: WatchedGroup): Promise<boolean>
  /** All whose pages are watched, in the order in which that was asked. */
  watched(): Promise<readonly WatchedGroupState[]>
  /** Watches the pages that have come into them since. @returns how many: at most some hundred at a time */
  gather(): Promise<number>
}
