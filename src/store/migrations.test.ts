import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { migrate } from '../sqlite/migrate.ts'
import { FIRST_RECORD } from './migrations/0001-first-record.ts'
import { RECORD_FORM } from './migrations.ts'

test('a record of the first form keeps its captures when it is brought to the newest', () => {
  const database = new DatabaseSync(':memory:')
  database.exec(FIRST_RECORD)
  database.exec(`pragma application_id = ${RECORD_FORM.applicationId}; pragma user_version = 1`)
  database.exec(
    `insert into blobs values ('b', 1, 'day'); insert into captures values ('c', 'b', null, 'n', null, 'day')`,
  )
  migrate(database, 'record', RECORD_FORM)
  expect(database.prepare('select id, sha256, name, via from captures').all()).toEqual([
    { id: 'c', sha256: 'b', name: 'n', via: null },
  ])
  expect(() => database.exec("update captures set via = 'fetch'")).toThrow('only added to')
  database.close()
})
