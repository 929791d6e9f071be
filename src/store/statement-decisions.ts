import type { Kysely } from 'kysely'
import type { StatementDecision } from '../record/decisions.ts'
import type { Id } from '../record/id.ts'
import { knownEdtf } from '../text/edtf-time.ts'
import type { Tables } from './tables.ts'

/** Decisions about statements, with who decided and why. */
export function decisionRows(db: Kysely<Tables>) {
  return db
    .selectFrom('statement_decisions as d')
    .innerJoin('decisions as by', 'by.id', 'd.decision_id')
    .select(['d.seq', 'd.id', 'd.recorded_at', 'd.statement_id', 'd.verdict', 'd.reading_id', 'd.speaker_id'])
    .select(['d.said_on', 'd.dossier_id', 'by.by_role', 'by.by_account', 'by.reason'])
}

type DecisionRow = Awaited<ReturnType<ReturnType<typeof decisionRows>['executeTakeFirstOrThrow']>>

/** One row of `decisionRows` as the port gives it. */
export function decisionOf(row: DecisionRow): StatementDecision {
  return {
    id: row.id,
    recordedAt: row.recorded_at,
    by: { role: row.by_role, account: row.by_account },
    reason: row.reason,
    statementId: row.statement_id,
    verdict: row.verdict,
    readingId: row.reading_id,
    speakerId: row.speaker_id,
    saidOn: row.said_on === null ? null : knownEdtf(row.said_on),
    dossierId: row.dossier_id,
  }
}

/** One row of `decisionRows` as the public may see it: in which role somebody decided, not who. */
export function publicDecisionOf(row: DecisionRow): StatementDecision {
  return { ...decisionOf(row), by: { role: row.by_role, account: null } }
}

/** The rows of the decisions about a statement up to a record time, the first one first. */
export function rowsAbout(db: Kysely<Tables>, statementId: Id, at: string) {
  return decisionRows(db)
    .where('d.statement_id', '=', statementId)
    .where('d.recorded_at', '<=', at)
    .orderBy('d.seq')
    .execute()
}
