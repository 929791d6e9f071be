import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { expect, test } from 'vitest'
import { NodeSqliteDialect } from './sqlite-dialect.ts'

/** A database that has room for a few pages, as on a disk that is almost full. */
function smallDatabase() {
  const database = new DatabaseSync(':memory:')
  database.exec('create table lines (words text); pragma max_page_count = 20')
  return new Kysely<{ lines: { words: string } }>({ dialect: new NodeSqliteDialect(database) })
}

test('a database that becomes full says so, keeps what it had, and takes what there is room for', async () => {
  const db = smallDatabase()
  const add = (words: string) => db.transaction().execute((trx) => trx.insertInto('lines').values({ words }).execute())
  await add('first')
  await expect(add('x'.repeat(1_000_000))).rejects.toMatchObject({ errcode: 13 })
  await add('second')
  expect(await db.selectFrom('lines').selectAll().execute()).toEqual([{ words: 'first' }, { words: 'second' }])
  await db.destroy()
})
