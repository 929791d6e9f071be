import type { StatementDecision } from '../record/decisions.ts'
import type { Id } from '../record/id.ts'
import { decisionBefore, lastUndoable } from '../record/review/last-undoable.ts'
import { stateAfter } from '../record/review/review-state.ts'
import type { ReviewedBy } from '../record/review/reviews.ts'
import { StoreError } from '../record/store-error.ts'
import { type OpenStatement, openStatement } from './open-statement.ts'
import { reviewDecision } from './review-changes.ts'
import { writeStatementState } from './write-statement-decision.ts'
import type { Writer } from './writer.ts'

/** The statements of one decision: it is undone as a whole, but what a dossier accepted one by one. */
async function statementsOf(writer: Writer, undone: StatementDecision): Promise<readonly Id[]> {
  if (undone.dossierId !== null) return [undone.statementId]
  const rows = await writer.trx
    .selectFrom('statement_decisions')
    .select('statement_id')
    .where('decision_id', '=', undone.decisionId)
    .orderBy('seq')
    .execute()
  return rows.map(({ statement_id }) => statement_id)
}

/** Gives a statement back how it stood before a decision. */
async function writeBack(
  writer: Writer,
  decisionId: Id,
  { statement, undone }: { readonly statement: OpenStatement; readonly undone: StatementDecision },
): Promise<void> {
  const state = stateAfter(decisionBefore(statement.decisions, undone))
  await writeStatementState(writer, decisionId, {
    statementId: statement.id,
    state: { ...state, readingId: state.readingId ?? undone.readingId },
    supersedes: statement.decisions.at(-1)?.id ?? null,
    dossierId: null,
    undoes: undone.decisionId,
    addedTo: null,
  })
}

/**
 * Undoes the last decision about a statement that was not undone, and with it whatever that decided about others.
 *
 * @throws StoreError `refused` where there is none, or where somebody decided about one of the others since
 */
export async function undoLast(writer: Writer, statement: OpenStatement, who: ReviewedBy): Promise<readonly Id[]> {
  const undone = lastUndoable(statement.decisions)
  if (undone === null) throw new StoreError('refused', 'there is nothing to undo about this statement')
  const all: { readonly statement: OpenStatement; readonly undone: StatementDecision }[] = []
  for (const id of await statementsOf(writer, undone)) {
    const one = await openStatement(writer, id)
    const last = lastUndoable(one.decisions)
    if (last === null || last.decisionId !== undone.decisionId)
      throw new StoreError(
        'refused',
        `this was decided together with another statement (${id}), which was changed since; undo that first`,
      )
    all.push({ statement: one, undone: last })
  }
  return reviewDecision(writer, who, async (decisionId) => {
    for (const each of all) await writeBack(writer, decisionId, each)
    return all.map((each) => each.statement.id)
  })
}
