import type { Id } from '../id.ts'
import { dueMoves } from './due-moves.ts'
import { inMovedOrder, type MovedItem } from './moved-item.ts'
import { partMoves } from './part-moves.ts'
import type { PublicState } from './public-state.ts'

/** A span of record time: later than `after`, not later than `upTo`; both UTC with milliseconds. */
export type RecordSpan = { readonly after: string; readonly upTo: string }

/**
 * All that moved in a dossier within a span of record time. Spans that follow each other hold each move once, however
 * they are cut.
 *
 * @param states all that the public ever saw of it, in their order
 */
export function dossierMoves(
  dossierId: Id,
  states: readonly PublicState[],
  { after, upTo }: RecordSpan,
): readonly MovedItem[] {
  return [...partMoves(dossierId, states), ...dueMoves(states, upTo)]
    .filter(({ at }) => at > after && at <= upTo)
    .sort(inMovedOrder)
}
