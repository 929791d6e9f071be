import type { Kysely } from 'kysely'
import type { StatementDecision } from '../record/decisions.ts'
import type { Id } from '../record/id.ts'
import { knownEdtf } from '../text/edtf-time.ts'
import { valuesOf } from './statement-values.ts'
import type { Tables } from './tables.ts'

/** Decisions about statements, with who decided and why, and what that person says of them. */
export function decisionRows(db: Kysely<Tables>) {
  return db
    .selectFrom('statement_decisions as d')
    .innerJoin('decisions as by', 'by.id', 'd.decision_id')
    .leftJoin('statement_values as v', 'v.id', 'd.id')
    .select(['d.seq', 'd.id', 'd.recorded_at', 'd.statement_id', 'd.verdict', 'd.reading_id', 'd.speaker_id'])
    .select(['d.said_on', 'd.dossier_id', 'd.decision_id', 'd.undoes', 'by.by_role', 'by.by_account', 'by.reason'])
    .select('v.value')
}

type DecisionRow = Awaited<ReturnType<ReturnType<typeof decisionRows>['executeTakeFirstOrThrow']>>

/** One row of `decisionRows` as the port gives it. */
export function decisionOf(row: DecisionRow): StatementDecision {
  return {
    id: row.id,
    decisionId: row.decision_id,
    recordedAt: row.recorded_at,
    by: { role: row.by_role, account: row.by_account },
    reason: row.reason,
    statementId: row.statement_id,
    verdict: row.verdict,
    readingId: row.reading_id,
    speakerId: row.speaker_id,
    saidOn: row.said_on === null ? null : knownEdtf(row.said_on),
    dossierId: row.dossier_id,
    values: valuesOf(row),
    undoes: row.undoes,
  }
}

/** One row of `decisionRows` as the public may see it: in which role somebody decided or translated, not who. */
export function publicDecisionOf(row: DecisionRow): StatementDecision {
  const decision = decisionOf(row)
  const translations = decision.values.translations.map((one) => ({ ...one, by: { ...one.by, account: null } }))
  return { ...decision, by: { role: row.by_role, account: null }, values: { ...decision.values, translations } }
}

/** The rows of the decisions about a statement up to a record time, the first one first. */
export function rowsAbout(db: Kysely<Tables>, statementId: Id, at: string) {
  return decisionRows(db)
    .where('d.statement_id', '=', statementId)
    .where('d.recorded_at', '<=', at)
    .orderBy('d.seq')
    .execute()
}

/** The last decision about a statement; null where there is none. */
export async function lastDecision(db: Kysely<Tables>, statementId: Id): Promise<StatementDecision | null> {
  const row = await decisionRows(db)
    .where('d.statement_id', '=', statementId)
    .orderBy('d.seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : decisionOf(row)
}
