/** Statements that were accepted at a past record time, worked out from what was decided; for now there is a list. */
import { type Kysely, sql } from 'kysely'
import { type IdentityDecision, identitiesAt, standingDecisions } from '../record/actors/identities.ts'
import type { Id } from '../record/id.ts'
import { TAKEN_FOR } from './statement-values.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

/** A list of ids as a subquery: a query takes only so many values, and an outlet has more articles than that. */
export function among(ids: readonly Id[]) {
  return sql<Id>`(select value from json_each(${JSON.stringify(ids)}))`
}

/** The decisions that accept a statement and stood at a record time; of none whose article was removed since. */
export function acceptancesAt(db: Db, at: string) {
  return db
    .selectFrom('statement_decisions as d')
    .where('d.verdict', '=', 'accepted')
    .where('d.recorded_at', '<=', at)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('statement_decisions as later')
            .select('later.id')
            .whereRef('later.supersedes', '=', 'd.id')
            .where('later.recorded_at', '<=', at),
        ),
      ),
    )
    .where('d.statement_id', 'not in', ({ selectFrom }) =>
      selectFrom('removed_things').select('id').where('kind', '=', 'statement'),
    )
}

/** Which statements a split sent to one of these actors, and which to another. */
function placements(decisions: readonly IdentityDecision[], isAmong: (id: Id) => boolean) {
  const placed = new Map(
    standingDecisions(decisions).flatMap((decision) =>
      decision.kind === 'split' ? decision.places.map(({ statementId, to }) => [statementId, to] as const) : [],
    ),
  )
  const ids = [...placed]
  return {
    here: ids.filter(([, to]) => isAmong(to)).map(([id]) => id),
    elsewhere: ids.filter(([, to]) => !isAmong(to)).map(([id]) => id),
  }
}

/**
 * The acceptances of what an actor said, as it was known at a record time.
 *
 * @param decisions all about who is who, up to then
 */
export function acceptancesOfSpeaker(
  db: Db,
  speakerId: Id,
  { decisions, at }: { readonly decisions: readonly IdentityDecision[]; readonly at: string },
) {
  const { actorOf } = identitiesAt(decisions, at)
  const merged = decisions.flatMap((decision) => (decision.kind === 'merge' ? [decision.gone] : []))
  const own = [...new Set([speakerId, ...merged])].filter((id) => actorOf(id) === speakerId)
  const { here, elsewhere } = placements(decisions, (id) => actorOf(id) === speakerId)
  return acceptancesAt(db, at)
    .leftJoin('statement_values as v', 'v.id', 'd.id')
    .leftJoin('statement_readings as s', (join) =>
      join.onRef('s.statement_id', '=', 'd.statement_id').onRef('s.reading_id', '=', 'd.reading_id'),
    )
    .where(({ eb, and, or }) =>
      or([
        and([eb(TAKEN_FOR, 'in', own), eb('d.statement_id', 'not in', among(elsewhere))]),
        // Nobody is split off whom the statement was not taken for: without a speaker it stays without.
        and([eb('d.statement_id', 'in', among(here)), eb(TAKEN_FOR, 'is not', null)]),
      ]),
    )
}

/**
 * How many statements were accepted at a record time: each decision that accepts one, less those that ended by then.
 * "Cross join" keeps SQLite from beginning with the many that accept, instead of the few that end one.
 */
export async function acceptedCount(db: Db, at: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from statement_decisions where verdict = 'accepted' and recorded_at <= ${at})
      - (select count(*) from statement_decisions as later
          cross join statement_decisions as d on d.id = later.supersedes
          where later.supersedes is not null and later.recorded_at <= ${at} and d.verdict = 'accepted')
      - (select count(*) from removed_things as t join statement_decisions as d on d.statement_id = t.id
          where t.kind = 'statement' and d.verdict = 'accepted' and d.recorded_at <= ${at} and not exists (
            select 1 from statement_decisions as later where later.supersedes = d.id and later.recorded_at <= ${at}
          )) as count`.execute(db)
  return rows[0]?.count ?? 0
}
