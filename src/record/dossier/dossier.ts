import type { Actor, Place } from '../actors/actor.ts'
import type { Commitment } from '../commitments/commitment.ts'
import type { Id } from '../id.ts'
import type { Demand } from './demand.ts'
import type { FigureSet } from './figure.ts'
import type { Quoted } from './quoted.ts'

/** Words that belong to the matter and move nothing: a concern that was voiced, a passage that tells what took place. */
export type QuotedItem = Quoted & { readonly id: Id }

/** What is followed, without what belongs to it. */
export type DossierHead = {
  readonly id: Id
  readonly title: string
  /** A sentence or two; null where there is none. */
  readonly summary: string | null
  /** IANA names; "due" is the end of the day in the last of them. Empty means UTC. */
  readonly timeZones: readonly string[]
}

/** A situation that is followed, whole. */
export type Dossier = DossierHead & {
  readonly actors: readonly Actor[]
  readonly places: readonly Place[]
  readonly commitments: readonly Commitment[]
  readonly demands: readonly Demand[]
  readonly figures: readonly FigureSet[]
  readonly quoted: readonly QuotedItem[]
}
