import type { Dossier } from '../record/dossier/dossier.ts'
import { quotedIn } from '../record/dossier/with-quoted.ts'
import type { Id } from '../record/id.ts'
import { writeStatementDecision } from './write-statement-decision.ts'
import type { Writer } from './writer.ts'

/** What came of accepting the statements that a dossier rests on. */
export type AcceptedEvidence = { readonly accepted: number; readonly refused: readonly Id[] }

/**
 * Accepts the statements that a dossier rests on and that nobody has decided about. Where somebody rejected or withdrew
 * one, it stays so.
 */
export async function acceptEvidence(writer: Writer, decisionId: Id, dossier: Dossier): Promise<AcceptedEvidence> {
  const said = new Map(
    quotedIn(dossier).flatMap((quoted) => (quoted.statementId === null ? [] : [[quoted.statementId, quoted] as const])),
  )
  let accepted = 0
  const refused: Id[] = []
  for (const [statementId, { speakerId, saidOn }] of said) {
    const last = await lastVerdict(writer, statementId)
    if (last === 'accepted') continue
    if (last !== null) refused.push(statementId)
    else {
      await writeStatementDecision(writer, decisionId, {
        statementId,
        verdict: 'accepted',
        speakerId,
        saidOn,
        dossierId: dossier.id,
      })
      accepted += 1
    }
  }
  return { accepted, refused }
}

async function lastVerdict({ trx }: Writer, statementId: Id) {
  const row = await trx
    .selectFrom('statement_decisions')
    .select('verdict')
    .where('statement_id', '=', statementId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.verdict ?? null
}
