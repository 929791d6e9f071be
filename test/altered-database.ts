import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** A record's database as somebody has it in hand who is kept from nothing. */
export type AlteredDatabase = {
  readonly database: DatabaseSync
  /** Does something that the record's own rules refuse, and puts the rules back. */
  readonly unruled: (work: () => void) => void
}

/** Opens the database of the record in a folder, beside the process that has it open. */
export function alteredDatabase(folder: string): AlteredDatabase {
  const database = new DatabaseSync(join(folder, 'onrecord.sqlite'), { enableForeignKeyConstraints: false })
  database.exec('pragma ignore_check_constraints = on')
  const triggers = database.prepare("select name, sql from sqlite_schema where type = 'trigger'").all()
  const unruled = (work: () => void) => {
    for (const { name } of triggers) database.exec(`drop trigger ${name}`)
    try {
      work()
    } finally {
      for (const { sql } of triggers) database.exec(String(sql))
    }
  }
  return { database, unruled }
}
