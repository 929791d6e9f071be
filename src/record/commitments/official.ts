import type { Edtf } from '../../text/edtf-time.ts'
import { type ActorIndex, voicesOf } from '../actors/speaks-for.ts'
import { bounds } from '../dossier/in-order.ts'
import type { ArticleOf, Evidence, Stance } from '../dossier/quoted.ts'
import type { Id } from '../id.ts'
import type { CommitmentEvent, EventKind } from './commitment.ts'

/** What the actor says of its commitment, itself or through whoever spoke for it on the day of saying. */
export type Official = {
  /** The last thing it says has happened; null where it has said nothing. */
  readonly says: EventKind | null
  readonly eventId: Id | null
  /** What others say has happened since, and it says has not; null where there is nothing of the kind. */
  readonly denies: EventKind | null
}

/** What is needed to know who said something, for whom, and when. */
export type Voices = { readonly actors: ActorIndex; readonly articleOf: ArticleOf }

/** When words were said: as they are dated, else when they were printed, else when what they tell of happened. */
export function saidWhen(evidence: Evidence, event: { readonly date: Edtf }, articleOf: ArticleOf): Edtf {
  return evidence.saidOn ?? articleOf(evidence.article)?.published ?? event.date
}

/** The actor's own last word on one event; null where it has none. */
function ownStance(event: CommitmentEvent, actorId: Id, { actors, articleOf }: Voices): Stance | null {
  const own = event.evidence
    .map((evidence) => ({ ...evidence, on: saidWhen(evidence, event, articleOf) }))
    .filter(({ speakerId, on }) => speakerId !== null && voicesOf(actors, speakerId, on).has(actorId))
    .filter(({ stance }) => stance !== 'mentions')
    // Said on one day, a yes stands behind a no: the order of entry must not matter.
    .toSorted((a, b) => bounds(a.on)[1] - bounds(b.on)[1] || (a.stance < b.stance ? -1 : 1))
  return own.at(-1)?.stance ?? null
}

/**
 * The official answer.
 *
 * @param events those that have happened, in their order
 */
export function officialAnswer(events: readonly CommitmentEvent[], actorId: Id, voices: Voices): Official {
  let denies: EventKind | null = null
  // From the last: what came before its last word changes nothing.
  for (const event of events.toReversed()) {
    const stance = ownStance(event, actorId, voices)
    if (stance === 'supports') return { says: event.kind, eventId: event.id, denies }
    if (stance === 'disputes') denies ??= event.kind
  }
  return { says: null, eventId: null, denies }
}
