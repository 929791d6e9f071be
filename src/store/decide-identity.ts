import type { IdentityDecision, IdentityDeed } from '../record/actors/identities.ts'
import { type DecidedAbout, identityFault } from '../record/actors/identity-fault.ts'
import type { DecidedBy } from '../record/decisions.ts'
import type { Id } from '../record/id.ts'
import { StoreError } from '../record/store-error.ts'
import { identityDecisions } from './identity-decisions.ts'
import { refreshIdentities } from './refresh-identities.ts'
import { writeDecision } from './write-decision.ts'
import type { Writer } from './writer.ts'

/** The actors that a decision is about. */
function actorsOf(deed: IdentityDeed): readonly Id[] {
  if (deed.kind === 'merge') return [deed.gone, deed.into]
  return deed.kind === 'split' ? [deed.from, ...deed.to] : []
}

async function knownAmong({ trx }: Writer, ids: readonly Id[]): Promise<ReadonlySet<Id>> {
  if (ids.length === 0) return new Set()
  const rows = await trx.selectFrom('actors').select('id').where('id', 'in', ids).execute()
  return new Set(rows.map(({ id }) => id))
}

async function statementsOf({ trx }: Writer, deed: IdentityDeed): Promise<readonly Id[]> {
  if (deed.kind !== 'split') return []
  const rows = await trx
    .selectFrom('current_statements')
    .select('statement_id')
    .where('speaker_id', '=', deed.from)
    .where('still_read', '=', 1)
    .execute()
  return rows.map(({ statement_id }) => statement_id)
}

/**
 * Writes what a person decided about who is who, and brings the lists of statements and speakers in step.
 *
 * @param alsoWrite writes what else the same decision says; is given its id
 * @throws StoreError `refused` with the reason
 */
export async function decideIdentity(
  writer: Writer,
  deed: IdentityDeed,
  by: DecidedBy,
  alsoWrite: (decisionId: Id) => Promise<void> = () => Promise.resolve(),
): Promise<IdentityDecision> {
  const { trx, now, newId } = writer
  const decision: IdentityDecision = { id: newId(), recordedAt: now, ...deed }
  const [known, own] = [await knownAmong(writer, actorsOf(deed)), await statementsOf(writer, deed)]
  const about: DecidedAbout = {
    earlier: await identityDecisions(trx),
    isActor: (id) => known.has(id),
    statementsOf: () => own,
  }
  const fault = identityFault(decision, about)
  if (fault !== null) throw new StoreError('refused', `${fault}; nothing was decided`)
  await writeDecision(writer, { by, reason: null, dossierId: null, names: null }, async (decisionId) => {
    const fresh = deed.kind === 'split' ? deed.to.filter((id) => !known.has(id)) : []
    for (const id of fresh) await trx.insertInto('actors').values({ id, recorded_at: now }).execute()
    await trx
      .insertInto('identity_decisions')
      .values({ id: decision.id, decision_id: decisionId, value: JSON.stringify(decision), recorded_at: now })
      .execute()
    await alsoWrite(decisionId)
  })
  await refreshIdentities(writer, about.earlier, decision)
  return decision
}
