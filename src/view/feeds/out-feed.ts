/** One entry of a feed that we publish. Strings are plain text, as long as they are, and may hold any characters. */
export type OutEntry = {
  /** A URN that stays the same through every change. */
  readonly id: string
  /** Our own page: absolute. */
  readonly url: string
  readonly title: string
  /** UTC: since when it is public and reads as it does. */
  readonly recordedAt: string
  readonly summary: string
  /** Escaped HTML. */
  readonly html: string
  /** Who says it; null where nobody is known to. */
  readonly author: string | null
}

/** A feed that we publish. */
export type OutFeed = {
  readonly id: string
  readonly title: string
  readonly subtitle: string
  /** The name of this site. */
  readonly publisher: string
  /** BCP 47, of what we say ourselves. */
  readonly language: string
  /** Our own page, and the feed itself in both formats: absolute. */
  readonly home: string
  readonly atom: string
  readonly json: string
  /** The newest first. */
  readonly entries: readonly OutEntry[]
}

/** A feed without entries has to say when it changed all the same: never yet. */
const NEVER = '1970-01-01T00:00:00.000Z'

/** When the newest entry was recorded: UTC. */
export function updatedAt({ entries }: OutFeed): string {
  const times = entries.map(({ recordedAt }) => recordedAt)
  return times.toSorted().at(-1) ?? NEVER
}
