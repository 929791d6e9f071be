import type { Id } from '../id.ts'
import type { MatchReason } from './match-speaker.ts'

/** What a person says of a proposal: it is the same actor, or another. */
export type SpeakerVerdict = 'accepted' | 'declined'

/** That a speaker may be an actor who is on the record already. Nothing is made of it before a person accepts it. */
export type SpeakerProposal = {
  readonly id: Id
  /** UTC. */
  readonly recordedAt: string
  /** The article in which it was first found. */
  readonly articleId: Id
  /** The actor that the speaker was taken for until then, as it is known now. */
  readonly actorId: Id
  /** Who it may be, as that one is known now. */
  readonly mayBe: Id
  readonly reason: MatchReason
  /** The last that a person said of it; null where nobody did. */
  readonly verdict: SpeakerVerdict | null
}
