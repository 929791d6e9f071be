import type { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../record/store-error.ts'
import { FIRST_RECORD } from './migrations/0001-first-record.ts'
import { LEDGER } from './migrations/0005-ledger.ts'

/** In the order in which they were made. One that was released is never changed: a newer one follows it. */
const MIGRATIONS: readonly string[] = [FIRST_RECORD, LEDGER]

/** Marks a SQLite file as ours ("OnRe"), so that another program's database is never written to. */
const APPLICATION_ID = 0x4f6e5265

function pragma(database: DatabaseSync, name: 'application_id' | 'user_version'): number {
  return Number(database.prepare(`pragma ${name}`).get()?.[name] ?? 0)
}

function assertOurs(database: DatabaseSync, path: string): void {
  const { tables } = database.prepare('select count(*) as tables from sqlite_schema').get() as { tables: number }
  if (tables > 0 && pragma(database, 'application_id') !== APPLICATION_ID)
    throw new StoreError('not-a-record', `${path} is the database of another program; name another data folder`)
  const version = pragma(database, 'user_version')
  if (version > MIGRATIONS.length)
    throw new StoreError(
      'newer',
      `${path} was written by a newer Onrecord (form ${version}, this one knows ${MIGRATIONS.length}); update Onrecord`,
    )
}

/**
 * Brings a database to the newest form, all of it or nothing. Two processes may do so at the same time.
 *
 * @param path as sentences name it
 * @throws StoreError when it is not a record, or one of a newer Onrecord
 */
export function migrate(database: DatabaseSync, path: string): void {
  assertOurs(database, path)
  if (pragma(database, 'user_version') === MIGRATIONS.length) return
  database.exec('begin immediate')
  try {
    assertOurs(database, path)
    for (const migration of MIGRATIONS.slice(pragma(database, 'user_version'))) database.exec(migration)
    database.exec(`pragma application_id = ${APPLICATION_ID}; pragma user_version = ${MIGRATIONS.length}; commit`)
  } catch (error) {
    database.exec('rollback')
    throw error
  }
}
