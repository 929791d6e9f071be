import { fold } from '../../text/fold.ts'
import { surnameOf } from '../../text/name-kind.ts'
import { normaliseName } from '../actor-name.ts'
import type { Id } from '../id.ts'
import type { Actor, Place, Relation, Role } from './actor.ts'
import { wordsOfTitle } from './same-title.ts'

/** A role or relation with the actor that has it. */
export type RoleOf = { readonly actorId: Id; readonly role: Role; readonly words: readonly string[] }
export type RelationOf = { readonly actorId: Id; readonly relation: Relation }

/** Actors by what a text may call them. */
export type SpeakerIndex = {
  readonly actors: ReadonlyMap<Id, Actor>
  /** By each name, as `nameKey` has it. */
  readonly byName: ReadonlyMap<string, readonly Id[]>
  /** By each name without accents and case. */
  readonly bySpelling: ReadonlyMap<string, readonly Id[]>
  /** Persons by the last word of their names. */
  readonly bySurname: ReadonlyMap<string, readonly Id[]>
  /** By each word of their titles. */
  readonly rolesByWord: ReadonlyMap<string, readonly RoleOf[]>
  /** Those also called something, by each name of that actor or place. */
  readonly alsoCalled: ReadonlyMap<string, readonly RelationOf[]>
}

/** A name as it is compared with others: "The Inspectorate" is the Inspectorate. */
export function nameKey(name: string): string {
  return normaliseName(name).replace(/^the (?=.)/u, '')
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [value])
  else if (!known.includes(value)) known.push(value)
}

/** Makes `actors` easy to find by name, role, and the names of others that they go by. */
export function speakerIndex(actors: readonly Actor[], places: readonly Place[]): SpeakerIndex {
  const byName = new Map<string, Id[]>()
  const bySpelling = new Map<string, Id[]>()
  const bySurname = new Map<string, Id[]>()
  const alsoCalled = new Map<string, RelationOf[]>()
  const rolesByWord = new Map<string, RoleOf[]>()
  const namesOf = new Map([...actors, ...places].map(({ id, names }) => [id, names.map(({ name }) => name)]))
  for (const { id: actorId, kind, names, roles, relations } of actors) {
    for (const role of roles) {
      const words = wordsOfTitle(role.title)
      for (const word of words) add(rolesByWord, word, { actorId, role, words })
    }
    for (const { name } of names) {
      add(byName, nameKey(name), actorId)
      add(bySpelling, fold(name), actorId)
      if (kind === 'person' && name.includes(' ')) add(bySurname, surnameOf(name), actorId)
    }
    for (const relation of relations)
      if (relation.kind === 'also called')
        for (const name of namesOf.get(relation.to) ?? []) add(alsoCalled, nameKey(name), { actorId, relation })
  }
  return {
    actors: new Map(actors.map((actor) => [actor.id, actor])),
    byName,
    bySpelling,
    bySurname,
    rolesByWord,
    alsoCalled,
  }
}
