import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { verifyRecord } from '../src/jobs/verify/verify-record.ts'
import { type OpenRecord, openRecord } from '../src/open-record.ts'
import type { Clock } from '../src/record/clock.ts'
import type { DossierPart } from '../src/record/dossier-removal.ts'
import type { Id } from '../src/record/id.ts'
import { coverageOf } from './marked-coverage.ts'
import { saying, smallDossier, taken } from './small-dossier.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A name that stands in the actor, its id in the file, an event, a title; the article has none of it. */
const WORD = 'Quetzalina'
const REASON = 'the court of Tarn ordered it'
const ASKED = { reason: REASON, by: null }
const NOW = { at: null, on: null }

/** A clock that goes on by a minute at each look. */
function ticking(): Clock {
  let at = Date.UTC(2026, 2, 1, 12)
  return {
    now: () => {
      at += 60_000
      return new Date(at).toISOString()
    },
  }
}

async function opened(folder: string, clock: Clock): Promise<OpenRecord> {
  const record = await openRecord({ dataFolder: folder, collector: null }, clock)
  onTestFinished(() => record.store.close().catch(() => undefined))
  return record
}

function dossierOf(articleId: Id, statementId: Id) {
  const small = smallDossier([saying(articleId, statementId, `${WORD}-lee`)])
  const [actor] = small.actors
  const [report] = small.commitments
  if (actor === undefined || report === undefined) throw new Error('a small dossier has both')
  const id = `${WORD}-lee`
  const names = [{ name: `${WORD} Lee`, language: null, script: 'Latn', kind: 'official' } as const]
  return {
    ...small,
    title: `The dam of ${WORD}`,
    actors: [{ ...actor, id, names }],
    commitments: [
      { ...report, actorId: id },
      { ...report, id: 'note', actorId: id, what: `say what ${WORD} did`, events: [] },
    ],
  }
}

/** A record with a dossier whose title was changed, so that no word of the name stands in the title any more. */
async function filled() {
  const [folder, clock] = [temporaryFolder(), ticking()]
  const record = await opened(folder, clock)
  const { store } = record
  const { articleId } = await store.addCoverage(coverageOf('[S:She] [C:said] [Q:before the end of June].'))
  const statementId = (await store.article(articleId))?.statementRecords[0]?.id ?? ''
  const dossier = dossierOf(articleId, statementId)
  await store.dossiers.take(taken(dossier))
  const before = clock.now()
  const again = taken({ ...dossier, title: 'The dam' })
  await store.dossiers.take(again)
  return { folder, clock, record, store, before, again }
}

/** The files in which the name stands, in any case. */
function filesWithWord(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .filter((entry) =>
      readFileSync(join(entry.parentPath, entry.name)).toString('latin1').toLowerCase().includes(WORD.toLowerCase()),
    )
    .map(({ name }) => name)
}

async function verified({ store, archive }: OpenRecord, clock: Clock) {
  const lines: string[] = []
  const out = async (line: string) => void lines.push(line)
  const faults = await verifyRecord({ evidence: store.evidence, archive, known: [], now: clock.now(), out })
  return { faults, findings: lines.slice(0, -1) }
}

const PARTS: readonly Pick<DossierPart, 'partId' | 'extent'>[] = [
  { partId: `${WORD}-lee`, extent: 'whole' },
  { partId: 'note', extent: 'whole' },
  { partId: 'dam', extent: 'earlier' },
]

test('a name that is removed from a dossier is in no file any more, every day says so, and verify is content', async () => {
  const { folder, clock, record, store, before } = await filled()
  expect(filesWithWord(folder)).not.toEqual([])
  for (const part of PARTS) {
    expect(await store.dossiers.removalExtent({ dossierId: 'dam', ...part })).toMatchObject({ parts: 1 })
    expect(await store.dossiers.remove({ dossierId: 'dam', ...part, ...ASKED })).toBe(true)
    expect(await store.dossiers.remove({ dossierId: 'dam', ...part, ...ASKED })).toBe(false)
    expect((await verified(record, clock)).faults).toBe(0)
  }
  expect(filesWithWord(folder)).toEqual([])
  const now = await store.publicRecord.dossier('dam', NOW)
  if (now === null || !('dossier' in now)) throw new Error('the rest of it stands')
  expect([now.dossier.title, now.dossier.actors, now.dossier.commitments.length]).toEqual(['The dam', [], 1])
  const gone = now.gone.map(({ type, how, reason }) => [type, how, reason])
  expect(gone).toEqual([
    ['actor', 'removed', REASON],
    ['commitment', 'removed', REASON],
  ])
  // The day of the removal, not that of the row.
  expect(now.gone.every(({ recordedAt }) => recordedAt > before)).toBe(true)
  expect(await store.publicRecord.dossier('dam', { at: before, on: null })).toMatchObject({
    id: 'dam',
    gone: expect.arrayContaining([expect.objectContaining({ type: 'dossier', how: 'removed', reason: REASON })]),
  })
  const { findings } = await verified(record, clock)
  expect(findings).toHaveLength(3)
  expect(findings[0]).toMatch(/^dossier dam, part \w+ \(ledger entry \d+\): removed on 2026-03-01: the court of Tarn/u)
  await store.close()
  expect(filesWithWord(folder)).toEqual([])
})

test('a file that still has what was removed does not bring it back', async () => {
  const { folder, store, again, record, clock } = await filled()
  for (const part of PARTS) await store.dossiers.remove({ dossierId: 'dam', ...part, ...ASKED })
  await store.dossiers.take(again)
  await store.dossiers.take({ ...again, dossier: { ...again.dossier, summary: 'Another.' } })
  expect(filesWithWord(folder)).toEqual([])
  expect((await store.dossiers.file('dam', null))?.dossier).toMatchObject({ summary: 'Another.', actors: [] })
  expect((await verified(record, clock)).faults).toBe(0)
})

test('a dossier is removed whole, and its page says so on every day on which it was there', async () => {
  const { folder, store, before, record, clock } = await filled()
  const whole = { dossierId: 'dam', partId: null, extent: 'whole' } as const
  expect(await store.dossiers.remove({ ...whole, ...ASKED })).toBe(true)
  for (const at of [before, null]) {
    const view = await store.publicRecord.dossier('dam', { at, on: null })
    expect(view).toMatchObject({
      id: 'dam',
      gone: expect.arrayContaining([expect.objectContaining({ reason: REASON })]),
    })
    expect(JSON.stringify(view)).not.toContain(WORD)
  }
  expect(await store.dossiers.list()).toEqual([])
  expect((await store.publicRecord.front(NOW, 5)).counts).toMatchObject({ dossiers: 0, commitments: 0 })
  expect(filesWithWord(folder)).toEqual([])
  expect((await verified(record, clock)).faults).toBe(0)
})

/** What nobody may do to the record, also where a removal stands. */
const REFUSED: readonly string[] = [
  "update dossier_rows set value = null, how = 'removed', reason = 'another'",
  "update dossier_rows set value = '{}' where how = 'removed'",
  "delete from dossier_rows where how = 'removed'",
  "update decisions set names = '[]' where id not in (select id from emptied_things)",
  'delete from emptied_things',
  "update dossier_removals set reason = 'another'",
]

test('the record refuses to empty what no removal names; what is left of a decision is still checked', async () => {
  const { folder, store, record, clock } = await filled()
  await store.dossiers.remove({ dossierId: 'dam', partId: 'note', extent: 'whole', ...ASKED })
  await store.dossiers.remove({ dossierId: 'dam', partId: 'dam', extent: 'earlier', ...ASKED })
  const database = new DatabaseSync(join(folder, 'onrecord.sqlite'))
  for (const sql of REFUSED) expect(() => database.exec(sql), sql).toThrow('the record is only added to')
  database.exec(`drop trigger dossier_rows_no_update;
    update dossier_rows set value = replace(value, 'publish', 'burn') where type = 'commitment'`)
  database.close()
  const { findings } = await verified(record, clock)
  expect(findings).toContainEqual(expect.stringMatching(/^dossier removal \w+ .*what is left of/u))
})
