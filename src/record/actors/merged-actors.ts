import type { Id } from '../id.ts'
import type { Actor } from './actor.ts'
import type { Identities } from './identities.ts'

/** `list` with those of `more` whose key is not there yet, each once. */
function withNew<T>(list: readonly T[], more: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const known = new Set(list.map(keyOf))
  const byKey = new Map(more.map((item) => [keyOf(item), item]))
  return [...list, ...[...byKey].flatMap(([key, item]) => (known.has(key) ? [] : [item]))]
}

function joined(actor: Actor, others: readonly Actor[], actorOf: Identities['actorOf']): Actor {
  const all = [actor, ...others]
  return {
    ...actor,
    names: withNew(
      actor.names,
      others.flatMap(({ names }) => names),
      ({ name }) => name,
    ),
    roles: all
      .flatMap(({ roles }) => roles)
      .map((role) => ({ ...role, of: role.of === null ? null : actorOf(role.of) }))
      .filter(({ of }) => of !== actor.id),
    relations: all
      .flatMap(({ relations }) => relations)
      .map((relation) => ({ ...relation, to: actorOf(relation.to) }))
      .filter(({ to }) => to !== actor.id),
    identifiers: withNew(
      actor.identifiers,
      others.flatMap(({ identifiers }) => identifiers),
      ({ scheme }) => scheme,
    ),
  }
}

/**
 * Actors as they are by what was decided about them: those that were merged are one, which keeps its own id and first
 * name, and bears the names, roles and relations of all. What relations led to a merged actor leads to that one.
 *
 * @returns in the order of `actors`
 */
export function mergedActors(actors: readonly Actor[], { actorOf }: Identities): readonly Actor[] {
  const groups = Map.groupBy(actors, ({ id }) => actorOf(id))
  return actors.flatMap((actor) => {
    const group: readonly Actor[] = groups.get(actor.id) ?? []
    // Where the one that it was merged into is not among them, it stays as it is.
    if (actorOf(actor.id) !== actor.id) return hasActor(actors, actorOf(actor.id)) ? [] : [actor]
    return [
      joined(
        actor,
        group.filter(({ id }) => id !== actor.id),
        actorOf,
      ),
    ]
  })
}

function hasActor(actors: readonly Actor[], id: Id): boolean {
  return actors.some((actor) => actor.id === id)
}
