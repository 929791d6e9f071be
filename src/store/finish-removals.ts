import type { DatabaseSync } from 'node:sqlite'
import type { Kysely } from 'kysely'
import type { Archive } from '../record/archive.ts'
import type { Id } from '../record/id.ts'
import type { Tables } from './tables.ts'

type Parts = { readonly db: Kysely<Tables>; readonly database: DatabaseSync; readonly archive: Archive }

/** Puts into every record's place what the database says of it. */
async function emptyFiles({ db, archive }: Parts, removalId: Id): Promise<void> {
  const rows = await db
    .selectFrom('removed_things as t')
    .innerJoin('archive_records as a', 'a.record_id', 't.id')
    .innerJoin('removals as r', 'r.id', 't.removal_id')
    .select(['a.record_id as id', 'a.file', 'a.start as offset', 'a.length', 'a.sha256'])
    .select(['r.recorded_at as date', 'r.reason'])
    .where('t.kind', '=', 'record')
    .where('t.removal_id', '=', removalId)
    .execute()
  for (const { id, date, reason, ...place } of rows) await archive.remove(place, { id, date, reason })
}

/**
 * Leaves no word in the database's file: an index of words keeps those of what was deleted until its parts are put
 * together, and SQLite keeps pages it no longer needs, and what it wrote before, until the file is written anew.
 */
export function emptyDatabase(database: DatabaseSync): void {
  for (const index of ['article_words', 'speaker_words', 'accepted_words'])
    database.exec(`insert into ${index} (${index}) values ('optimize')`)
  database.exec('vacuum')
  database.exec('pragma wal_checkpoint(truncate)')
}

/**
 * Finishes what removals have begun: the files of the archive, and the database's own. A process that was ended in
 * between leaves this to the next that opens the record; each step can be done again.
 *
 * @throws StoreError where a file cannot be written; what is left to do stays written down
 */
export async function finishRemovals(parts: Parts): Promise<void> {
  const { db, database } = parts
  const underWay = await db.selectFrom('removals_under_way').select('removal_id').execute()
  const ofDossiers = await db.selectFrom('dossier_removals_under_way').select('removal_id').execute()
  if (underWay.length + ofDossiers.length === 0) return
  // Within the lock of writers, so that no capture is appended to a file at the same time.
  await db.transaction().execute(async (trx) => {
    for (const { removal_id: id } of underWay) await emptyFiles({ ...parts, db: trx }, id)
  })
  emptyDatabase(database)
  await forget(db, 'removals_under_way', underWay)
  await forget(db, 'dossier_removals_under_way', ofDossiers)
}

/** Says that removals are done. One that another process began meanwhile stays under way. */
async function forget(
  db: Kysely<Tables>,
  table: 'removals_under_way' | 'dossier_removals_under_way',
  done: readonly { readonly removal_id: Id }[],
): Promise<void> {
  const ids = done.map(({ removal_id }) => removal_id)
  if (ids.length > 0) await db.deleteFrom(table).where('removal_id', 'in', ids).execute()
}
