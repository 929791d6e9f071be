import type { Commitment } from '../commitments/commitment.ts'
import { type Nearest, nearestMatter } from './nearest-matter.ts'
import type { Told } from './told.ts'

/** A commitment of the speaker's, with the words that the statement shares with it. */
export type OwnCommitment = { readonly commitment: Commitment; readonly because: readonly string[] }

/**
 * The speaker's own commitment that a statement is about: the one it shares words with; where the speaker has only one
 * in the dossier and it is certain who speaks, that one ("it has been rescheduled" names nothing).
 *
 * @param moves whether the statement tells a due date or a deed, without which an only commitment is not meant
 */
export function ownCommitment(told: Told, { matters, voices }: Nearest, moves: boolean): OwnCommitment | null {
  const own = matters.commitments.filter(({ thing }) => voices?.has(thing.actorId) ?? true)
  const near = nearestMatter(told, own)
  if (near !== null) return { commitment: near.thing, because: near.words }
  const [only, another] = own
  return moves && voices !== null && only !== undefined && another === undefined
    ? { commitment: only.thing, because: [] }
    : null
}
