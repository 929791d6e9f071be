import type { Kysely } from 'kysely'
import { standingAt } from '../record/as-of/standing-at.ts'
import type { Thing } from '../record/as-of/things.ts'
import { AT_THE_MACHINE } from '../record/decisions.ts'
import type { PartNow } from '../record/dossier-edit/dossier-edit.ts'
import type { Id } from '../record/id.ts'
import { rowsOfDossier } from './dossier-rows.ts'
import { FOREVER } from './forever.ts'
import type { Tables } from './tables.ts'

/** Who wrote each row of a dossier, by the row's id. */
async function writersOf(db: Kysely<Tables>, dossierId: Id): Promise<ReadonlyMap<Id, PartNow['by']>> {
  const rows = await db
    .selectFrom('dossier_rows as r')
    .innerJoin('decisions as d', 'd.id', 'r.decision_id')
    .select(['r.id', 'd.by_role', 'd.by_account'])
    .where('r.dossier_id', '=', dossierId)
    .execute()
  return new Map(rows.map(({ id, by_role, by_account }) => [id, { role: by_role, account: by_account }]))
}

/** The parts of a dossier as they stand, each with the row that says so and who wrote it. */
export async function partsNow(db: Kysely<Tables>, dossierId: Id): Promise<ReadonlyMap<Id, PartNow>> {
  const rows = await rowsOfDossier(db, dossierId)
  const kinds = new Map(rows.map(({ thingId, type, of }) => [thingId, { type, of }]))
  const writers = await writersOf(db, dossierId)
  const parts = new Map<Id, PartNow>()
  for (const [thingId, standing] of standingAt(rows, FOREVER)) {
    const kind = kinds.get(thingId)
    const by = writers.get(standing.rowId) ?? AT_THE_MACHINE
    if (kind !== undefined) parts.set(thingId, { ...standing, ...kind, by })
  }
  return parts
}

/** What a part of a dossier said last, before it was taken back; null where that is not there or was removed. */
export async function lastValue(db: Kysely<Tables>, dossierId: Id, thingId: Id): Promise<Thing | null> {
  const entry = (await rowsOfDossier(db, dossierId)).findLast(
    (row) => row.thingId === thingId && row.entry.kind !== 'withdrawn',
  )?.entry
  return entry?.kind === 'value' ? entry.value : null
}
