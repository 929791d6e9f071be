/** Keeps the derived lists in step with what is decided about who is who. */
import { type Identities, type IdentityDecision, identitiesAt } from '../record/actors/identities.ts'
import type { Id } from '../record/id.ts'
import { FOREVER } from './forever.ts'
import { refreshSpeakers } from './refresh-lists.ts'
import { TAKEN_FOR } from './statement-values.ts'
import { refreshOpenProposals } from './write-speaker-proposals.ts'
import type { Writer } from './writer.ts'

/** The actors that a decision is about; of an undoing those of what it undoes, however many times over. */
function actorsUnder(decision: IdentityDecision, all: readonly IdentityDecision[]): readonly Id[] {
  if (decision.kind === 'merge') return [decision.gone, decision.into]
  if (decision.kind === 'split') return [decision.from, ...decision.to]
  const undone = all.find(({ id }) => id === decision.undoes)
  return undone === undefined ? [] : actorsUnder(undone, all)
}

/** Statements of these actors, with the actor that the machine took the speaker for. */
async function readStatements({ trx }: Writer, actorIds: readonly Id[]) {
  return trx
    .selectFrom('current_statements as c')
    .innerJoin('statement_readings as r', (join) =>
      join.onRef('r.statement_id', '=', 'c.statement_id').onRef('r.reading_id', '=', 'c.found_in'),
    )
    .select(['c.statement_id', 'c.speaker_id', 'r.speaker_id as taken_for'])
    .where('c.speaker_id', 'in', actorIds)
    .execute()
}

/** Accepted statements of these actors, with the speaker that was accepted. */
async function acceptedStatements({ trx }: Writer, actorIds: readonly Id[]) {
  return trx
    .selectFrom('current_accepted as c')
    .innerJoin('statement_decisions as d', 'd.seq', 'c.seq')
    .leftJoin('statement_values as v', 'v.id', 'd.id')
    .leftJoin('statement_readings as s', (join) =>
      join.onRef('s.statement_id', '=', 'd.statement_id').onRef('s.reading_id', '=', 'd.reading_id'),
    )
    .select(['c.statement_id', 'c.speaker_id', TAKEN_FOR.as('taken_for')])
    .where('c.speaker_id', 'in', actorIds)
    .execute()
}

type Spoken = { readonly statement_id: Id; readonly speaker_id: Id | null; readonly taken_for: Id | null }

/** Those whose speaker is now another, with that one. */
function moved(statements: readonly Spoken[], { speakerOf }: Identities) {
  return statements.flatMap(({ statement_id, speaker_id, taken_for }) => {
    const speaker = taken_for === null ? null : speakerOf(statement_id, taken_for)
    return speaker === speaker_id ? [] : [{ statement_id, speaker }]
  })
}

/**
 * Gives every statement that a decision touches the speaker that it has by it.
 *
 * @param earlier what was decided before
 */
export async function refreshIdentities(
  writer: Writer,
  earlier: readonly IdentityDecision[],
  decision: IdentityDecision,
): Promise<void> {
  const all = [...earlier, decision]
  const identities = identitiesAt(all, FOREVER)
  const actorIds = [...new Set(actorsUnder(decision, all))]
  for (const { statement_id, speaker } of moved(await readStatements(writer, actorIds), identities))
    await writer.trx
      .updateTable('current_statements')
      .set({ speaker_id: speaker })
      .where('statement_id', '=', statement_id)
      .execute()
  for (const { statement_id, speaker } of moved(await acceptedStatements(writer, actorIds), identities))
    await writer.trx
      .updateTable('current_accepted')
      .set({ speaker_id: speaker })
      .where('statement_id', '=', statement_id)
      .execute()
  await refreshSpeakers(writer, new Set(actorIds))
  await refreshOpenProposals(writer, all, actorIds)
}
