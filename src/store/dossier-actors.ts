import type { Kysely } from 'kysely'
import { normaliseName } from '../record/actor-name.ts'
import type { Actor, Identifier } from '../record/actors/actor.ts'
import { isTelling } from '../record/actors/match-speaker.ts'
import type { Id } from '../record/id.ts'
import type { Tables } from './tables.ts'
import { thingValue } from './thing-json.ts'
import type { Writer } from './writer.ts'

/** Lists that give an identifier once: an address may be one of several bodies. */
const UNIQUE: ReadonlySet<Identifier['scheme']> = new Set(['wikidata', 'isni', 'viaf', 'lei'])

/** Actors of all dossiers as their newest rows have them. */
export async function dossierActors(db: Kysely<Tables>): Promise<readonly Actor[]> {
  const rows = await db
    .selectFrom('dossier_rows as r')
    .select('r.value')
    .where('r.type', '=', 'actor')
    .where('r.how', '=', 'value')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('dossier_rows as later').select('later.id').whereRef('later.supersedes', '=', 'r.id'))),
    )
    .orderBy('r.seq')
    .execute()
  return rows.map(({ value }) => thingValue(value ?? 'null') as Actor)
}

const keysOf = ({ identifiers }: Actor) =>
  identifiers.filter(({ scheme }) => UNIQUE.has(scheme)).map(({ scheme, value }) => ({ scheme, value }))

/** Whether a list gives one of them another identifier than the other: then they are two. */
function differ(one: Actor, other: Actor): boolean {
  return keysOf(one).some((key) =>
    keysOf(other).some(({ scheme, value }) => scheme === key.scheme && value !== key.value),
  )
}

function byIdentifier(actor: Actor, known: readonly Actor[]): readonly Id[] {
  const keys = keysOf(actor)
  const same = known.filter((other) =>
    keysOf(other).some(({ scheme, value }) => keys.some((key) => key.scheme === scheme && key.value === value)),
  )
  return [...new Set(same.map(({ id }) => id))]
}

/** The actors of the record that articles print under a name which by itself names one and no other. */
async function byPrintedName(db: Kysely<Tables>, actor: Actor): Promise<readonly Id[]> {
  const names = actor.names.filter(({ name }) => isTelling(name, actor)).map(({ name }) => normaliseName(name))
  if (names.length === 0) return []
  const rows = await db
    .selectFrom('names')
    .select('actor_id')
    .distinct()
    .where('normalised', 'in', [...new Set(names)])
    .execute()
  return rows.map(({ actor_id }) => actor_id)
}

function byDossierName(actor: Actor, known: readonly Actor[]): readonly Id[] {
  const names = new Set(actor.names.filter(({ name }) => isTelling(name, actor)).map(({ name }) => normaliseName(name)))
  const same = known.filter((other) => other.names.some(({ name }) => names.has(normaliseName(name))))
  return [...new Set(same.map(({ id }) => id))]
}

/** The one actor of the record that is meant for certain; null where there is none, or several. */
async function certainActor(db: Kysely<Tables>, actor: Actor, known: readonly Actor[]): Promise<Id | null> {
  const [identified, another] = byIdentifier(actor, known)
  if (identified !== undefined) return another === undefined ? identified : null
  const named = new Set([...byDossierName(actor, known), ...(await byPrintedName(db, actor))])
  const [id] = named
  if (id === undefined || named.size > 1) return null
  return known.some((other) => other.id === id && differ(actor, other)) ? null : id
}

/**
 * Says which actors of the record those of a dossier file are: as the file was understood before, else those that are
 * meant for certain, by identifier or by a whole name that one and only one bears. All others are new.
 *
 * @param before what the file called them when it was last taken in
 */
export async function actorsOfFile(
  { trx, now, newId }: Writer,
  actors: readonly Actor[],
  before: ReadonlyMap<Id, Id>,
): Promise<ReadonlyMap<Id, Id>> {
  const known = await dossierActors(trx)
  const taken = new Set(before.values())
  const found = new Map<Id, Id>()
  for (const actor of actors) {
    const certain = before.get(actor.id) ?? (await certainActor(trx, actor, known))
    // Two actors of one file are two, whatever they are called.
    const isFree = certain !== null && (before.has(actor.id) || !taken.has(certain))
    const id = isFree ? certain : newId()
    if (!isFree) await trx.insertInto('actors').values({ id, recorded_at: now }).execute()
    taken.add(id)
    found.set(actor.id, id)
  }
  return found
}
