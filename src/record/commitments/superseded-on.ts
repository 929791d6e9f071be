import type { Edtf } from '../../text/edtf-time.ts'
import type { Id } from '../id.ts'
import type { Commitment } from './commitment.ts'
import { eventsInOrder } from './three-answers.ts'

/**
 * Since when another commitment stands in the place of this one: the date of that one's first event.
 *
 * @param commitments all of the dossier
 * @returns null where none does; of several, the first that did
 */
export function supersededOn(id: Id, commitments: readonly Commitment[]): Edtf | null {
  const successors = commitments.filter(({ supersedes }) => supersedes === id)
  return eventsInOrder(successors.flatMap(({ events }) => events))[0]?.date ?? null
}
