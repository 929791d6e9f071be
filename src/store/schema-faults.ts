import { DatabaseSync } from 'node:sqlite'
import { type Kysely, sql } from 'kysely'
import type { SchemaFault } from '../record/evidence.ts'
import { migrate } from '../sqlite/migrate.ts'
import { RECORD_FORM } from './migrations.ts'
import type { Tables } from './tables.ts'

type Part = { readonly type: string; readonly name: string; readonly sql: string | null }

/** Goes once its bytes are in the archive. */
const PASSING = 'blob_bytes'

const PARTS = `select type, name, sql from sqlite_schema
  where name not like 'sqlite_%' and tbl_name <> '${PASSING}' order by type, name`

/** Tables, indexes and triggers as a new record has them. */
function madeParts(): readonly Part[] {
  const database = new DatabaseSync(':memory:')
  try {
    migrate(database, ':memory:', RECORD_FORM)
    return database.prepare(PARTS).all() as Part[]
  } finally {
    database.close()
  }
}

function named(parts: readonly Part[]): ReadonlyMap<string, string | null> {
  return new Map(parts.map((part) => [`${part.type} ${part.name}`, part.sql]))
}

/**
 * Whatever of the database's own rules is otherwise than Onrecord makes it: first of all the triggers that refuse to
 * alter a row of the record.
 */
export async function readSchemaFaults(db: Kysely<Tables>): Promise<readonly SchemaFault[]> {
  const { rows } = await sql<Part>`${sql.raw(PARTS)}`.execute(db)
  const [made, found] = [named(madeParts()), named(rows)]
  const faults: SchemaFault[] = []
  for (const [name, words] of made) {
    if (!found.has(name)) faults.push({ name, state: 'missing' })
    else if (found.get(name) !== words) faults.push({ name, state: 'altered' })
  }
  for (const name of found.keys()) if (!made.has(name)) faults.push({ name, state: 'added' })
  return faults
}
