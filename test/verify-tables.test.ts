import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { verifyRecord } from '../src/jobs/verify/verify-record.ts'
import { type OpenRecord, openRecord } from '../src/open-record.ts'
import { systemClock } from '../src/store/system-clock.ts'
import { fillEveryTable } from './record-of-everything.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** How many bytes are altered, one at a time, drawn from all tables; "all" alters one byte of every value there is. */
const { ONRECORD_FLIPS = '333' } = process.env

/** Not of the record: how it stands with what is fetched, what is left to do, and words for searching, made of others. */
const WORKING =
  /_words|^current_archives$|^(?:dossier_)?removals_under_way$|^feed_(?:states|entries|entry_keys)$|^page_states$|^sign_in_/u

type Value = string | number | Uint8Array
type Row = Readonly<Record<string, Value | null>>

/** One value of the database. */
type Cell = { readonly table: string; readonly row: Row; readonly column: string; readonly value: Value }

/** What `verify` prints before its last line; the triggers that the test takes out, so that it can alter rows, aside. */
async function findings({ store, archive }: OpenRecord): Promise<readonly string[]> {
  const lines: string[] = []
  const out = async (line: string) => void lines.push(line)
  await verifyRecord({ evidence: store.evidence, archive, known: [], now: systemClock.now(), out })
  return lines.slice(0, -1).filter((line) => !line.startsWith('trigger '))
}

/** Numbers that look drawn at random and are the same each time. */
function drawn(): (below: number) => number {
  let state = 1
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

/** A value with one bit of it other than it was. */
function flipped(value: Value, random: (below: number) => number): Value {
  if (typeof value === 'number') return value ^ (1 << random(8))
  const bytes = Buffer.from(value as string)
  const at = random(bytes.length)
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << random(8)), at)
  return bytes
}

/** A record with rows in every table, its values, and its database with nothing that refuses a change. */
async function recordOfEverything() {
  const folder = temporaryFolder()
  const record = await openRecord({ dataFolder: folder, collector: null }, systemClock)
  await fillEveryTable(record)
  const database = new DatabaseSync(join(folder, 'onrecord.sqlite'), { enableForeignKeyConstraints: false })
  database.exec('pragma ignore_check_constraints = on')
  for (const { name } of database.prepare("select name from sqlite_schema where type = 'trigger'").all())
    database.exec(`drop trigger ${name}`)
  const tables = database
    .prepare("select name from sqlite_schema where type = 'table'")
    .all()
    .map(({ name }) => String(name))
    .filter((name) => !WORKING.test(name))
  const cells = tables.flatMap((table) =>
    (database.prepare(`select * from ${table}`).all() as Row[]).flatMap((row) =>
      Object.entries(row).flatMap(([column, value]): readonly Cell[] =>
        value === null || value === '' ? [] : [{ table, row, column, value }],
      ),
    ),
  )
  return { record, database, cells }
}

/** The words by which an altered value is named, where the issue asks for the place. */
function nameOf({ table, row, column }: Cell): RegExp {
  if (table === 'ledger' && column !== 'seq') return new RegExp(`ledger entry ${row['seq']}\\b`, 'u')
  if (table === 'texts' && column === 'text') return new RegExp(`^text ${row['id']} `, 'mu')
  return /./u
}

/** Alters a value, looks what `verify` says of it, and puts the value back. @returns null where SQLite refuses it */
async function toldOf({ record, database }: { record: OpenRecord; database: DatabaseSync }, cell: Cell, other: Value) {
  const { table, row, column, value } = cell
  database.exec(`create temp table kept as select * from main.${table}`)
  const set = `update or ignore ${table} set ${column} = ${typeof value === 'string' ? 'cast(? as text)' : '?'}`
  const where = Object.keys(row).map((name) => `${name} is ?`)
  const { changes } = database.prepare(`${set} where ${where.join(' and ')}`).run(other, ...Object.values(row))
  const told = changes === 0 ? null : await findings(record)
  database.exec(`delete from ${table}; insert into ${table} select * from kept; drop table temp.kept`)
  return told
}

test('any byte of any table that is altered is found', { timeout: 600_000 }, async () => {
  const { record, database, cells } = await recordOfEverything()
  const whole = await findings(record)
  expect(whole).toEqual([
    expect.stringMatching(/^article \w+ \(ledger entry \d+\): removed on /u),
    expect.stringMatching(/^dossier dam, part \w+ \(ledger entry \d+\): removed on /u),
  ])
  const random = drawn()
  const evidence = cells.filter(({ table, column }) => table === 'ledger' || column === 'text')
  const drawnCells = Array.from({ length: Number(ONRECORD_FLIPS) }, (_, at) => {
    const among = at % 2 === 0 ? cells : evidence
    return among[random(among.length)] as Cell
  })
  for (const cell of ONRECORD_FLIPS === 'all' ? cells : drawnCells) {
    const other = flipped(cell.value, random)
    const told = await toldOf({ record, database }, cell, other)
    const place = `${cell.table}.${cell.column}: ${cell.value} became ${other}`
    if (told === null) continue
    expect(told, place).not.toEqual(whole)
    expect(told.join('\n'), place).toMatch(nameOf(cell))
  }
  expect(await findings(record)).toEqual(whole)
  database.close()
  await record.store.close()
})
