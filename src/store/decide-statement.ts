import type { StatementDecision } from '../record/decisions.ts'
import type { StatementChoice } from '../record/dossiers.ts'
import { decisionOf, decisionRows } from './statement-decisions.ts'
import { writeDecision } from './write-decision.ts'
import { writeStatementDecision } from './write-statement-decision.ts'
import type { Writer } from './writer.ts'

/** Writes what a person decided about one statement. */
export async function decideStatement(
  writer: Writer,
  { by, reason, ...deed }: StatementChoice,
): Promise<StatementDecision> {
  const id = await writeDecision(writer, { by, reason, dossierId: null, names: null }, (decisionId) =>
    writeStatementDecision(writer, decisionId, { ...deed, by, dossierId: null }),
  )
  return decisionOf(await decisionRows(writer.trx).where('d.id', '=', id).executeTakeFirstOrThrow())
}
