import type { DecidedBy } from '../record/decisions.ts'
import type { Id } from '../record/id.ts'
import { decisionBody } from './decision-body.ts'
import type { FileNames } from './file-names.ts'
import { writeLedger } from './write-ledger.ts'
import type { Writer } from './writer.ts'

/** Who decides, why, and about which dossier. */
export type Deed = {
  readonly by: DecidedBy
  readonly reason: string | null
  readonly dossierId: Id | null
  readonly names: FileNames | null
}

/**
 * Writes a decision, then the rows that it makes, then the ledger's entry about all of it.
 *
 * @param writeRows is given the decision's id, for its rows
 */
export async function writeDecision<T>(
  writer: Writer,
  { by, reason, dossierId, names }: Deed,
  writeRows: (decisionId: Id) => Promise<T>,
): Promise<T> {
  const { trx, now, newId } = writer
  const id = newId()
  await trx
    .insertInto('decisions')
    .values({
      id,
      by_role: by.role,
      by_account: by.account,
      reason,
      dossier_id: dossierId,
      names: names && JSON.stringify(names),
      recorded_at: now,
    })
    .execute()
  const written = await writeRows(id)
  await writeLedger(writer, 'decision', await decisionBody(trx, id))
  return written
}
