import { identitiesAt } from '../record/actors/identities.ts'
import type { StatementDecision } from '../record/decisions.ts'
import type { Id } from '../record/id.ts'
import { StoreError } from '../record/store-error.ts'
import { FOREVER } from './forever.ts'
import { identityDecisions } from './identity-decisions.ts'
import { indexAccepted } from './index-accepted.ts'
import type { Writer } from './writer.ts'

/** What is decided about a statement. */
export type StatementDeed = Pick<StatementDecision, 'statementId' | 'verdict' | 'speakerId' | 'saidOn' | 'dossierId'>

/**
 * Writes what a person decided about a statement, in the words in which it was last found, and keeps the list of
 * accepted statements in step.
 *
 * @returns the row's id
 * @throws StoreError `no-such-statement`
 */
export async function writeStatementDecision(writer: Writer, decisionId: Id, deed: StatementDeed): Promise<Id> {
  const { trx, now, newId } = writer
  const { statementId, verdict, speakerId, saidOn, dossierId } = deed
  const found = await trx
    .selectFrom('current_statements')
    .select(['found_in', 'article_seq', 'speaker_id'])
    .where('statement_id', '=', statementId)
    .executeTakeFirst()
  if (found === undefined)
    throw new StoreError('no-such-statement', `there is no statement ${statementId}; nothing was decided`)
  const before = await trx
    .selectFrom('statement_decisions')
    .select('id')
    .where('statement_id', '=', statementId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const id = newId()
  const { seq } = await trx
    .insertInto('statement_decisions')
    .values({
      id,
      decision_id: decisionId,
      statement_id: statementId,
      supersedes: before?.id ?? null,
      verdict,
      reading_id: found.found_in,
      speaker_id: speakerId,
      said_on: saidOn?.edtf ?? null,
      dossier_id: dossierId,
      recorded_at: now,
    })
    .returning('seq')
    .executeTakeFirstOrThrow()
  // Its words stay in what is searched, under that decision: whoever asks as of then finds them.
  await trx.deleteFrom('current_accepted').where('statement_id', '=', statementId).execute()
  if (verdict !== 'accepted') return id
  const identities = identitiesAt(await identityDecisions(trx), FOREVER)
  await trx
    .insertInto('current_accepted')
    .values({
      seq,
      statement_id: statementId,
      article_seq: found.article_seq,
      speaker_id: speakerId === null ? found.speaker_id : identities.speakerOf(statementId, speakerId),
    })
    .execute()
  await indexAccepted(trx, seq)
  return id
}
