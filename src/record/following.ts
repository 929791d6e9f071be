import type { Fault } from '../article/fault.ts'
import type { FeedLink } from '../article/feed/feed-links.ts'
import type { Feed } from './feeds.ts'
import type { Id } from './id.ts'

export type FollowAsked = {
  /** As a person types it: a feed's address or a site's. */
  readonly address: string
  /** The filter as typed; null where nothing is said of it: of a feed that is followed already it stays. */
  readonly words: string | null
}

export type FollowOutcome =
  /** Followed from now on, or followed already and its filter set. */
  | {
      readonly state: 'followed' | 'known'
      readonly id: Id
      readonly address: string
      readonly title: string | null
    }
  /** The page names several: a person says which. Those of comments stand last. */
  | { readonly state: 'choose'; readonly page: string; readonly links: readonly FeedLink[] }
  | { readonly state: 'failed'; readonly fault: Fault }

/** What a person does about feeds. */
export interface Following {
  /** Follows a feed, found from its own address or its site's: fetches what is needed for that, and looks at it soon. */
  follow(asked: FollowAsked): Promise<FollowOutcome>
  /** All that are followed, in the order in which they were first followed. */
  followed(): Promise<readonly Feed[]>
  // Each of these is false where the feed is not followed.
  /** Sets the filter as typed; without a word in it, every entry passes. What the feed holds is judged anew soon. */
  filter(id: Id, typed: string): Promise<boolean>
  /** Looks at it soon, whatever the schedule says. */
  look(id: Id): Promise<boolean>
  stop(id: Id): Promise<boolean>
}
