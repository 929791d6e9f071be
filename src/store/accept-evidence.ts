import type { DecidedBy } from '../record/decisions.ts'
import type { Dossier } from '../record/dossier/dossier.ts'
import { quotedIn } from '../record/dossier/with-quoted.ts'
import type { Id } from '../record/id.ts'
import { lastDecision } from './statement-decisions.ts'
import { writeStatementDecision } from './write-statement-decision.ts'
import type { Writer } from './writer.ts'

/** What came of accepting the statements that a dossier rests on. */
export type AcceptedEvidence = { readonly accepted: number; readonly refused: readonly Id[] }

/**
 * Accepts the statements that a dossier rests on and that nobody has decided about. Where somebody rejected or withdrew
 * one, it stays so.
 */
export async function acceptEvidence(
  writer: Writer,
  decisionId: Id,
  { dossier, by }: { readonly dossier: Dossier; readonly by: DecidedBy },
): Promise<AcceptedEvidence> {
  const said = new Map(
    quotedIn(dossier).flatMap((quoted) => (quoted.statementId === null ? [] : [[quoted.statementId, quoted] as const])),
  )
  let accepted = 0
  const refused: Id[] = []
  for (const [statementId, { speakerId, saidOn }] of said) {
    const last = (await lastDecision(writer.trx, statementId))?.verdict ?? 'open'
    if (last === 'accepted') continue
    if (last !== 'open') refused.push(statementId)
    else {
      await writeStatementDecision(writer, decisionId, {
        statementId,
        verdict: 'accepted',
        speakerId,
        saidOn,
        dossierId: dossier.id,
        by,
      })
      accepted += 1
    }
  }
  return { accepted, refused }
}
