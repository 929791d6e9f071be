import type { Edtf } from '../../text/edtf-time.ts'
import type { Evidence } from '../dossier/quoted.ts'
import type { Term } from '../dossier/term.ts'
import type { Id } from '../id.ts'

/** What moves a commitment. */
export const EVENT_KINDS = [
  'announced',
  'agreed',
  'scheduled',
  'postponed',
  'started',
  'met',
  'partly met',
  'broken',
  'withdrawn',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** By when something is to be done. */
export type Due = {
  /** Due means its end; null where the words name no date. */
  readonly date: Edtf | null
  /** The words it was tied to: "before the end of my mandate"; null where the date says all. */
  readonly words: string | null
}

/** Something that moved a commitment, on a date, with evidence. */
export type CommitmentEvent = {
  readonly id: Id
  readonly kind: EventKind
  readonly date: Edtf
  /** The due date it sets, in place of the one before; null where it sets none. */
  readonly due: Due | null
  /** At least one. */
  readonly evidence: readonly Evidence[]
}

/** An actor's undertaking to do something, by a date or none. What has become of it is derived from its events. */
export type Commitment = {
  readonly id: Id
  readonly actorId: Id
  /** What is undertaken, as it goes on after the actor's name: "publish its report on Xinjiang". */
  readonly what: string
  /** An earlier commitment that this one takes the place of. */
  readonly supersedes: Id | null
  /** In any order; the dates order them. */
  readonly events: readonly CommitmentEvent[]
  readonly terms: readonly Term[]
}
