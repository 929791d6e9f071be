import type { Kysely } from 'kysely'
import type { Exports } from '../record/exports.ts'
import { recordsForExport, selectForExport } from './read-exports.ts'
import type { Tables } from './tables.ts'
import { writeExport } from './write-export.ts'
import type { Writer } from './writer.ts'

/** What leaves the record, in the transactions of a store. */
export function sqliteExports({
  read,
  write,
}: {
  readonly read: <T>(query: (db: Kysely<Tables>) => Promise<T>) => Promise<T>
  readonly write: <T>(query: (writer: Writer) => Promise<T>) => Promise<T>
}): Exports {
  return {
    select: (names) => read((db) => selectForExport(db, names)),
    records: (selection, after) => read((db) => recordsForExport(db, selection, after)),
    add: (made) => write((writer) => writeExport(writer, made)),
  }
}
