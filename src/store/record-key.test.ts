import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { coverageOf } from '../../test/marked-coverage.ts'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { verifyRecord } from '../jobs/verify/verify-record.ts'
import { openRecord } from '../open-record.ts'
import { KEY_FILE, openRecordKey } from './record-key.ts'
import { systemClock } from './system-clock.ts'

test('the key is made once, whole, for its owner alone', () => {
  const folder = temporaryFolder()
  const key = openRecordKey(folder)
  expect(openRecordKey(folder)).toEqual(key)
  expect(readdirSync(folder)).toEqual([KEY_FILE])
  expect(statSync(join(folder, KEY_FILE)).mode & 0o777).toBe(0o600)
})

test('a file that holds no key is told as that, and kept', () => {
  const folder = temporaryFolder()
  for (const words of ['', 'a1', `${'x'.repeat(64)}\n`]) {
    writeFileSync(join(folder, KEY_FILE), words)
    expect(() => openRecordKey(folder)).toThrow(/record\.key: this is not the key of a record/u)
    expect(readFileSync(join(folder, KEY_FILE), 'utf8')).toBe(words)
  }
})

test('a key that was replaced is told once, and puts nothing else in doubt', async () => {
  const folder = temporaryFolder()
  const place = { dataFolder: folder, collector: null }
  const first = await openRecord(place, systemClock)
  await first.store.addCoverage(coverageOf('[S:Mara Lee] [C:said]: [Q:“It is over.”]'))
  const entries = await first.store.evidence.ledger(0)
  await first.store.close()
  const personal = entries.flatMap(({ body }) => Object.values(body)).filter((value) => `${value}`.startsWith('hmac'))
  expect(personal).toHaveLength(3)

  rmSync(join(folder, KEY_FILE))
  const { store, archive } = await openRecord(place, systemClock)
  const lines: string[] = []
  const out = async (line: string) => void lines.push(line)
  const faults = await verifyRecord({ evidence: store.evidence, archive, known: [], now: systemClock.now(), out })
  await store.close()
  expect(faults).toBe(1)
  expect(lines[0]).toMatch(/^record\.key: the ledger was written with another key \([0-9a-f]{16}\), which is missing/u)
})
