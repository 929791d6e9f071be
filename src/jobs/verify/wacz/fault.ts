import type { Finding } from '../../../record/finding.ts'

/** Something in an export that is not as it was made. */
export function fault(place: string, sentence: string): Finding {
  return { place, sentence, isFault: true }
}
