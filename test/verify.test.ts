import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { verifyRecord } from '../src/jobs/verify/verify-record.ts'
import { type OpenRecord, openRecord } from '../src/open-record.ts'
import { systemClock } from '../src/store/system-clock.ts'
import { coverageOf } from './marked-coverage.ts'
import { temporaryFolder } from './temporary-folder.ts'

const WARC = 'onrecord-00001.warc.gz'
const CLEAN = /: everything is as it was recorded$/u

/** How many bytes are altered, one at a time, in each of the three places. */
const FLIPS = Number(process.env['ONRECORD_FLIPS'] ?? 120)

/** A record of three articles, and its database with nothing that would refuse a change. */
async function recordIn(folder: string) {
  const record = await openRecord({ dataFolder: folder, collector: null }, systemClock)
  for (const name of ['Mara Lee', 'Tom Ross', 'Ana Ruiz'])
    await record.store.addCoverage(coverageOf(`[S:${name}] [C:said]: [Q:“It is over, “für immer” 🙂.”]`))
  const database = new DatabaseSync(join(folder, 'onrecord.sqlite'), { enableForeignKeyConstraints: false })
  const triggers = database.prepare("select name from sqlite_schema where type = 'trigger'").all()
  for (const { name } of triggers) database.exec(`drop trigger ${name}`)
  return { record, database }
}

/** What `verify` prints: the lines before the last, and the last. */
async function verified({ store, archive }: OpenRecord) {
  const lines: string[] = []
  const faults = await verifyRecord({
    evidence: store.evidence,
    archive,
    known: [],
    now: systemClock.now(),
    out: async (line) => void lines.push(line),
  })
  return { faults, findings: lines.slice(0, -1), summary: lines.at(-1) ?? '' }
}

test('what was recorded is found as it was', async () => {
  const { record } = await recordIn(temporaryFolder())
  const { faults, findings, summary } = await verified(record)
  expect(findings).toEqual([])
  expect(faults).toBe(0)
  expect(summary).toMatch(CLEAN)
  expect(summary).toContain('checked 10 ledger entries, 3 statements and 7 records')
  await record.store.close()
})

/** What somebody did to the database, and the lines that `verify` prints of it; ids are left out. */
const HARMS: readonly [name: string, sql: string, findings: readonly string[]][] = [
  [
    'words altered',
    "update texts set text = replace(text, 'over', 'open') where text like '%Lee%'",
    ['text ID (ledger entry 3): its words were altered in the database'],
  ],
  [
    'words taken out',
    "update texts set text = substr(text, 1, 20) where text like '%Lee%'",
    [
      'text ID (ledger entry 3): its words were altered in the database',
      'statement ID (reading ID): its words are not where the reading says; the text or the reading was altered in the database',
    ],
  ],
  [
    'a headline put in',
    "update texts set headline = 'War' where text like '%Lee%'",
    ['text ID (ledger entry 3): its headline, byline or another value beside its words was altered in the database'],
  ],
  [
    'a statement given to another speaker',
    'update statement_readings set speaker_id = (select max(id) from actors) where speaker_id = (select min(id) from actors)',
    ['reading ID (ledger entry 4): what the machine read was altered in the database'],
  ],
  [
    'an address put to a capture',
    "update captures set url = 'https://example.org' where id = (select min(id) from captures)",
    ['capture ID (ledger entry 2): how its bytes were received was altered in the database'],
  ],
  [
    'a reading taken out',
    'delete from readings where id = (select min(id) from readings)',
    ['reading ID (ledger entry 4): the ledger tells of it, and it is no longer in the database'],
  ],
  [
    'an entry taken out',
    'delete from ledger where seq = 6',
    [
      'ledger entry 7: one or more entries before it are missing; they were taken out',
      'text ID: the ledger says nothing of it: it was put in from outside, or the ledger was cut short',
    ],
  ],
  [
    'a ledger cut short',
    'delete from ledger where seq > 8',
    [
      'text ID: the ledger says nothing of it: it was put in from outside, or the ledger was cut short',
      'reading ID: the ledger says nothing of it: it was put in from outside, or the ledger was cut short',
    ],
  ],
  [
    "a record's digest altered",
    "update archive_records set sha256 = '0' where start = (select max(start) from archive_records)",
    [
      'capture ID (ledger entry 8): where its records lie in the archive was altered in the database',
      `${WARC} at byte N: the record that begins here is not as it was kept; its bytes were altered`,
    ],
  ],
]

test.each(HARMS)('%s: it is named, and nothing else', async (_, sql, expected) => {
  const { record, database } = await recordIn(temporaryFolder())
  database.exec(sql)
  const { faults, findings } = await verified(record)
  const told = findings.map((line) =>
    line.replace(/[0-9A-HJKMNP-TV-Z]{26}/gu, 'ID').replace(/at byte \d+/u, 'at byte N'),
  )
  expect(told).toEqual(expected)
  expect(faults).toBeGreaterThan(0)
  database.close()
  await record.store.close()
})

/** Numbers that look drawn at random and are the same each time. */
function* drawn(): Generator<number> {
  for (let state = 1; ; ) {
    state = (state * 48_271) % 2_147_483_647
    yield state
  }
}

test('any byte of the archive that is altered is found, in the record where it is', async () => {
  const folder = temporaryFolder()
  const { record, database } = await recordIn(folder)
  const path = join(folder, 'archive', WARC)
  const kept = readFileSync(path)
  const starts = database
    .prepare('select start from archive_records order by start')
    .all()
    .map((row) => Number(row['start']))
  const random = drawn()
  for (let flip = 0; flip < FLIPS; flip += 1) {
    const at = random.next().value % kept.length
    const altered = Buffer.from(kept)
    altered.writeUInt8(kept.readUInt8(at) ^ (1 << (random.next().value % 8)), at)
    writeFileSync(path, altered)
    const start = starts.findLast((each) => each <= at)
    expect((await verified(record)).findings).toEqual([expect.stringContaining(`${WARC} at byte ${start}: `)])
  }
  writeFileSync(path, kept)
  expect((await verified(record)).summary).toMatch(CLEAN)
  database.close()
  await record.store.close()
})

/** Columns whose bytes are altered one at a time, and the words by which the row is named. */
const ROWS: readonly [table: string, columns: readonly string[], named: (row: Record<string, unknown>) => RegExp][] = [
  ['ledger', ['at', 'kind', 'body', 'previous', 'hash'], ({ seq }) => new RegExp(`ledger entry ${seq}\\b`, 'u')],
  ['texts', ['text'], ({ id }) => new RegExp(`^text ${id} `, 'u')],
]

test.each(ROWS)('any byte of the %s that is altered is found', async (table, columns, named) => {
  const { record, database } = await recordIn(temporaryFolder())
  const rows = database.prepare(`select rowid as key, * from ${table}`).all()
  const random = drawn()
  const pick = <T>(list: readonly T[]) => list[random.next().value % list.length] as T
  for (let flip = 0; flip < FLIPS; flip += 1) {
    const row = pick(rows)
    const column = pick(columns)
    const bytes = Buffer.from(String(row[column]))
    const at = random.next().value % bytes.length
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (random.next().value % 8)), at)
    const set = database.prepare(`update ${table} set ${column} = cast(? as text) where rowid = ?`)
    set.run(bytes, row['key'] as number)
    const { faults, findings } = await verified(record)
    expect(faults, `${column} at ${at}`).toBeGreaterThan(0)
    expect(
      findings.some((line) => named(row).test(line)),
      findings.join('\n'),
    ).toBe(true)
    set.run(Buffer.from(String(row[column])), row['key'] as number)
  }
  expect((await verified(record)).summary).toMatch(CLEAN)
  database.close()
  await record.store.close()
})
