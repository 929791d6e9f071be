/** Writes whom speakers may be, and keeps the list of what waits for a person. */
import { sql } from 'kysely'
import { type IdentityDecision, identitiesAt } from '../record/actors/identities.ts'
import type { MatchReason } from '../record/actors/match-speaker.ts'
import type { Id } from '../record/id.ts'
import { FOREVER } from './forever.ts'
import type { Writer } from './writer.ts'

/** That an actor which a reading names may be another. */
export type NewProposal = {
  readonly readingId: Id
  readonly actorId: Id
  readonly mayBe: Id
  readonly reason: MatchReason
}

/**
 * Writes proposals; two actors that were proposed before are not proposed again: that was decided about, or waits.
 *
 * @param decisionId the person's decision that makes them; null where their reading does
 */
export async function writeSpeakerProposals(
  { trx, now, newId }: Writer,
  decisionId: Id | null,
  proposals: readonly NewProposal[],
): Promise<void> {
  for (const { readingId, actorId, mayBe, reason } of proposals) {
    const written = await trx
      .insertInto('speaker_proposals')
      .values({
        id: newId(),
        reading_id: readingId,
        decision_id: decisionId,
        actor_id: actorId,
        may_be: mayBe,
        reason,
        recorded_at: now,
      })
      .onConflict((conflict) => conflict.columns(['actor_id', 'may_be']).doNothing())
      .returning('seq')
      .executeTakeFirst()
    if (written !== undefined) await open(trx, [written.seq])
  }
}

/** Puts proposals on the list of those that wait, with the article that each is about. */
async function open(trx: Writer['trx'], seqs: readonly number[]): Promise<void> {
  if (seqs.length === 0) return
  await sql`insert or ignore into current_speaker_proposals (seq, article_seq)
    select p.seq, a.seq from speaker_proposals p
    join readings r on r.id = p.reading_id join texts t on t.id = r.text_id join articles a on a.id = t.article_id
    where p.seq in (${sql.join(seqs)}) and a.id not in (select article_id from removals)`.execute(trx)
}

/** Takes a proposal off the list: a person decided about it. */
export async function closeSpeakerProposal(trx: Writer['trx'], id: Id): Promise<void> {
  await sql`delete from current_speaker_proposals
    where seq = (select seq from speaker_proposals where id = ${id})`.execute(trx)
}

/** Those of actors that were proposed to be somebody else, and about whom nobody decided. */
export async function openAmong({ trx }: Pick<Writer, 'trx'>, ids: readonly Id[]): Promise<ReadonlySet<Id>> {
  if (ids.length === 0) return new Set()
  const rows = await trx
    .selectFrom('speaker_proposals as p')
    .innerJoin('current_speaker_proposals as c', 'c.seq', 'p.seq')
    .select('p.actor_id')
    .distinct()
    .where('p.actor_id', 'in', ids)
    .execute()
  return new Set(rows.map(({ actor_id }) => actor_id))
}

/**
 * Brings the list in step with a decision about who is who: of two that are one actor now there is nothing to decide,
 * and there is again once that is undone.
 *
 * @param all       all decisions, with the new one
 * @param actorIds  the actors that the new one is about
 */
export async function refreshOpenProposals(
  { trx }: Writer,
  all: readonly IdentityDecision[],
  actorIds: readonly Id[],
): Promise<void> {
  const { actorOf } = identitiesAt(all, FOREVER)
  const touched = new Set(actorIds)
  const merged = all.flatMap((one) => (one.kind === 'merge' && touched.has(actorOf(one.gone)) ? [one.gone] : []))
  const ids = [...touched, ...merged]
  const { rows } = await sql<{ seq: number; actor_id: Id; may_be: Id }>`
    select p.seq, p.actor_id, p.may_be from speaker_proposals p
    where (p.actor_id in (${sql.join(ids)}) or p.may_be in (${sql.join(ids)}))
      and p.id not in (select d.proposal_id from speaker_proposal_decisions d where d.proposal_id = p.id)`.execute(trx)
  const [same, two] = [true, false].map((isSame) =>
    rows.filter((row) => (actorOf(row.actor_id) === actorOf(row.may_be)) === isSame).map(({ seq }) => seq),
  )
  if (same !== undefined && same.length > 0)
    await trx.deleteFrom('current_speaker_proposals').where('seq', 'in', same).execute()
  await open(trx, two ?? [])
}
