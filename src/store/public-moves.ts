import { type Kysely, sql } from 'kysely'
import { identitiesAt } from '../record/actors/identities.ts'
import type { Verdict } from '../record/decisions.ts'
import type { Id } from '../record/id.ts'
import { dossierMoves, type RecordSpan } from '../record/moved/dossier-moves.ts'
import { inMovedOrder, type MovedItem } from '../record/moved/moved-item.ts'
import type { DossierCache } from './dossier-cache.ts'
import { identityDecisions } from './identity-decisions.ts'
import type { Tables } from './tables.ts'

type StatementMove = {
  readonly id: Id
  readonly statement_id: Id
  readonly recorded_at: string
  readonly verdict: Verdict
  /** Whether it had been accepted, and whether the decision before was to accept it. */
  readonly was_public: 0 | 1
  readonly is_public_before: 0 | 1
  readonly speaker_id: Id | null
}

/** Decisions of a span that make a statement public, change it or take it back; of none that was removed. */
async function statementRows(db: Kysely<Tables>, { after, upTo }: RecordSpan): Promise<readonly StatementMove[]> {
  const { rows } = await sql<StatementMove>`
    select d.id, d.statement_id, d.recorded_at, d.verdict, coalesce(d.speaker_id, s.speaker_id) as speaker_id,
      exists (select 1 from statement_decisions e
        where e.statement_id = d.statement_id and e.seq < d.seq and e.verdict = 'accepted') as was_public,
      coalesce((select e.verdict = 'accepted' from statement_decisions e
        where e.statement_id = d.statement_id and e.seq < d.seq order by e.seq desc limit 1), 0) as is_public_before
    from statement_decisions d
    join statement_readings s on s.statement_id = d.statement_id and s.reading_id = d.reading_id
    where d.recorded_at > ${after} and d.recorded_at <= ${upTo}
      and d.statement_id not in (select id from removed_things where kind = 'statement')
    order by d.seq`.execute(db)
  return rows
}

/** What a decision about a statement is to those who follow the record; null where it changed nothing public. */
function howOf({ verdict, was_public, is_public_before }: StatementMove): MovedItem['how'] | null {
  if (verdict === 'accepted') return was_public === 1 ? 'correction' : 'new'
  return is_public_before === 1 ? 'withdrawn' : null
}

async function statementMoves(
  db: Kysely<Tables>,
  span: RecordSpan,
  cache: DossierCache,
): Promise<readonly MovedItem[]> {
  const rows = await statementRows(db, span)
  if (rows.length === 0) return []
  const identities = identitiesAt(await identityDecisions(db), span.upTo)
  return rows.flatMap((row): MovedItem[] => {
    const how = howOf(row)
    if (how === null) return []
    const folds = cache.publicFoldsWith(row.statement_id, row.recorded_at)
    return [
      {
        key: JSON.stringify(['statement', row.statement_id, row.id]),
        at: row.recorded_at,
        moved: { kind: 'statement', id: row.statement_id },
        how,
        dossiers: folds.flatMap(({ dossier }) => dossier?.id ?? []),
        actors: row.speaker_id === null ? [] : [identities.speakerOf(row.statement_id, row.speaker_id)],
      },
    ]
  })
}

/** All that moved in the public record within a span: see the port. */
export async function publicMoves(
  db: Kysely<Tables>,
  span: RecordSpan,
  cache: DossierCache,
): Promise<readonly MovedItem[]> {
  const ofDossiers = [...cache.publicStates(span.upTo)].flatMap(([id, states]) => dossierMoves(id, states, span))
  return [...ofDossiers, ...(await statementMoves(db, span, cache))].sort(inMovedOrder)
}
