import type { Found } from './found.ts'
import { type Nearest, nearestMatter } from './nearest-matter.ts'
import { ownCommitment } from './own-commitment.ts'
import { deedOf } from './signals.ts'
import { deedWords, dueIn, type Told } from './told.ts'

/**
 * What a statement may be that neither promises nor asks, by its act alone: "The visit has been rescheduled" asserts,
 * and "it will come before the end of June" predicts. It moves a commitment where the one who undertook it says by
 * when, or what has become of it; where anybody else tells a deed and names what it was done to.
 */
export function fromTelling(told: Told, nearest: Nearest | null): Found | null {
  if (nearest === null) return null
  const [deed, due] = [deedOf(deedWords(told)), dueIn(told)]
  if (deed === null && (due === null || due.date === null)) return null
  const own = nearest.voices === null ? null : ownCommitment(told, nearest, true)
  if (own !== null)
    return {
      draft: { kind: 'event', commitmentId: own.commitment.id, event: deed ?? 'scheduled', due },
      because: own.because,
      stance: 'supports',
    }
  const other = deed === null ? null : nearestMatter(told, nearest.matters.commitments)
  if (other === null || deed === null) return null
  return {
    draft: { kind: 'event', commitmentId: other.thing.id, event: deed, due },
    because: other.words,
    stance: 'supports',
  }
}
