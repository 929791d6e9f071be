import type { ThingRow } from '../record/as-of/dossier-at.ts'
import type { Id } from '../record/id.ts'
import type { Tables } from './tables.ts'
import { insertAll, type Writer } from './writer.ts'

/** A row to be written: what is said of a thing, and which row that supersedes. */
export type NewRow = {
  readonly thingId: Id
  readonly type: ThingRow['type']
  readonly of: Id | null
  readonly supersedes: Id | null
  readonly how: Tables['dossier_rows']['how']
  readonly value: string | null
  readonly reason: string | null
}

/** Writes the rows that a decision makes about a dossier. */
export async function writeDossierRows(
  { trx, now, newId }: Writer,
  { decisionId, dossierId }: { readonly decisionId: Id; readonly dossierId: Id },
  rows: readonly NewRow[],
): Promise<void> {
  await insertAll(rows, (some) =>
    trx
      .insertInto('dossier_rows')
      .values(
        some.map(({ thingId, type, of, supersedes, how, value, reason }) => ({
          id: newId(),
          decision_id: decisionId,
          dossier_id: dossierId,
          thing_id: thingId,
          type,
          of_thing: of,
          supersedes,
          how,
          value,
          reason,
          recorded_at: now,
        })),
      )
      .execute(),
  )
}
