import { expect, test } from 'vitest'
import { stampLedger } from '../src/jobs/stamp-ledger.ts'
import { verifyWacz } from '../src/jobs/verify/wacz/verify-wacz.ts'
import { openRecord } from '../src/open-record.ts'
import { systemClock } from '../src/store/system-clock.ts'
import { partsOf } from './export-parts.ts'
import { exportIn, PAGE_URL, recordWithPage } from './exported-record.ts'
import { coverageOf } from './marked-coverage.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { type Authority, answerTo, madeAuthority } from './time-authority.ts'

const SECRET = 'https://example.org/nobody-else-knows'

async function withRecord(folder: string, work: (record: Awaited<ReturnType<typeof openRecord>>) => Promise<unknown>) {
  const record = await openRecord({ dataFolder: folder, collector: null }, systemClock)
  try {
    await work(record)
  } finally {
    await record.store.close()
  }
}

function stamp(folder: string, authority: Authority) {
  const ask = async (request: Uint8Array) => answerTo(authority, request)
  const options = { authority: 'here', ask, signal: new AbortController().signal, known: [] }
  return withRecord(folder, ({ store }) => stampLedger({ ...options, store, random: () => Buffer.of(1, 2, 3) }))
}

function addAnother(folder: string) {
  return withRecord(folder, ({ store }) =>
    store.addCoverage(coverageOf('[S:Ana Ruiz] [C:said]: [Q:“Nobody knows.”]', { url: SECRET })),
  )
}

async function verified(path: string) {
  const lines: string[] = []
  const out = async (line: string) => void lines.push(line)
  const faults = await verifyWacz(path, { known: [], now: systemClock.now(), out })
  return { faults, findings: lines.slice(0, -1), summary: lines.at(-1) ?? '' }
}

/** The kinds of the ledger's lines in an export; `link` for one that does not say what it is about. */
function ledgerIn(path: string): readonly string[] {
  const lines = partsOf(path).get('onrecord/ledger.jsonl')?.toString().trimEnd().split('\n') ?? []
  return lines.map((line) => JSON.parse(line)).map(({ kind, body }) => (typeof body === 'string' ? 'link' : kind))
}

test('an export of everything says on any machine who stamped the ledger, and when', async () => {
  const folder = temporaryFolder()
  await recordWithPage(folder)
  await stamp(folder, madeAuthority())
  const { faults, findings, summary } = await verified(await exportIn(folder))
  expect(faults).toBe(0)
  expect(findings).toEqual([
    expect.stringMatching(/^authority "Test Clock": who this is cannot be told here: .*"Test Root"/u),
  ])
  expect(summary).toMatch(
    /; 7 of 8 entries of the ledger were there when "Test Clock" stamped it, the last time at \d{4}-\d\d-\d\dT[\d:.]+Z$/u,
  )
})

test('an export of one article leads to the stamp without saying what the entries between are about', async () => {
  const folder = temporaryFolder()
  await recordWithPage(folder)
  await addAnother(folder)
  await stamp(folder, madeAuthority())
  await addAnother(folder)
  const path = await exportIn(folder, [PAGE_URL])
  expect(ledgerIn(path)).toEqual([
    'archive-file',
    'link',
    'link',
    'link',
    'capture',
    'text',
    'reading',
    'link',
    'link',
    'link',
  ])
  const { faults, summary } = await verified(path)
  expect(faults).toBe(0)
  expect(summary).toMatch(/; 4 of 4 entries of the ledger were there when "Test Clock" stamped it/u)
})

test('what was never stamped is said to be so, and needs no links', async () => {
  const folder = temporaryFolder()
  await recordWithPage(folder)
  await addAnother(folder)
  const path = await exportIn(folder, [PAGE_URL])
  expect(ledgerIn(path)).toEqual(['archive-file', 'capture', 'text', 'reading'])
  expect((await verified(path)).summary).toMatch(/; no time stamp says since when it is so$/u)
})
