import type { Kysely, Selectable } from 'kysely'
import type { ThingRow } from '../record/as-of/dossier-at.ts'
import type { Entry } from '../record/as-of/row.ts'
import type { Thing } from '../record/as-of/things.ts'
import type { Id } from '../record/id.ts'
import type { Tables } from './tables.ts'
import { thingValue } from './thing-json.ts'

type DossierRow = Selectable<Tables['dossier_rows']>

function entryOf({ id, how, type, of_thing: of, value, reason }: DossierRow, emptied: Emptied): Entry<Thing> {
  if (how === 'removed') return { kind: how, reason: reason ?? '', at: emptied.get(id) ?? null }
  if (how === 'withdrawn') return { kind: how, reason: reason ?? '' }
  return { kind: 'value', value: { type, of, value: thingValue(value ?? 'null') } as Thing }
}

/** When what rows held was removed, by their ids. */
type Emptied = ReadonlyMap<Id, string>

/** The rows of which a removal took what they held, and when. */
export async function emptiedRows(db: Kysely<Tables>): Promise<Emptied> {
  const rows = await db
    .selectFrom('emptied_things as e')
    .innerJoin('dossier_removals as r', 'r.id', 'e.removal_id')
    .select(['e.id', 'r.recorded_at'])
    .where('e.kind', '=', 'dossier-row')
    .execute()
  return new Map(rows.map(({ id, recorded_at }) => [id, recorded_at]))
}

/** A row of the table as the domain has it. */
export function thingRowOf(row: DossierRow, emptied: Emptied): ThingRow {
  return {
    rowId: row.id,
    thingId: row.thing_id,
    type: row.type,
    of: row.of_thing,
    recordedAt: row.recorded_at,
    supersedes: row.supersedes,
    entry: entryOf(row, emptied),
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
  const emptied = await emptiedRows(db)
  return rows.map((row) => thingRowOf(row, emptied))
}
