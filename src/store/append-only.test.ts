import { expect, test } from 'vitest'
import { openTestRecord } from '../../test/open-test-record.ts'
import { fillEveryTable } from '../../test/record-of-everything.ts'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { openDatabase } from '../sqlite/open-database.ts'
import { RECORD_FORM } from './migrations.ts'
import { systemClock } from './system-clock.ts'

/** Derived, or not of the record. */
const DERIVED =
  /^current_|_words|^(?:dossier_)?removals_under_way$|^feed_(?:states|entries|entry_keys)$|^page_states$|^sign_in_/u

test('no row of the record can be changed, removed or replaced', async () => {
  const folder = temporaryFolder()
  const store = await openTestRecord({ folder, clock: systemClock })
  await fillEveryTable({ store })
  const bytes = Buffer.of(1)
  await store.addTimeStamp({ covers: { seq: 1, hash: 'a1' }, authority: 'here', request: bytes, answer: bytes })
  await store.close()

  const { database } = openDatabase({ folder, file: 'onrecord.sqlite' }, RECORD_FORM)
  const tables = database
    .prepare("select name from sqlite_schema where type = 'table'")
    .all()
    .map(({ name }) => String(name))
    .filter((name) => !DERIVED.test(name))
  expect(tables.length).toBe(40)
  for (const table of tables) {
    const [column = ''] = database
      .prepare(`select * from ${table}`)
      .columns()
      .map(({ name }) => name)
    expect(database.prepare(`select count(*) as rows from ${table}`).get(), table).not.toEqual({ rows: 0 })
    expect(() => database.exec(`update ${table} set ${column} = ${column}`)).toThrow('the record is only added to')
    expect(() => database.exec(`delete from ${table}`)).toThrow('the record is only added to')
    expect(() => database.exec(`replace into ${table} select * from ${table}`)).toThrow('the record is only added to')
  }
  database.close()
})
