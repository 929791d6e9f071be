import { identitiesAt } from '../record/actors/identities.ts'
import type { StatementDecision } from '../record/decisions.ts'
import type { Id } from '../record/id.ts'
import type { ReviewState, StatementChange } from '../record/review/review-state.ts'
import { changedState, stateAfter } from '../record/review/review-state.ts'
import { StoreError } from '../record/store-error.ts'
import { FOREVER } from './forever.ts'
import { identityDecisions } from './identity-decisions.ts'
import { indexAccepted } from './index-accepted.ts'
import { refreshReview } from './refresh-reviews.ts'
import { lastDecision } from './statement-decisions.ts'
import { TAKEN_FOR, valuesJson } from './statement-values.ts'
import type { Writer } from './writer.ts'

/** What is decided about a statement; a speaker or day of null says nothing of it. */
export type StatementDeed = Pick<
  StatementDecision,
  'statementId' | 'verdict' | 'speakerId' | 'saidOn' | 'dossierId'
> & {
  readonly by: StatementDecision['by']
}

/** How a statement stands from now on, and what else its row says. */
export type StateDeed = {
  readonly statementId: Id
  readonly state: ReviewState & { readonly readingId: Id }
  readonly supersedes: Id | null
  readonly dossierId: Id | null
  readonly undoes: Id | null
  /** The article to which it adds the statement; null where that is there. */
  readonly addedTo: Id | null
}

/** Makes an accepted statement one of those that lists show, with its speaker as it is known now. */
async function listAccepted({ trx }: Writer, seq: number): Promise<void> {
  const { statement_id, article_seq, taken_for } = await trx
    .selectFrom('statement_decisions as d')
    .innerJoin('statements as t', 't.id', 'd.statement_id')
    .innerJoin('articles as a', 'a.id', 't.article_id')
    .leftJoin('statement_values as v', 'v.id', 'd.id')
    .leftJoin('statement_readings as s', (join) =>
      join.onRef('s.statement_id', '=', 'd.statement_id').onRef('s.reading_id', '=', 'd.reading_id'),
    )
    .select(['d.statement_id', 'a.seq as article_seq', TAKEN_FOR.as('taken_for')])
    .where('d.seq', '=', seq)
    .executeTakeFirstOrThrow()
  const identities = identitiesAt(await identityDecisions(trx), FOREVER)
  const speaker_id = taken_for === null ? null : identities.speakerOf(statement_id, taken_for)
  await trx.insertInto('current_accepted').values({ seq, statement_id, article_seq, speaker_id }).execute()
  await indexAccepted(trx, seq)
}

/** Writes how a statement stands, and keeps the lists in step. @returns the row's id */
export async function writeStatementState(writer: Writer, decisionId: Id, deed: StateDeed): Promise<Id> {
  const { trx, now, newId } = writer
  const { statementId, state, addedTo } = deed
  const { speaker, saidOn } = state.values
  const id = newId()
  const { seq } = await trx
    .insertInto('statement_decisions')
    .values({
      id,
      decision_id: decisionId,
      statement_id: statementId,
      supersedes: deed.supersedes,
      verdict: state.verdict,
      reading_id: state.readingId,
      speaker_id: speaker?.is ?? null,
      said_on: saidOn?.is?.edtf ?? null,
      dossier_id: deed.dossierId,
      undoes: deed.undoes,
      recorded_at: now,
    })
    .returning('seq')
    .executeTakeFirstOrThrow()
  const value = valuesJson(state.values) ?? (addedTo === null ? null : JSON.stringify(state.values))
  if (value !== null)
    await trx
      .insertInto('statement_values')
      .values({ id, statement_id: statementId, added_to: addedTo, value })
      .execute()
  // Its words stay in what is searched, under the decision before: whoever asks as of then finds them.
  await trx.deleteFrom('current_accepted').where('statement_id', '=', statementId).execute()
  if (state.verdict === 'accepted') await listAccepted(writer, seq)
  await refreshReview(writer, statementId)
  return id
}

/** The reading that last found a statement, null where only a person has it, and the newest one of its article. */
export async function readingsOf({ trx }: Writer, statementId: Id): Promise<{ foundIn: Id | null; readingNow: Id }> {
  const row = await trx
    .selectFrom('statements as t')
    .innerJoin('current_articles as a', 'a.article_id', 't.article_id')
    .leftJoin('current_statements as c', 'c.statement_id', 't.id')
    .select(['c.found_in as foundIn', 'a.reading_id as readingNow'])
    .where('t.id', '=', statementId)
    .executeTakeFirst()
  if (row === undefined)
    throw new StoreError('no-such-statement', `there is no statement ${statementId}; nothing was decided`)
  return row
}

/**
 * Writes what a person decided about a statement. What persons said of it before stays, where this says nothing of it.
 *
 * @returns the row's id
 * @throws StoreError `no-such-statement`
 */
export async function writeStatementDecision(writer: Writer, decisionId: Id, deed: StatementDeed): Promise<Id> {
  const { statementId, verdict, speakerId, saidOn, dossierId, by } = deed
  const readings = await readingsOf(writer, statementId)
  const before = await lastDecision(writer.trx, statementId)
  const change: StatementChange = {
    verdict,
    ...(speakerId === null ? {} : { speaker: { is: speakerId } }),
    ...(saidOn === null ? {} : { saidOn: { is: saidOn } }),
  }
  const state = changedState(stateAfter(before), change, { ...readings, by, at: writer.now })
  return writeStatementState(writer, decisionId, {
    statementId,
    state: { ...state, readingId: state.readingId ?? readings.readingNow },
    supersedes: before?.id ?? null,
    dossierId,
    undoes: null,
    addedTo: null,
  })
}
