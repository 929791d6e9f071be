import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { openTestRecord } from '../../test/open-test-record.ts'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { systemClock } from './system-clock.ts'

const clock = systemClock
const fileIn = (folder: string) => join(folder, 'onrecord.sqlite')

/** What stands in the data folder's place, the code and the sentence that opening it gives. */
const REFUSED: readonly [name: string, prepare: (folder: string) => void, code: string, sentence: RegExp][] = [
  [
    'a file that is not a database',
    (folder) => writeFileSync(fileIn(folder), 'Dear Ms Lee, '.repeat(100)),
    'not-a-record',
    /onrecord\.sqlite: it is not a database; move it away, or name another data folder$/u,
  ],
  [
    "another program's database",
    (folder) => new DatabaseSync(fileIn(folder)).exec('create table bookmarks (url text)'),
    'not-a-record',
    /is the database of another program; name another data folder$/u,
  ],
  [
    'a record of a newer Onrecord',
    (folder) => new DatabaseSync(fileIn(folder)).exec('pragma application_id = 0x4f6e5265; pragma user_version = 99'),
    'newer',
    /was written by a newer Onrecord \(form 99, this one knows \d+\); update Onrecord$/u,
  ],
  [
    'a folder in the place of the file',
    (folder) => mkdirSync(fileIn(folder)),
    'not-writable',
    /onrecord\.sqlite: it cannot be opened; give this user the right to write there/u,
  ],
]

test.each(REFUSED)('%s is refused in a sentence', async (_, prepare, code, sentence) => {
  const folder = temporaryFolder()
  prepare(folder)
  await expect(openTestRecord({ folder, clock })).rejects.toMatchObject({
    code,
    message: expect.stringMatching(sentence),
  })
})

test('what is refused is left as it was', async () => {
  const folder = temporaryFolder()
  const letter = 'Dear Ms Lee, '.repeat(100)
  writeFileSync(fileIn(folder), letter)
  await expect(openTestRecord({ folder, clock })).rejects.toThrow()
  expect(readFileSync(fileIn(folder), 'utf8')).toBe(letter)
})

test('a data folder that cannot be made is named in a sentence', async () => {
  const file = join(temporaryFolder(), 'a-file')
  writeFileSync(file, '')
  await expect(openTestRecord({ folder: join(file, 'data'), clock })).rejects.toMatchObject({
    code: 'not-writable',
    message: expect.stringMatching(/a-file\/data: this folder cannot be made; .+ name another data folder$/u),
  })
})

// Node's recursive mkdir hangs there.
test.runIf(existsSync('/proc/self'))('a data folder that the file system refuses is named in a sentence', async () => {
  await expect(openTestRecord({ folder: '/proc/onrecord/data', clock })).rejects.toMatchObject({ code: 'not-writable' })
})

test('a data folder is made with the folders above it, and opens again', async () => {
  const folder = join(temporaryFolder(), 'a', 'b')
  for (const _ of [1, 2]) {
    await (await openTestRecord({ folder, clock })).close()
    expect(readdirSync(folder)).toEqual(['onrecord.sqlite', 'record.key'])
  }
  const database = new DatabaseSync(fileIn(folder))
  expect(database.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' })
  expect(database.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
})
