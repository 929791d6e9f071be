import type { Fault } from '../article/fault.ts'
import type { Id } from './id.ts'

/** What the last look at a feed that brought it found in it. */
export type LookCounts = {
  /** All entries of the feed, and how many of them were looked at: of a very long feed the newest. */
  readonly entries: number
  readonly lookedAt: number
  /** Those that pass the filter. */
  readonly passed: number
  /** Of those, what was not known yet and is read as an article now. */
  readonly added: number
  /** Of those, what has neither a page of its own nor a text to read. */
  readonly empty: number
}

/** How it stands with a feed; changed at every look. */
export type FeedState = {
  /** Where it is looked at now: a feed that moved for good is followed to its new address. */
  readonly address: string
  /** What it calls itself; null where it does not. */
  readonly title: string | null
  /** What the server gave with the feed, to be asked with whether it changed. */
  readonly etag: string | null
  readonly lastModified: string | null
  /** UTC; null until the first look. */
  readonly lookedAt: string | null
  /** UTC; null where it is not looked at again before a person asks for it. */
  readonly nextAt: string | null
  /** How long it is left alone while nothing fails, in milliseconds; null until the first look. */
  readonly intervalMs: number | null
  /** Looks that failed since the last one that did not. */
  readonly failures: number
  /** Why the last look failed; null where it did not. */
  readonly fault: Fault | null
  readonly counts: LookCounts | null
}

/** A feed that is followed. */
export type Feed = FeedState & {
  readonly id: Id
  /** The filter as it was typed (see `wordFilter`); null lets every entry pass. */
  readonly words: string | null
  /** UTC: when it was followed, the last time. */
  readonly followedAt: string
  /** How many of its entries were ever taken for articles. */
  readonly taken: number
}

/** A feed whose time has come. */
export type DueFeed = Pick<Feed, 'id' | 'address'>

/** What a person did: each is kept, and the last one holds. */
export type FeedDecision = {
  readonly id: Id
  readonly deed: 'follow' | 'filter' | 'stop'
  readonly words: string | null
  readonly recordedAt: string
}

/** An entry that may be new. */
export type EntryCandidate = {
  /** As `entryKeys` gives them; not empty. */
  readonly keys: readonly string[]
  /** The ways in which the address of its page may be written; empty where it has none. */
  readonly addresses: readonly string[]
}

/**
 * The feeds that are followed. Who follows what is kept for ever, a newer decision beside the older one; how it
 * stands with a feed, and which entries are known, is not of the record and changes.
 */
export interface Feeds {
  /**
   * Follows a feed from now on.
   *
   * @param feed.words the filter; null for none, and to leave that of a feed as it is that is followed already
   */
  follow(feed: {
    readonly address: string
    readonly title: string | null
    readonly words: string | null
  }): Promise<{ readonly state: 'followed' | 'known'; readonly id: Id }>
  /** Sets the filter; the entries that the feed holds are judged anew. False where the feed is not followed. */
  setWords(id: Id, words: string | null): Promise<boolean>
  /** False where the feed is not followed. What came of it stays, and its entries stay known. */
  stop(id: Id): Promise<boolean>
  /** All that are followed, in the order in which they were first followed. */
  followed(): Promise<readonly Feed[]>
  /** Null where it is not followed. */
  feed(id: Id): Promise<Feed | null>
  /** All decisions about a feed, the first one first. */
  decisions(id: Id): Promise<readonly FeedDecision[]>
  /** The feeds whose time has come, the longest due first. */
  due(now: string): Promise<readonly DueFeed[]>
  /** Changes what is given of a feed's state. */
  update(id: Id, state: Partial<FeedState>): Promise<void>
  /**
   * Remembers entries, and says which are to be taken: those that share no key with a known one, and those that were
   * remembered and not yet `taken`, because the process died in between. An entry whose page is in the record already
   * is known.
   *
   * @returns for each candidate the number it is to be taken under, or null where it is known
   */
  remember(id: Id, candidates: readonly EntryCandidate[]): Promise<readonly (number | null)[]>
  /** Says that entries are on their way to be articles. */
  taken(entries: readonly number[]): Promise<void>
}
