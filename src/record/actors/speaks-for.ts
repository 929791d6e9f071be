import { type Edtf, liesIn } from '../../text/edtf-time.ts'
import type { Id } from '../id.ts'
import type { Actor, Relation } from './actor.ts'

/** Actors by their id, and by the id of another actor or place whose name they go by. */
export type ActorIndex = {
  readonly byId: ReadonlyMap<Id, Actor>
  readonly goingBy: ReadonlyMap<Id, readonly (Relation & { readonly from: Id })[]>
}

/** Makes `actors` easy to look up. */
export function actorIndex(actors: readonly Actor[]): ActorIndex {
  const also = actors.flatMap(({ id, relations }) =>
    relations.filter(({ kind }) => kind === 'also called').map((relation) => ({ ...relation, from: id })),
  )
  return { byId: new Map(actors.map((actor) => [actor.id, actor])), goingBy: Map.groupBy(also, ({ to }) => to) }
}

/** Whether something dated holds on all days that `on` can mean; on any day where it has no date. */
function holdsOn({ when }: { readonly when: Edtf | null }, on: Edtf): boolean {
  return when === null || liesIn(on, when) === 'wholly'
}

/** Whether whoever has the relation is a voice of the one it leads to. */
function isVoice({ kind }: Relation): boolean {
  return kind !== 'part of'
}

/** Those whom one actor speaks for directly on a day, and those who are the same actor under another name. */
function nextOf({ byId, goingBy }: ActorIndex, id: Id, on: Edtf): readonly Id[] {
  const own = byId.get(id)?.relations ?? []
  return [
    ...own.filter((relation) => isVoice(relation) && holdsOn(relation, on)).map(({ to }) => to),
    ...(goingBy.get(id) ?? []).filter((relation) => holdsOn(relation, on)).map(({ from }) => from),
  ]
}

/**
 * Everybody whom `speaker` speaks for on a day: itself, whom its relations "speaks for", "office of" and "also called"
 * lead to, and whom theirs lead to. "Part of" gives nobody a voice. Where it is not sure that a relation held on all
 * days that `on` can mean, it is taken not to hold.
 *
 * Cost: O(their relations).
 */
export function voicesOf(actors: ActorIndex, speaker: Id, on: Edtf): ReadonlySet<Id> {
  const found = new Set<Id>([speaker])
  for (const id of found) for (const next of nextOf(actors, id, on)) found.add(next)
  return found
}

/**
 * The side that somebody's words count for: whom it speaks for, and whom that one speaks for, as long as there is one
 * and only one. A spokesman's words count for the ministry, and the ministry's for the government.
 *
 * @returns the actor's own id where it speaks for nobody, or for several
 */
export function sideOf(actors: ActorIndex, speaker: Id, on: Edtf): Id {
  const passed = new Set<Id>()
  let side = speaker
  while (!passed.has(side)) {
    passed.add(side)
    const relations = actors.byId.get(side)?.relations ?? []
    const spokenFor = relations.filter((relation) => relation.kind === 'speaks for' && holdsOn(relation, on))
    const [only, another] = new Set(spokenFor.map(({ to }) => to))
    if (only !== undefined && another === undefined) side = only
  }
  return side
}
