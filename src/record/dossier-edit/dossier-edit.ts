import type { Entry } from '../as-of/row.ts'
import type { Thing } from '../as-of/things.ts'
import type { DecidedBy } from '../decisions.ts'
import type { Id } from '../id.ts'

/** What a person does to one part of a dossier. */
export type PartChange =
  | {
      readonly kind: 'value'
      readonly thing: Thing
      /** The row that the person had before the eyes; null for a part that is new. */
      readonly supersedes: Id | null
    }
  /** It is taken back: from now on pages say that it was there, since when it is not, and why. */
  | { readonly kind: 'withdrawn'; readonly thingId: Id; readonly supersedes: Id }

/** What a person changes in a dossier at once: all of it is written, or nothing. */
export type DossierEdit = {
  readonly dossierId: Id
  readonly changes: readonly PartChange[]
  /** Why; needed where something is taken back, and then public. */
  readonly reason: string | null
}

/** A part as it stands, with the row that says so: what a change to it has to supersede. */
export type PartNow = {
  readonly thingId: Id
  readonly type: Thing['type']
  readonly of: Id | null
  readonly rowId: Id
  /** UTC. */
  readonly recordedAt: string
  readonly entry: Entry<Thing>
  readonly by: DecidedBy
}

/** Why an edit was not written. */
export type EditRefusal =
  /** Somebody else changed these parts first; as they stand now. */
  | { readonly state: 'conflict'; readonly theirs: readonly Id[] }
  /** Whole sentences. Where an id stands in one, pages put the name. */
  | { readonly state: 'refused'; readonly sentences: readonly string[] }

/** What came of an edit. */
export type EditOutcome =
  | { readonly state: 'written'; readonly parts: number; readonly accepted: number; readonly refused: readonly Id[] }
  /** Everything reads that way already. */
  | { readonly state: 'known' }
  | EditRefusal
