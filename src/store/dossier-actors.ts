import type { Kysely } from 'kysely'
import { normaliseName } from '../record/actor-name.ts'
import type { Actor, Identifier } from '../record/actors/actor.ts'
import { type Bearer, meantAmong } from '../record/actors/assign-speaker.ts'
import type { Identities } from '../record/actors/identities.ts'
import { isTelling } from '../record/actors/telling-name.ts'
import type { Id } from '../record/id.ts'
import { printedRoles } from './speaker-actor.ts'
import type { Tables } from './tables.ts'
import { thingValue } from './thing-json.ts'
import { type NewProposal, openAmong } from './write-speaker-proposals.ts'
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

/** The names of an actor that by themselves name one and no other, as they are compared. */
function tellingNames({ names, kind }: Actor): ReadonlySet<string> {
  return new Set(names.filter(({ name }) => isTelling(name, kind)).map(({ name }) => normaliseName(name)))
}

/** An actor that bears a name, and the reading that brought the name; null for one of a dossier that nothing prints. */
type Known = Bearer & { readonly readingId: Id | null }

/** The actors of the record that articles print under an actor's names. */
async function byPrintedName(writer: Writer, actor: Actor, { actorOf }: Identities): Promise<readonly Known[]> {
  const names = [...tellingNames(actor)]
  if (names.length === 0) return []
  const rows = await writer.trx
    .selectFrom('names')
    .select(['actor_id', 'reading_id'])
    .where('normalised', 'in', names)
    .orderBy('id')
    .execute()
  const open = await openAmong(
    writer,
    rows.map(({ actor_id }) => actor_id),
  )
  const found = new Map<Id, Known>()
  for (const { actor_id: actorId, reading_id: readingId } of rows) {
    if (found.has(actorId)) continue
    const now = actorOf(actorId)
    found.set(actorId, { actorId, now, readingId, roles: await printedRoles(writer, now), isOpen: open.has(actorId) })
  }
  return [...found.values()]
}

const titlesOf = ({ roles }: Actor) => roles.map(({ title }) => title)

/** Those of other dossiers who bear one of an actor's names. */
function byDossierName(actor: Actor, known: readonly Actor[], { actorOf }: Identities): readonly Known[] {
  const names = tellingNames(actor)
  return known
    .filter((other) => other.names.some(({ name }) => names.has(normaliseName(name))))
    .map((other) => ({
      actorId: other.id,
      now: actorOf(other.id),
      readingId: null,
      roles: titlesOf(other),
      isOpen: false,
    }))
}

/** Who an actor of a file is: the one that is meant for certain, or null and whom it may be. */
type Meant = { readonly actorId: Id | null; readonly proposed: readonly Omit<NewProposal, 'mayBe'>[] }

async function meantBy(writer: Writer, actor: Actor, known: readonly Actor[], identities: Identities): Promise<Meant> {
  const [identified, another] = byIdentifier(actor, known)
  if (identified !== undefined) return { actorId: another === undefined ? identified : null, proposed: [] }
  const others = new Set(known.filter((other) => differ(actor, other)).map(({ id }) => id))
  const bearers = [
    ...(await byPrintedName(writer, actor, identities)),
    ...byDossierName(actor, known, identities),
  ].filter(({ actorId, now }) => !others.has(actorId) && !others.has(now))
  const { actorId, proposed } = meantAmong(bearers, { isTelling: true, roles: titlesOf(actor) })
  return {
    actorId,
    // Only what articles print waits for a decision: two dossiers that say of whom they speak are taken at their word.
    proposed: proposed.flatMap(({ actorId: now, reason }) => {
      const printed = bearers.find((one) => one.now === now && one.readingId !== null)
      return printed?.readingId ? [{ actorId: printed.actorId, readingId: printed.readingId, reason }] : []
    }),
  }
}

/** Which actors of the record those of a file are, and who else may be one that is new. */
export type ActorsOfFile = { readonly ids: ReadonlyMap<Id, Id>; readonly proposed: readonly NewProposal[] }

/**
 * Says which actors of the record those of a dossier file are: as the file was understood before, else those that are
 * meant for certain, by identifier, or by a whole name that one and only one bears whose roles do not contradict. All
 * others are new, and whoever is printed under their names may be them.
 *
 * @param before what the file called them when it was last taken in
 */
export async function actorsOfFile(
  writer: Writer,
  actors: readonly Actor[],
  before: ReadonlyMap<Id, Id>,
): Promise<ActorsOfFile> {
  const { trx, now, newId } = writer
  const known = await dossierActors(trx)
  const { identities } = await writer.speakers.at(trx)
  const taken = new Set(before.values())
  const ids = new Map<Id, Id>()
  const proposed: NewProposal[] = []
  for (const actor of actors) {
    const earlier = before.get(actor.id) ?? null
    const meant = earlier === null ? await meantBy(writer, actor, known, identities) : null
    const certain = earlier ?? meant?.actorId ?? null
    // Two actors of one file are two, whatever they are called.
    const isFree = certain !== null && (earlier !== null || !taken.has(certain))
    const id = isFree ? certain : newId()
    if (!isFree) await trx.insertInto('actors').values({ id, recorded_at: now }).execute()
    for (const one of meant?.proposed ?? []) if (!taken.has(one.actorId)) proposed.push({ ...one, mayBe: id })
    taken.add(id)
    ids.set(actor.id, id)
  }
  return { ids, proposed }
}
