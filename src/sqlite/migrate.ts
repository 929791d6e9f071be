import type { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../record/store-error.ts'

/** What a database of ours holds. */
export type DatabaseForm = {
  /** Marks the SQLite file as ours, so that another program's database is never written to. */
  readonly applicationId: number
  /** SQL, in the order in which it was made. One that was released is never changed: a newer one follows it. */
  readonly migrations: readonly string[]
}

function pragma(database: DatabaseSync, name: 'application_id' | 'user_version'): number {
  return Number(database.prepare(`pragma ${name}`).get()?.[name] ?? 0)
}

function assertOurs(database: DatabaseSync, path: string, { applicationId, migrations }: DatabaseForm): void {
  const { tables } = database.prepare('select count(*) as tables from sqlite_schema').get() as { tables: number }
  if (tables > 0 && pragma(database, 'application_id') !== applicationId)
    throw new StoreError('not-a-record', `${path} is the database of another program; name another data folder`)
  const version = pragma(database, 'user_version')
  if (version > migrations.length)
    throw new StoreError(
      'newer',
      `${path} was written by a newer Onrecord (form ${version}, this one knows ${migrations.length}); update Onrecord`,
    )
}

/**
 * Brings a database to the newest form, all of it or nothing. Two processes may do so at the same time.
 *
 * @param path as sentences name it
 * @throws StoreError when it is not of this form, or of a newer Onrecord
 */
export function migrate(database: DatabaseSync, path: string, form: DatabaseForm): void {
  const { applicationId, migrations } = form
  assertOurs(database, path, form)
  if (pragma(database, 'user_version') === migrations.length) return
  database.exec('begin immediate')
  try {
    assertOurs(database, path, form)
    for (const migration of migrations.slice(pragma(database, 'user_version'))) database.exec(migration)
    database.exec(`pragma application_id = ${applicationId}; pragma user_version = ${migrations.length}; commit`)
  } catch (error) {
    database.exec('rollback')
    throw error
  }
}
