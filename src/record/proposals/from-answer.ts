import { eventsInOrder } from '../commitments/three-answers.ts'
import { inOrder } from '../dossier/in-order.ts'
import { deedOf } from './deeds.ts'
import type { Found } from './found.ts'
import { type Nearest, nearestMatter } from './nearest-matter.ts'
import { deedWords, dueIn, type Told } from './told.ts'

/**
 * What is confirmed or denied may be: what happened last to a commitment or a term that is on the record, or, where it
 * is confirmed, the next thing that happened. What is not on the record at all moves nothing.
 */
export function fromAnswer(told: Told, nearest: Nearest | null, stance: 'supports' | 'disputes'): Found | null {
  if (nearest === null) return null
  const { commitments, terms } = nearest.matters
  const commitment = nearestMatter(told, commitments)
  const last = eventsInOrder(commitment?.thing.events ?? []).at(-1)
  if (commitment !== null && last !== undefined) {
    const deed = deedOf(deedWords(told))
    return stance === 'supports' && deed !== null && deed !== last.kind
      ? {
          draft: { kind: 'event', commitmentId: commitment.thing.id, event: deed, due: dueIn(told) },
          because: commitment.words,
          stance,
        }
      : { draft: { kind: 'evidence', for: last.id }, because: commitment.words, stance }
  }
  const term = nearestMatter(told, terms)
  const step = inOrder(term?.thing.steps ?? [], () => 0).at(-1)
  return term === null || step === undefined
    ? null
    : { draft: { kind: 'evidence', for: step.id }, because: term.words, stance }
}
