import type { Fault } from '../fault.ts'

/** What one entry of a feed says of itself. Every string is as long as the feed made it, and none is empty. */
export type FeedEntry = {
  /** `guid`, `id` or `rdf:about`, as given. */
  readonly id: string | null
  /** Where the article is: absolute, http or https. */
  readonly url: string | null
  /** Plain text on one line. */
  readonly title: string | null
  /** A UTC instant (`2022-03-08T09:30:00.000Z`), or a day (`2022-03-08`) where the feed gives no time. */
  readonly published: string | null
  /** Plain text on one line. */
  readonly author: string | null
  /** HTML. */
  readonly summary: string | null
  /** HTML: the article itself, where the feed carries it. */
  readonly content: string | null
}

/** A feed, read whole. */
export type Feed = {
  readonly format: 'rss' | 'rdf' | 'atom' | 'json'
  readonly title: string | null
  /** The site's own page: absolute, http or https. */
  readonly home: string | null
  /** BCP 47 as given. */
  readonly language: string | null
  /** How long the feed asks to be left alone, in milliseconds. */
  readonly restMs: number | null
  /** Hours (UTC, 0 to 23) and days (0 is Sunday) in which the feed asks not to be looked at. */
  readonly skipHours: readonly number[]
  readonly skipDays: readonly number[]
  /** In the feed's order; of a very long feed the newest `MAX_ENTRIES`. */
  readonly entries: readonly FeedEntry[]
  /** How many entries the feed has. */
  readonly total: number
}

export type FeedOutcome = { readonly ok: true; readonly feed: Feed } | { readonly ok: false; readonly fault: Fault }

/** An entry as its format gives it: every value a string as it stands in the feed, addresses not yet resolved. */
export type RawEntry = {
  readonly id: string | null
  /** The best first. */
  readonly links: readonly string[]
  /** What a relative link stands on; null for the feed's own address. */
  readonly base: string | null
  readonly title: string | null
  /** The best first. */
  readonly dates: readonly string[]
  readonly author: string | null
  readonly summary: string | null
  readonly content: string | null
}

/** A feed as its format gives it. */
export type RawFeed = Pick<Feed, 'format' | 'language' | 'restMs' | 'skipHours' | 'skipDays'> & {
  readonly title: string | null
  readonly home: string | null
  readonly entries: readonly RawEntry[]
}

/** A feed's format says all it has to say, or why it cannot. */
export type RawOutcome = { readonly ok: true; readonly feed: RawFeed } | { readonly ok: false; readonly fault: Fault }
