import type { Id } from '../id.ts'

/** What kind of part of a dossier moved. */
export type PartKind = 'event' | 'step' | 'demand' | 'reply' | 'claim'

/** What it is that moved. Words stand in the record alone, so that what is removed there is gone from here, too. */
export type Moved =
  | { readonly kind: 'statement'; readonly id: Id }
  | { readonly kind: 'part'; readonly dossierId: Id; readonly part: readonly [kind: PartKind, id: Id] }
  /** A commitment's due date is there, or over everywhere in the dossier's time zones. */
  | { readonly kind: 'due' | 'overdue'; readonly dossierId: Id; readonly commitmentId: Id }

/** Something that moved in the public record, as it can be told once to whoever follows it. */
export type MovedItem = {
  /** The same for the same move at every look, whatever is recorded later. */
  readonly key: string
  /** UTC, since when it is public. */
  readonly at: string
  readonly moved: Moved
  /** `correction`: it was public before, and reads otherwise now. `withdrawn`: it was public, and is no more. */
  readonly how: 'new' | 'correction' | 'withdrawn'
  /** The public dossiers that it belongs to. */
  readonly dossiers: readonly Id[]
  /** The actors that it is about. */
  readonly actors: readonly Id[]
}

/** In the order in which they came; those of one moment by their keys. */
export function inMovedOrder(a: MovedItem, b: MovedItem): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
}
