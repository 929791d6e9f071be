import type { Kysely, Selectable } from 'kysely'
import type { ThingRow } from '../record/as-of/dossier-at.ts'
import type { Entry } from '../record/as-of/row.ts'
import type { Thing } from '../record/as-of/things.ts'
import type { Id } from '../record/id.ts'
import type { Tables } from './tables.ts'
import { thingValue } from './thing-json.ts'

type DossierRow = Selectable<Tables['dossier_rows']>

function entryOf({ how, type, of_thing: of, value, reason }: DossierRow): Entry<Thing> {
  if (how !== 'value') return { kind: how, reason: reason ?? '' }
  return { kind: 'value', value: { type, of, value: thingValue(value ?? 'null') } as Thing }
}

/** A row of the table as the domain has it. */
export function thingRowOf(row: DossierRow): ThingRow {
  return {
    rowId: row.id,
    thingId: row.thing_id,
    type: row.type,
    of: row.of_thing,
    recordedAt: row.recorded_at,
    supersedes: row.supersedes,
    entry: entryOf(row),
  }
}

/** All rows of a dossier, in the order in which they were recorded. */
export async function rowsOfDossier(db: Kysely<Tables>, dossierId: Id): Promise<readonly ThingRow[]> {
  const rows = await db
    .selectFrom('dossier_rows')
    .selectAll()
    .where('dossier_id', '=', dossierId)
    .orderBy('seq')
    .execute()
  return rows.map(thingRowOf)
}
