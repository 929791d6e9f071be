import type { Id } from './id.ts'

/** That an article was removed: what stays of it for ever. */
export type Removal = {
  readonly articleId: Id
  /** UTC. */
  readonly at: string
  /** As whoever removed it gave it. */
  readonly reason: string
}

/** What a person asks to have removed. */
export type RemovalAsked = {
  readonly articleId: Id
  /** Not empty. It stays in the ledger for ever. */
  readonly reason: string
  /** Who removes it; null where nobody is named. */
  readonly by: string | null
}

/** How much goes with an article. */
export type RemovalExtent = {
  readonly captures: number
  readonly texts: number
  readonly statements: number
  /** Speakers who speak in no other article, and whose names go therefore. */
  readonly speakers: number
}

/** What a person asks to be let in again. */
export type ReadmissionAsked = Omit<RemovalAsked, 'articleId'> & {
  /** At which something stood that was removed. */
  readonly address: string
}
