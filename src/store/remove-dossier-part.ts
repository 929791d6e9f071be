import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { standingAt } from '../record/as-of/standing-at.ts'
import type { DossierPart, DossierRemovalAsked, DossierRemovalExtent } from '../record/dossier-removal.ts'
import type { Id } from '../record/id.ts'
import { keyedDigest, type RecordKey } from '../record/keyed-digest.ts'
import { dossierRemovalBody } from './dossier-removal-body.ts'
import { rowsOfDossier } from './dossier-rows.ts'
import { type FileNames, fileNames } from './file-names.ts'
import { FOREVER } from './forever.ts'
import type { Tables } from './tables.ts'
import { writeLedger } from './write-ledger.ts'
import { insertAll, type Writer } from './writer.ts'

type Db = Kysely<Tables>

/** What goes: the ids of rows, and of the parts that they are about. */
type Going = { readonly rows: readonly Id[]; readonly parts: ReadonlySet<Id>; readonly isWhole: boolean }

/** A part by its id; an actor also by what the dossier's file calls it. */
async function partNamed(db: Db, { dossierId, partId }: DossierPart): Promise<Id | null> {
  if (partId === null) return null
  const { actors } = await fileNames(db, dossierId, FOREVER)
  return actors.find(([inFile]) => inFile === partId)?.[1] ?? partId
}

/** The rows that go: of the part and of all that belongs to it, or of the dossier; of these only what was superseded. */
async function goingOf(db: Db, asked: DossierPart): Promise<Going> {
  const { dossierId, extent } = asked
  const rows = await rowsOfDossier(db, dossierId)
  const partId = await partNamed(db, asked)
  const isAll = partId === null || (partId === dossierId && extent === 'whole')
  const parts = new Set(isAll ? rows.map(({ thingId }) => thingId) : [partId])
  // What belongs to a part comes after it, so that one look finds what belongs to that.
  if (!isAll && extent === 'whole')
    for (const { thingId, of } of rows) if (of !== null && of !== dossierId && parts.has(of)) parts.add(thingId)
  const standing = new Set([...standingAt(rows, FOREVER).values()].map(({ rowId }) => rowId))
  const going = rows.filter(
    ({ rowId, thingId, entry }) =>
      parts.has(thingId) && entry.kind === 'value' && (extent === 'whole' || !standing.has(rowId)),
  )
  return { rows: going.map(({ rowId }) => rowId), parts, isWhole: isAll && extent === 'whole' }
}

/** How much goes; null where there is nothing of it. */
export async function dossierRemovalExtent(db: Db, asked: DossierPart): Promise<DossierRemovalExtent | null> {
  const { rows } = await goingOf(db, asked)
  if (rows.length === 0) return null
  const about = await db.selectFrom('dossier_rows').select('thing_id').distinct().where('id', 'in', rows).execute()
  return { parts: about.length, rows: rows.length }
}

/** What a file called an actor that was removed: a digest, by which the same file is known again. */
export function removedName(key: RecordKey, inFile: Id): string {
  return keyedDigest(key, inFile)
}

/** What a decision calls actors and articles, without what is removed. */
function namesWithout({ actors, articles }: FileNames, { parts, isWhole }: Going, key: RecordKey): FileNames {
  return {
    actors: actors.map(([inFile, id]) => [parts.has(id) ? removedName(key, inFile) : inFile, id] as const),
    articles: isWhole ? [] : articles,
  }
}

/** The decisions that took the dossier in, with what they call actors and articles from now on. */
async function renamed({ trx, key }: Writer, dossierId: Id, going: Going) {
  const taken = await trx
    .selectFrom('decisions')
    .select(['id', 'names'])
    .where('dossier_id', '=', dossierId)
    .where('names', 'is not', null)
    .execute()
  return taken.flatMap(({ id, names }) => {
    const after = JSON.stringify(namesWithout(JSON.parse(names ?? 'null') as FileNames, going, key))
    return after === names ? [] : [{ id, names: after }]
  })
}

/** Writes down what goes, which is what lets it go. */
async function nameThings(
  { trx, now, newId }: Writer,
  { dossierId, partId, extent, reason, by }: DossierRemovalAsked,
  things: { readonly rows: readonly Id[]; readonly decisions: readonly Id[] },
): Promise<Id> {
  const id = newId()
  const asked = { dossier_id: dossierId, part_id: partId, extent, reason, removed_by: by }
  await trx
    .insertInto('dossier_removals')
    .values({ id, ...asked, recorded_at: now })
    .execute()
  await trx.insertInto('dossier_removals_under_way').values({ removal_id: id }).execute()
  const named = [
    ...things.rows.map((row) => ({ kind: 'dossier-row' as const, id: row, removal_id: id })),
    ...things.decisions.map((decision) => ({ kind: 'decision' as const, id: decision, removal_id: id })),
  ]
  // A decision of which something went before keeps that removal's name.
  await insertAll(named, (some) =>
    trx
      .insertInto('emptied_things')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
  return id
}

/**
 * Removes a dossier, a part of it or what they said before, from the database, and says so in the ledger. The database's
 * file follows in `finishRemovals`.
 *
 * @returns false where there is nothing of it
 */
export async function removeDossierPart(writer: Writer, asked: DossierRemovalAsked): Promise<boolean> {
  const { trx } = writer
  const going = await goingOf(trx, asked)
  if (going.rows.length === 0) return false
  const partId = await partNamed(trx, asked)
  const calls = asked.extent === 'whole' ? await renamed(writer, asked.dossierId, going) : []
  const made = await trx
    .selectFrom('dossier_rows')
    .select('decision_id')
    .distinct()
    .where('id', 'in', sql<Id>`(select value from json_each(${JSON.stringify(going.rows)}))`)
    .execute()
  const decisions = [...new Set([...made.map(({ decision_id }) => decision_id), ...calls.map(({ id }) => id)])]
  const id = await nameThings(writer, { ...asked, partId }, { rows: going.rows, decisions })
  for (const { id: decision, names } of calls)
    await trx.updateTable('decisions').set({ names }).where('id', '=', decision).execute()
  await trx
    .updateTable('dossier_rows')
    .set({ how: 'removed', value: null, reason: asked.reason })
    .where('id', 'in', ({ selectFrom }) =>
      selectFrom('emptied_things').select('id').where('removal_id', '=', id).where('kind', '=', 'dossier-row'),
    )
    .execute()
  await writeLedger(writer, 'dossier-removal', await dossierRemovalBody(trx, id))
  return true
}
