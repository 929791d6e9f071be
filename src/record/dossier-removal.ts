import type { Id } from './id.ts'

/** What of a dossier is meant. */
export type DossierPart = {
  readonly dossierId: Id
  /** One part with all that belongs to it: an actor, a commitment, an event, quoted words; null for the dossier whole. */
  readonly partId: Id | null
  /** Everything that was ever said of it, or only what was said before and was changed since: a title with a name in it. */
  readonly extent: 'whole' | 'earlier'
}

/** What a person asks to have removed of a dossier. */
export type DossierRemovalAsked = DossierPart & {
  /** Not empty. It stays in the ledger for ever. */
  readonly reason: string
  /** Who removes it; null where nobody is named. */
  readonly by: string | null
}

/** How much goes with a dossier or a part of it. */
export type DossierRemovalExtent = {
  readonly parts: number
  /** All that was recorded of them, each correction by itself. */
  readonly rows: number
}
