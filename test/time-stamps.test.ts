import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { authorityAt } from '../src/gather/ask-authority.ts'
import { knownAuthorities } from '../src/gather/known-authorities.ts'
import { stampIfDue } from '../src/jobs/daily-stamps.ts'
import { stampLedger } from '../src/jobs/stamp-ledger.ts'
import { verifyRecord } from '../src/jobs/verify/verify-record.ts'
import { type OpenRecord, openRecord } from '../src/open-record.ts'
import type { Clock } from '../src/record/clock.ts'
import { systemClock } from '../src/store/system-clock.ts'
import { alteredDatabase } from './altered-database.ts'
import { coverageOf } from './marked-coverage.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { type Authority, answerTo, madeAuthority } from './time-authority.ts'

const never = new AbortController().signal

/** An authority on this machine; `answer` stands in for its own. */
async function serve(authority: Authority, answer = (request: Buffer) => answerTo(authority, request)) {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => response.end(answer(Buffer.concat(chunks))))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

/** A record with an article, in a folder. */
async function recordIn(folder: string, clock: Clock = systemClock) {
  const record = await openRecord({ dataFolder: folder, collector: null }, clock)
  onTestFinished(() => record.store.close())
  await record.store.addCoverage(coverageOf('[S:Mara Lee] [C:said]: [Q:“It is over.”]'))
  return record
}

/** A record of four entries, stamped; how it is stamped again, and its database. */
async function stamped(authority = madeAuthority()) {
  const folder = temporaryFolder()
  const root = join(folder, 'root.pem')
  writeFileSync(root, authority.root)
  const known = knownAuthorities(root)
  const record = await recordIn(folder)
  const address = await serve(authority)
  const options = { store: record.store, authority: address, ask: authorityAt(address), signal: never, known }
  const stamp = () => stampLedger({ ...options, random: () => Buffer.of(0xff, 1, 2, 3, 4, 5, 6, 7) })
  const outcome = await stamp()
  const { database, unruled } = alteredDatabase(folder)
  onTestFinished(() => database.close())
  return { record, known, outcome, stamp, database, unruled }
}

type Checking = Partial<Omit<Parameters<typeof verifyRecord>[0], 'out'>>

/** The lines that `verify` prints, without ids and times. */
async function verified({ store, archive }: OpenRecord, checking: Checking = {}) {
  const lines: string[] = []
  const out = async (line: string) => void lines.push(line)
  const base = { evidence: store.evidence, archive, known: [], now: systemClock.now(), out }
  const faults = await verifyRecord({ ...base, ...checking })
  const told = lines.map((line) =>
    line
      .replace(/[0-9A-HJKMNP-TV-Z]{26}/gu, 'ID')
      .replace(/\d{4}-\d\d-\d\d(T[\d:.]+Z)?/gu, 'WHEN')
      .replace(/[0-9a-f]{64}/gu, 'SHA'),
  )
  return { faults, findings: told.slice(0, -1), summary: told.at(-1) }
}

test('the ledger is stamped, and the stamp checked offline', async () => {
  const { record, known, outcome, stamp } = await stamped()
  expect(outcome).toMatchObject({ state: 'stamped', covers: { seq: 4 }, by: 'Test Clock' })
  expect(await stamp()).toEqual({ state: 'current', seq: 5 })
  const { findings, summary } = await verified(record, { known })
  expect(findings).toEqual([])
  expect(summary).toMatch(/ and 1 time stamp, the last of WHEN over entry 4: everything is as it was recorded$/u)
})

test('an authority that nobody named is told once, and a certificate that ran out since; neither is a fault', async () => {
  const { record, stamp } = await stamped()
  await record.store.addCoverage(coverageOf('[S:Tom Ross] [C:said]: [Q:“It is not.”]'))
  await stamp()
  const { faults, findings } = await verified(record, { now: '2099-01-01T00:00:00.000Z' })
  expect(faults).toBe(0)
  expect(findings).toEqual([
    'authority "Test Clock": who this is cannot be told here: the chain of certificates ends at "Test Root" (SHA-256 SHA); if you know it, name its file in ONRECORD_TSA_CA',
    'authority "Test Clock": its certificate ran out on WHEN; what it stamped before that holds',
  ])
})

/** What somebody did after the stamp, and what is said of it. */
const HARMS: readonly [name: string, sql: string, findings: readonly string[]][] = [
  [
    'a ledger cut short',
    'delete from ledger where seq > 3',
    [
      'reading ID: the ledger says nothing of it: it was put in from outside, or the ledger was cut short',
      'time stamp ID: the ledger says nothing of it: it was put in from outside, or the ledger was cut short',
      'time stamp of WHEN (ID): it covers entry 4 of the ledger, and the ledger ends at entry 3; it was cut short after WHEN',
    ],
  ],
  [
    'an answer altered',
    "update time_stamps set answer = x'3003020100'",
    [
      "time stamp ID (ledger entry 5): the authority's answer was altered in the database",
      'time stamp ID: it is no time stamp of RFC 3161: its status is missing',
    ],
  ],
  [
    'a stamp put over something else',
    'update time_stamps set hash = hex(zeroblob(32))',
    [
      'time stamp ID (ledger entry 5): which entry it covers was altered in the database',
      'time stamp of WHEN (ID): it stands over something else than the ledger',
    ],
  ],
  [
    'a stamp taken out',
    'delete from time_stamps',
    ['time stamp ID (ledger entry 5): the ledger tells of it, and it is no longer in the database'],
  ],
]

test.each(HARMS)('%s: it is named, and nothing else', async (_, sql, expected) => {
  const { record, known, database, unruled } = await stamped()
  unruled(() => database.exec(sql))
  const { findings, faults } = await verified(record, { known })
  expect(findings).toEqual(expected)
  expect(faults).toBeGreaterThan(0)
})

test('a ledger made anew after the stamp, its chain whole, is told by the stamp', async () => {
  const { record, known, database, unruled } = await stamped()
  const other = await recordIn(temporaryFolder())
  const entries = await other.store.evidence.ledger(0)
  unruled(() => {
    database.exec('delete from ledger')
    for (const { seq, at, kind, body, previous, hash } of entries)
      database
        .prepare('insert into ledger values (?, ?, ?, ?, ?, ?)')
        .run(seq, at, kind, JSON.stringify(body), previous, hash)
  })
  const { findings } = await verified(record, { known })
  expect(findings).toContain(
    "time stamp of WHEN (ID): the ledger's entry 4 is not the one that was stamped; it was altered after WHEN",
  )
})

test('a clock that was ahead is told by the stamp', async () => {
  const authority = madeAuthority()
  const record = await recordIn(temporaryFolder(), { now: () => '2098-01-01T00:00:00.000Z' })
  const ask = async (request: Uint8Array) => answerTo(authority, request)
  const options = { store: record.store, authority: 'here', ask, signal: never, known: [] }
  await stampLedger({ ...options, random: () => Buffer.of(1) })
  const { findings, faults } = await verified(record)
  expect(faults).toBe(0)
  expect(findings[0]).toBe(
    "time stamp of WHEN (ID): entry 4 says that it was recorded at WHEN, and was stamped at WHEN; this machine's clock was ahead",
  )
})

const OTHER = Buffer.from('not a stamp')

/** What an authority does that is none, and what the person is told; nothing is kept. */
const REFUSED: readonly [name: string, answer: (authority: Authority, request: Buffer) => Buffer, sentence: RegExp][] =
  [
    ['answers with a page', () => OTHER, /gave no time stamp: it is no time stamp of RFC 3161/u],
    ['refuses', (authority) => answerTo(authority, OTHER), /gave no time stamp: it refused: Bad request format/u],
    ['floods', () => Buffer.alloc(1_000_000), /gave no time stamp: its answer is longer than 256 kB/u],
    ['is another', (_, request) => answerTo(madeAuthority(), request), /no certificate that ONRECORD_TSA_CA names/u],
  ]

test.each(REFUSED)('an authority that %s', async (_, answer, sentence) => {
  const folder = temporaryFolder()
  const authority = madeAuthority()
  writeFileSync(join(folder, 'root.pem'), authority.root)
  const { store } = await recordIn(folder)
  const address = await serve(authority, (request) => answer(authority, request))
  const known = knownAuthorities(join(folder, 'root.pem'))
  const options = { store, authority: address, ask: authorityAt(address), signal: never, known }
  await expect(stampLedger({ ...options, random: () => Buffer.of(1) })).rejects.toThrow(sentence)
  expect(await store.evidence.timeStamps(null)).toEqual([])
})

test('an authority that is not there is told as that', async () => {
  await expect(authorityAt('http://127.0.0.1:9/')(OTHER, never)).rejects.toThrow(
    /^http:\/\/127\.0\.0\.1:9\/ gave no time stamp: /u,
  )
})

test('it is stamped once a day', async () => {
  let now = '2026-03-01T12:00:00.000Z'
  const clock = { now: () => now }
  const { store } = await recordIn(temporaryFolder(), clock)
  const authority = madeAuthority()
  const ask = async (request: Uint8Array) => answerTo(authority, request)
  const options = { store, authority: 'here', ask, signal: never, known: [], random: () => Buffer.of(1) }
  const due = () => stampIfDue({ evidence: store.evidence, stamp: () => stampLedger(options), clock }, never)
  const count = async () => (await store.evidence.timeStamps(null)).length
  await due()
  await store.addCoverage(coverageOf('[S:Tom Ross] [C:said]: [Q:“It is not.”]'))
  now = '2026-03-02T11:59:59.000Z'
  await due()
  expect(await count()).toBe(1)
  now = '2026-03-02T12:00:00.000Z'
  await due()
  expect(await count()).toBe(2)
})
