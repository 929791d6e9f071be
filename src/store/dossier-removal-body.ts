import type { Kysely } from 'kysely'
import type { Id } from '../record/id.ts'
import type { LedgerEntry } from '../record/ledger.ts'
import { decisionBody } from './decision-body.ts'
import { digestOfData } from './digests.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

/** The digest of every decision of a dossier of which something was removed, as it stands now. */
async function standing(db: Db, dossierId: Id): Promise<string> {
  const rows = await db
    .selectFrom('emptied_things as e')
    .innerJoin('dossier_removals as r', 'r.id', 'e.removal_id')
    .select('e.id')
    .where('e.kind', '=', 'decision')
    .where('r.dossier_id', '=', dossierId)
    .orderBy('e.id')
    .execute()
  const bodies: (LedgerEntry['body'] | null)[] = []
  for (const { id } of rows) bodies.push(await decisionBody(db, id))
  return digestOfData(bodies)
}

/**
 * What the ledger says of a removal from a dossier: of what, why, by whom, which rows were emptied, and the digest of
 * what is left of the decisions that they came with. The last one of a dossier covers those of all before it.
 */
export async function dossierRemovalBody(db: Db, id: Id): Promise<LedgerEntry['body'] | null> {
  const row = await db.selectFrom('dossier_removals').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const { seq, dossier_id: dossier, part_id: part, extent, reason, removed_by: by, recorded_at: recordedAt } = row
  const rows = await db
    .selectFrom('emptied_things')
    .select('id')
    .where('removal_id', '=', id)
    .where('kind', '=', 'dossier-row')
    .orderBy('id')
    .execute()
  const emptied = rows.map((one) => one.id)
  const stands = await standing(db, dossier)
  return { 'dossier-removal': id, seq, dossier, part, extent, reason, by, rows: emptied, stands, recordedAt }
}
