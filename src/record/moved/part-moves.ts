import type { Id } from '../id.ts'
import type { MovedItem } from './moved-item.ts'
import { type DatedPart, datedParts, type PublicState } from './public-state.ts'

/** What of a part was public so far: how it read, by since when it read so, and as what it was last seen. */
type Seen = { readonly readings: Set<string>; part: DatedPart; isThere: boolean }

function itemOf(dossierId: Id, { kind, id, actors }: DatedPart, state: PublicState, how: MovedItem['how']): MovedItem {
  const since = how === 'withdrawn' ? 'withdrawn' : (state.since.get(id) ?? state.from)
  return {
    key: JSON.stringify(['part', dossierId, id, since, ...(how === 'withdrawn' ? [state.from] : [])]),
    at: state.from,
    moved: { kind: 'part', dossierId, part: [kind, id] },
    how,
    dossiers: [dossierId],
    actors: [...new Set(actors)],
  }
}

/** The parts that became public in a state, or read otherwise. */
function shownIn(state: PublicState, seen: Map<Id, Seen>, dossierId: Id): readonly MovedItem[] {
  const parts = state.dossier === null ? [] : datedParts(state.dossier).filter(({ evidence }) => evidence.length > 0)
  return parts.flatMap((part) => {
    const since = state.since.get(part.id) ?? state.from
    const before = seen.get(part.id)
    if (before === undefined) seen.set(part.id, { readings: new Set([since]), part, isThere: true })
    else Object.assign(before, { part, isThere: true })
    if (before?.readings.has(since)) return []
    before?.readings.add(since)
    return [itemOf(dossierId, part, state, before === undefined ? 'new' : 'correction')]
  })
}

/** The parts that an editor took back. What was removed because it had to go is told to nobody. */
function takenBackIn(state: PublicState, seen: Map<Id, Seen>, dossierId: Id): readonly MovedItem[] {
  if (state.dossier === null) return []
  return state.gone.flatMap(({ thingId, how }) => {
    const before = seen.get(thingId)
    if (before === undefined || !before.isThere || how !== 'withdrawn') return []
    before.isThere = false
    return [itemOf(dossierId, before.part, state, 'withdrawn')]
  })
}

/**
 * When each part of a dossier became public, was corrected and was taken back. A dossier that is published anew tells
 * nothing again that was public before.
 *
 * @param states all that the public ever saw of it, in their order
 */
export function partMoves(dossierId: Id, states: readonly PublicState[]): readonly MovedItem[] {
  const seen = new Map<Id, Seen>()
  return states.flatMap((state) => [...shownIn(state, seen, dossierId), ...takenBackIn(state, seen, dossierId)])
}
