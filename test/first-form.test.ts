import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { verifyRecord } from '../src/jobs/verify/verify-record.ts'
import { openRecord } from '../src/open-record.ts'
import { FIRST_RECORD } from '../src/store/migrations/0001-first-record.ts'
import { RECORD_FORM } from '../src/store/migrations.ts'
import { systemClock } from '../src/store/system-clock.ts'
import { coverageOf } from './marked-coverage.ts'
import { temporaryFolder } from './temporary-folder.ts'

const DAY = '2026-01-02T00:00:00.000Z'
const COVERAGE = coverageOf('[S:Mara Lee] [C:said]: [Q:“It is over.”]')
const SHA256 = createHash('sha256').update(COVERAGE.bytes).digest('hex')

/** What a record of the first form holds of one article that was captured twice: the bytes are in the database. */
function writeFirstForm(folder: string): void {
  const database = new DatabaseSync(join(folder, 'onrecord.sqlite'))
  database.exec(FIRST_RECORD)
  database.exec(`pragma application_id = ${RECORD_FORM.applicationId}; pragma user_version = 1`)
  const insert = (table: string, row: Readonly<Record<string, string | number | null | Uint8Array>>) =>
    database
      .prepare(`insert into ${table} (${Object.keys(row)}) values (${Object.keys(row).map(() => '?')})`)
      .run(...Object.values(row))
  const recorded = { recorded_at: DAY }
  insert('blobs', { sha256: SHA256, size: COVERAGE.bytes.length, ...recorded })
  insert('blob_bytes', { sha256: SHA256, bytes: COVERAGE.bytes })
  insert('captures', { id: 'c1', sha256: SHA256, name: 'a.txt', ...recorded })
  insert('captures', { id: 'c2', sha256: SHA256, url: 'https://example.org/a', name: 'a', ...recorded })
  insert('articles', { seq: 1, id: 'a1', sha256: SHA256, ...recorded })
  insert('texts', { id: 't1', article_id: 'a1', text: COVERAGE.article.text, ...recorded })
  const reader = { reader_name: 'marks', reader_version: '1', names: '[]' }
  insert('readings', { id: 'r1', text_id: 't1', ...reader, ...recorded })
  insert('actors', { seq: 1, id: 'p1', ...recorded })
  const name = { name: 'Mara Lee', normalised: 'mara lee', script: 'Latn', kind: 'official' }
  insert('names', { id: 'n1', actor_id: 'p1', ...name, ...recorded })
  insert('statements', { id: 's1', article_id: 'a1', ...recorded })
  const found = JSON.stringify(COVERAGE.reading.statements[0])
  insert('statement_readings', {
    reading_id: 'r1',
    statement_id: 's1',
    position: 0,
    found,
    speaker_id: 'p1',
    ...recorded,
  })
  insert('current_articles', { seq: 1, article_id: 'a1', text_id: 't1', reading_id: 'r1', statements: 1 })
  const current = { statement_id: 's1', article_seq: 1, reading_id: 'r1', found_in: 'r1' }
  insert('current_statements', { ...current, still_read: 1, position: 0, speaker_id: 'p1' })
  insert('current_speakers', { seq: 1, actor_id: 'p1', statements: 1, articles: 1 })
  database.close()
}

test('a record of the first form is brought over whole: its bytes are in the archive, and the ledger tells of all', async () => {
  const folder = temporaryFolder()
  writeFirstForm(folder)
  for (const _ of ['brought over', 'opened again']) {
    const { store, archive } = await openRecord({ dataFolder: folder, collector: null }, systemClock)
    const lines: string[] = []
    const out = async (line: string) => void lines.push(line)
    await verifyRecord({ evidence: store.evidence, archive, known: [], now: systemClock.now(), out })
    expect(lines).toEqual([
      expect.stringMatching(
        /^checked 5 ledger entries, 1 statements? and 5 records .*: everything is as it was recorded$/u,
      ),
    ])
    expect(Buffer.from((await store.blob(SHA256)) ?? []).equals(COVERAGE.bytes)).toBe(true)
    await store.close()
  }
})
