import type { Kysely } from 'kysely'
import type { Actor } from '../record/actors/actor.ts'
import { type Identities, type IdentityDecision, identitiesAt } from '../record/actors/identities.ts'
import { mergedActors } from '../record/actors/merged-actors.ts'
import type { Id } from '../record/id.ts'
import type { PublicActor } from '../record/public-record.ts'
import type { ActorName } from '../record/records.ts'
import { identityDecisions } from './identity-decisions.ts'
import { namesByActor } from './list-speakers.ts'
import type { Tables } from './tables.ts'
import { thingValue } from './thing-json.ts'

type Db = Kysely<Tables>

/** What published dossiers say of actors at a record time: of each actor one value for each dossier that names it. */
async function inDossiers(db: Db, ids: readonly Id[], at: string): Promise<readonly Actor[]> {
  const rows = await db
    .selectFrom('dossier_rows as r')
    .select('r.value')
    .where('r.type', '=', 'actor')
    .where('r.thing_id', 'in', ids)
    .where('r.how', '=', 'value')
    .where('r.recorded_at', '<=', at)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('dossier_rows as later')
            .select('later.id')
            .whereRef('later.supersedes', '=', 'r.id')
            .where(({ eb, or }) => or([eb('later.recorded_at', '<=', at), eb('later.how', '=', 'removed')])),
        ),
      ),
    )
    .where(
      ({ selectFrom }) =>
        selectFrom('publications as p')
          .select('p.is_published')
          .whereRef('p.dossier_id', '=', 'r.dossier_id')
          .where('p.recorded_at', '<=', at)
          .orderBy('p.seq', 'desc')
          .limit(1),
      '=',
      1,
    )
    .orderBy('r.seq')
    .execute()
  return rows.map(({ value }) => thingValue(value ?? 'null') as Actor)
}

/** All ids that lead to each of these actors, its own first. */
function groupsOf(ids: readonly Id[], decisions: readonly IdentityDecision[], { actorOf }: Identities) {
  const merged = decisions.flatMap((decision) => (decision.kind === 'merge' ? [decision.gone] : []))
  const groups = Map.groupBy(new Set([...ids, ...merged]), actorOf)
  return new Map(ids.map((id) => [id, groups.get(id) ?? [id]] as const))
}

/** An actor of whom no dossier says anything. */
function plainActor(id: Id): PublicActor {
  return { id, kind: null, names: [], roles: [], relations: [], identifiers: [] }
}

function withPrinted(actor: PublicActor, printed: readonly ActorName[]): PublicActor {
  const known = new Set(actor.names.map(({ name }) => name))
  return { ...actor, names: [...actor.names, ...printed.filter(({ name }) => !known.has(name))] }
}

/** Actors as published dossiers and articles know them at a record time. @param ids as they are known then */
export async function publicActors(db: Db, ids: readonly Id[], at: string): Promise<ReadonlyMap<Id, PublicActor>> {
  if (ids.length === 0) return new Map()
  const decisions = (await identityDecisions(db)).filter(({ recordedAt }) => recordedAt <= at)
  const identities = identitiesAt(decisions, at)
  const groups = groupsOf([...new Set(ids)], decisions, identities)
  const all = [...groups.values()].flat()
  const said = await inDossiers(db, all, at)
  const printed = await namesByActor(db, all, at)
  // Each dossier's word on one actor is joined with the others' as if they had been merged.
  const joined = new Map(
    [...groups].map(([id, group]) => {
      const [first, ...others] = said.filter((actor) => group.includes(actor.id))
      if (first === undefined) return [id, plainActor(id)] as const
      const copies = [{ ...first, id }, ...others.map((actor, at) => ({ ...actor, id: `${id} ${at}` }))]
      const [actor] = mergedActors(copies, {
        ...identities,
        actorOf: (other) => (other.startsWith(`${id} `) ? id : identities.actorOf(other)),
      })
      return [id, actor ?? plainActor(id)] as const
    }),
  )
  return new Map(
    [...joined].map(([id, actor]) => [
      id,
      withPrinted(
        actor,
        (groups.get(id) ?? []).flatMap((one) => printed.get(one) ?? []),
      ),
    ]),
  )
}
