/** That a reader follows a topic, or did. */
export type Followed = {
  /** In one word, as `topicWord` makes it. */
  readonly topic: string
  /** UTC. */
  readonly since: string
  /** UTC; null while it is followed. */
  readonly until: string | null
}

/** Something that moved, as far as it matters who is told of it. */
export type TellableItem = {
  /** UTC, since when it is public. */
  readonly at: string
  /** The topics that it belongs to, in one word each. */
  readonly topics: ReadonlySet<string>
}

/**
 * Whether a reader is to be told of something: who followed it by one of its topics when it moved, and follows one of
 * them still. Whoever takes everything instead of one dossier misses nothing by that; whoever leaves a topic is told no
 * more of it, not even of what had moved before.
 */
export function isOwed({ at, topics }: TellableItem, followed: readonly Followed[]): boolean {
  const matching = followed.filter(({ topic }) => topics.has(topic))
  const follows = matching.some(({ until }) => until === null)
  return follows && matching.some(({ since, until }) => since < at && (until === null || at <= until))
}
