import type { Edition, EditionDraft, EditionState } from '../record/newsletter/editions.ts'

/** An edition as stored. */
export type EditionRow = {
  readonly seq: number
  readonly id: string
  readonly state: EditionState
  readonly kind: Edition['kind']
  readonly cadences: string
  readonly words: string
  readonly scheduled_for: string | null
  readonly sent_at: string | null
  readonly added_at: string
}

/** What of a draft is written, in the order of the columns kind, cadences, words. */
export function draftValues({ kind, cadences, words }: EditionDraft): readonly [string, string, string] {
  return [kind, JSON.stringify(cadences), JSON.stringify(words)]
}

/** A row as the port gives it. */
export function editionOf({ id, state, kind, cadences, words, ...times }: EditionRow): Edition {
  return {
    id,
    state,
    kind,
    cadences: JSON.parse(cadences) as Edition['cadences'],
    words: JSON.parse(words) as Edition['words'],
    addedAt: times.added_at,
    scheduledFor: times.scheduled_for,
    sentAt: times.sent_at,
  }
}
