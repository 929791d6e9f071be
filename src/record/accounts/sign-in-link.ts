import type { Id } from '../id.ts'

const MINUTE_MS = 60_000

/**
 * How long each kind of link holds. One that is printed is at hand at once or the next morning; one that is mailed is
 * asked for by who waits for it; an invitation waits for a person.
 */
export const LINK_LIFE_MS = {
  'first-owner': 24 * 60 * MINUTE_MS,
  desk: 60 * MINUTE_MS,
  invitation: 7 * 24 * 60 * MINUTE_MS,
  mail: 20 * MINUTE_MS,
} as const

/** What a link is for: to make the first owner, or to let somebody in. */
export type LinkKind = keyof typeof LINK_LIFE_MS

/** A link that lets somebody in, once. */
export type SignInLink = {
  /** SHA-256 of its token, lower-case hex: the token itself stands in the link alone. */
  readonly digest: string
  readonly kind: LinkKind
  /** Whom it lets in; null for the first owner, and for a decoy that lets in nobody. */
  readonly accountId: Id | null
}
