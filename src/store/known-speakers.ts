import { type Kysely, sql } from 'kysely'
import type { Actor, Place } from '../record/actors/actor.ts'
import { type Identities, identitiesAt, standingDecisions } from '../record/actors/identities.ts'
import { nameKey, type SpeakerIndex, speakerIndex } from '../record/actors/speaker-index.ts'
import type { Id } from '../record/id.ts'
import { FOREVER } from './forever.ts'
import { identityDecisions } from './identity-decisions.ts'
import type { Tables } from './tables.ts'
import { thingValue } from './thing-json.ts'

type Db = Kysely<Tables>

/** All that new speakers are compared with, besides the names that articles print. */
export type KnownSpeakers = {
  /** The actors of dossiers, as they are known now. */
  readonly index: SpeakerIndex
  readonly identities: Identities
  /** Those whom a split parted an actor into: they bear its name, too. */
  readonly partsOf: ReadonlyMap<Id, readonly Id[]>
  /** The actors of all dossiers that name an actor or a place so. */
  readonly companyOf: (name: string) => readonly Id[]
}

type DossierThing = { readonly dossierId: Id; readonly type: 'actor' | 'place'; readonly value: Actor | Place }

async function thingsOfDossiers(db: Db): Promise<readonly DossierThing[]> {
  const rows = await db
    .selectFrom('dossier_rows as r')
    .select(['r.dossier_id', 'r.type', 'r.value'])
    .where('r.type', 'in', ['actor', 'place'])
    .where('r.how', '=', 'value')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('dossier_rows as later').select('later.id').whereRef('later.supersedes', '=', 'r.id'))),
    )
    .orderBy('r.seq')
    .execute()
  return rows.map(({ dossier_id, type, value }) => ({
    dossierId: dossier_id,
    type: type === 'actor' ? 'actor' : 'place',
    value: thingValue(value ?? 'null') as Actor | Place,
  }))
}

/** What several dossiers say of one actor, as one. */
function joinedActors(things: readonly DossierThing[], { actorOf }: Identities): readonly Actor[] {
  const actors = things.flatMap(({ type, value }) => (type === 'actor' ? [value as Actor] : []))
  return [...Map.groupBy(actors, ({ id }) => actorOf(id))].flatMap(([id, [first, ...others]]) => {
    if (first === undefined) return []
    const all = [first, ...others]
    return [
      {
        ...first,
        id,
        names: all.flatMap(({ names }) => names),
        roles: all.flatMap(({ roles }) => roles),
        relations: all.flatMap(({ relations }) => relations),
      },
    ]
  })
}

/** The actors of each dossier, found by each name of an actor or a place in it. */
function companyByName(things: readonly DossierThing[], { actorOf }: Identities): KnownSpeakers['companyOf'] {
  const byDossier = Map.groupBy(things, ({ dossierId }) => dossierId)
  const dossiersOf = new Map<string, Set<Id>>()
  for (const { dossierId, value } of things)
    for (const { name } of value.names) {
      const key = nameKey(name)
      dossiersOf.set(key, (dossiersOf.get(key) ?? new Set()).add(dossierId))
    }
  const actorsIn = new Map(
    [...byDossier].map(([id, own]) => [
      id,
      own.flatMap(({ type, value }) => (type === 'actor' ? [actorOf(value.id)] : [])),
    ]),
  )
  return (name) => [...(dossiersOf.get(nameKey(name)) ?? [])].flatMap((id) => actorsIn.get(id) ?? [])
}

async function readKnown(db: Db): Promise<KnownSpeakers> {
  const [things, decisions] = [await thingsOfDossiers(db), await identityDecisions(db)]
  const identities = identitiesAt(decisions, FOREVER)
  const splits = standingDecisions(decisions).flatMap((one) => (one.kind === 'split' ? [one] : []))
  return {
    index: speakerIndex(
      joinedActors(things, identities),
      things.flatMap(({ type, value }) => (type === 'place' ? [value as Place] : [])),
    ),
    identities,
    partsOf: new Map(
      [...Map.groupBy(splits, ({ from }) => from)].map(([from, own]) => [from, own.flatMap(({ to }) => to)]),
    ),
    companyOf: companyByName(things, identities),
  }
}

/** Keeps what new speakers are compared with, until a dossier or a decision about who is who changes it. */
export class KnownSpeakersCache {
  #known: KnownSpeakers | null = null
  #upTo = ''

  /** Cost: two look-ups by key where nothing changed; else O(actors and places of all dossiers). */
  async at(db: Db): Promise<KnownSpeakers> {
    const { rows } = await sql<{ upTo: string }>`select
      (select coalesce(max(seq), 0) from dossier_rows) || ' ' || (select coalesce(max(seq), 0) from identity_decisions)
      || ' ' || (select coalesce(max(seq), 0) from dossier_removals)
      as "upTo"`.execute(db)
    const upTo = rows[0]?.upTo ?? ''
    if (this.#known !== null && upTo === this.#upTo) return this.#known
    const known = await readKnown(db)
    this.#known = known
    this.#upTo = upTo
    return known
  }
}
