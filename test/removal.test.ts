import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gunzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { verifyRecord } from '../src/jobs/verify/verify-record.ts'
import { type OpenRecord, openRecord } from '../src/open-record.ts'
import { AT_THE_MACHINE } from '../src/record/decisions.ts'
import type { Exchange } from '../src/record/received.ts'
import { systemClock } from '../src/store/system-clock.ts'
import { coverageOf } from './marked-coverage.ts'
import { EVERYTHING } from './store/open-empty.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** Words that stand in everything that a removed article brought, and nowhere else. */
const WORD = 'Quetzalina'
const REASON = 'the court of Tarn ordered it'
const URL = `https://example.org/${WORD}-speaks`
const GONE = `[S:${WORD} Lee] [C:said]: [Q:“It is ${WORD}, “für immer” 🙂.”]`
const STAYS = '[S:Mara Ross] [C:said]: [Q:“It is not.”]'
const ASKED = { reason: REASON, by: null }

async function opened(folder: string): Promise<OpenRecord> {
  const record = await openRecord({ dataFolder: folder, collector: null }, systemClock)
  onTestFinished(() => record.store.close().catch(() => undefined))
  return record
}

/** A page as it went over the wire. */
function exchangeOf(bytes: Uint8Array): Exchange {
  const head = `HTTP/1.1 200 OK\r\nContent-Length: ${bytes.length}\r\n\r\n`
  const request = Buffer.from(`GET /${WORD}-speaks HTTP/1.1\r\nHost: example.org\r\n\r\n`)
  const response = Buffer.concat([Buffer.from(head), bytes])
  return { url: URL, address: '192.0.2.1', sentAt: '2026-03-01T12:00:00.000Z', request, response }
}

/** A record of an article that is to go, captured as a file and twice from its address, between two that stay. */
async function filled(folder: string) {
  const record = await opened(folder)
  const { store } = record
  await store.addCoverage(coverageOf(STAYS))
  const coverage = coverageOf(GONE)
  const article = { ...coverage.article, headline: `${WORD} speaks`, byline: WORD, timeCodes: [[0, 0] as const] }
  const { articleId } = await store.addCoverage({ ...coverage, article, name: `${WORD}.txt` })
  const exchanges = [exchangeOf(coverage.bytes)]
  const received = {
    via: 'fetch' as const,
    askedUrl: `${URL}?asked`,
    at: '2026-03-01T12:00:00.000Z',
    status: 200,
    headers: [['X-Title', WORD] as const],
    address: '192.0.2.1',
    recordId: null,
    exchanges,
  }
  const { sha256, contentType, name } = coverage
  await store.pages.watch(URL)
  for (let times = 0; times < 2; times += 1) await store.addCapture({ sha256, contentType, name, url: URL, received })
  const last = await store.addCoverage(coverageOf(`Again.\n\n${STAYS}`))
  return { record, coverage, articleId, others: last.articleId }
}

/** Every file in a folder, with its bytes; WARC files also unpacked. */
function bytesIn(folder: string): readonly (readonly [name: string, bytes: Buffer])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name))
      const unpacked = entry.name.endsWith('.gz') ? [[`${entry.name} unpacked`, gunzipSync(bytes)] as const] : []
      return [[entry.name, bytes] as const, ...unpacked]
    })
}

/** The files in which the planted word stands, in any of the cases in which it is kept. */
function filesWithWord(folder: string): readonly string[] {
  return bytesIn(folder).flatMap(([name, bytes]) =>
    bytes.toString('latin1').toLowerCase().includes(WORD.toLowerCase()) ? [name] : [],
  )
}

async function verified({ store, archive }: OpenRecord) {
  const lines: string[] = []
  const out = async (line: string) => void lines.push(line)
  const faults = await verifyRecord({ evidence: store.evidence, archive, known: [], now: systemClock.now(), out })
  return { faults, findings: lines.slice(0, -1) }
}

test('what is removed is in no file any more, and the rest is as it was', async () => {
  const folder = temporaryFolder()
  const { record, coverage, articleId, others } = await filled(folder)
  const { store } = record
  const before = await store.article(others)
  expect(filesWithWord(folder).length).toBeGreaterThan(1)
  expect(await store.removalExtent(articleId)).toEqual({ captures: 3, texts: 1, statements: 1, speakers: 1 })
  expect(await store.removeArticle({ articleId, ...ASKED })).toBe(true)
  expect(filesWithWord(folder)).toEqual([])

  expect(await store.article(articleId)).toBeNull()
  expect(await store.blob(coverage.sha256)).toBeNull()
  expect(await store.removal(articleId)).toMatchObject({ articleId, reason: REASON })
  expect((await store.articles({ ...EVERYTHING, words: WORD })).total).toBe(0)
  expect((await store.speakers(EVERYTHING)).items.map(({ names }) => names[0]?.name)).toEqual(['Mara Ross'])
  expect(await store.article(others)).toEqual(before)

  const { faults, findings } = await verified(record)
  expect(faults).toBe(0)
  expect(findings).toEqual([
    expect.stringMatching(
      new RegExp(`^article ${articleId} \\(ledger entry \\d+\\): removed on \\d{4}-\\d\\d-\\d\\d: ${REASON}; `, 'u'),
    ),
  ])
  await store.close()
  expect(filesWithWord(folder)).toEqual([])
})

test('it is removed once, and its bytes are not added again', async () => {
  const { record, coverage, articleId } = await filled(temporaryFolder())
  const { store } = record
  await store.removeArticle({ articleId, ...ASKED })
  expect(await store.removeArticle({ articleId, ...ASKED })).toBe(false)
  expect(await store.removeArticle({ articleId: 'none', ...ASKED })).toBe(false)
  const sentence = new RegExp(`removed on .* \\(${REASON}\\)`, 'u')
  await expect(store.addCoverage(coverage)).rejects.toThrow(sentence)
  await expect(store.addCapture(coverage)).rejects.toThrow(sentence)
  expect((await verified(record)).faults).toBe(0)
})

/** Ways in which the address of what was removed may be written, and others. */
const ADDRESSES: readonly [address: string, isHeldBack: boolean][] = [
  [URL, true],
  [`${URL}?asked`, true],
  [URL.replace('https://', 'http://www.'), true],
  [`${URL}/?utm_source=feed`, true],
  [`${URL}-again`, false],
]

test.each(ADDRESSES)('other bytes from %s, where something was removed: held back is %s', async (url, isHeldBack) => {
  const { record, articleId } = await filled(temporaryFolder())
  const { store } = record
  await store.removeArticle({ articleId, ...ASKED })
  const anew = coverageOf('[S:Ana Ruiz] [C:said]: [Q:“Here it is again.”]', { url })
  const adding = store.addCoverage(anew)
  if (!isHeldBack) return void (await expect(adding).resolves.toMatchObject({ state: 'added' }))
  await expect(adding).rejects.toThrow(
    /what stood at this address was removed on .* \(the court of Tarn ordered it\); it is added again only once somebody says so: npx onrecord readmit /u,
  )
  expect(await store.removedAt(url)).toMatchObject({ articleId, reason: REASON })
  expect(await store.readmit({ address: url, reason: 'the court took it back', by: null })).toBe(true)
  expect(await store.readmit({ address: url, reason: 'the court took it back', by: null })).toBe(false)
  expect(await store.addCoverage(anew)).toMatchObject({ state: 'added' })
  const { faults, findings } = await verified(record)
  expect(faults).toBe(0)
  expect(findings).toHaveLength(1)
})

test('a page of it that was watched is watched no more, and its address is gone', async () => {
  const { record, articleId } = await filled(temporaryFolder())
  const { store } = record
  await store.removeArticle({ articleId, ...ASKED })
  expect(await store.pages.watched()).toEqual([])
  expect((await store.pages.watch(URL)).state).toBe('watched')
  expect((await verified(record)).faults).toBe(0)
})

test('a speaker whom a person took for one who is heard elsewhere keeps the name, and is counted right', async () => {
  const { record, articleId } = await filled(temporaryFolder())
  const { store } = record
  const { items } = await store.speakers(EVERYTHING)
  const idOf = (name: string) => items.find(({ names }) => names[0]?.name === name)?.id ?? ''
  const merge = { kind: 'merge', gone: idOf('Mara Ross'), into: idOf(`${WORD} Lee`) } as const
  await store.dossiers.decideIdentity(merge, AT_THE_MACHINE)
  expect((await verified(record)).faults).toBe(0)
  await store.removeArticle({ articleId, ...ASKED })
  expect((await store.speakers(EVERYTHING)).items).toMatchObject([{ names: [{ name: `${WORD} Lee` }], statements: 2 }])
  expect((await verified(record)).faults).toBe(0)
})

const WARCIO = process.env['WARCIO']

test('other programs read the archive on', async () => {
  const folder = temporaryFolder()
  const { record, articleId } = await filled(folder)
  await record.store.removeArticle({ articleId, ...ASKED })
  const file = join(folder, 'archive', 'onrecord-00001.warc.gz')
  const words = gunzipSync(readFileSync(file)).toString()
  // Three captures: a resource with how it came, a request and a response, a request and a revisit.
  expect(words.split(`reason: ${REASON}`).length - 1).toBe(6)
  if (WARCIO !== undefined) expect(execFileSync(WARCIO, ['check', '-v', file]).toString()).not.toMatch(/fail|error/iu)
})

test('a removal that was broken off is finished when the record is opened again', async () => {
  const folder = temporaryFolder()
  const { record, articleId } = await filled(folder)
  const file = join(folder, 'archive', 'onrecord-00001.warc.gz')
  const before = readFileSync(file)
  await record.store.removeArticle({ articleId, ...ASKED })
  await record.store.close()
  const after = readFileSync(file)
  // As it is where the process ended after it had committed, in the middle of overwriting.
  const at = Math.floor(before.findIndex((byte, place) => byte !== after[place]) + 100)
  const database = new DatabaseSync(join(folder, 'onrecord.sqlite'))
  database.exec('insert into removals_under_way select id from removals')
  database.close()
  writeFileSync(file, Buffer.concat([after.subarray(0, at), before.subarray(at)]))
  const again = await opened(folder)
  expect(readFileSync(file).equals(after)).toBe(true)
  expect((await verified(again)).faults).toBe(0)
  expect(filesWithWord(folder)).toEqual([])
})

/** What nobody may do to the record, also where a removal stands. */
const REFUSED: readonly string[] = [
  'delete from captures',
  'delete from names',
  'delete from removals',
  'delete from removed_things',
  "update texts set text = ''",
  "update texts set text = 'other words' where id in (select id from removed_things)",
  "update readings set names = '[1]'",
  "update archive_records set sha256 = '0' where type = 'resource'",
  'update archive_records set start = start + 1 where record_id in (select id from removed_things)',
  "update removals set reason = 'another'",
]

test.each(REFUSED)('the record refuses: %s', async (sql) => {
  const folder = temporaryFolder()
  const { record, articleId } = await filled(folder)
  await record.store.removeArticle({ articleId, ...ASKED })
  const database = new DatabaseSync(join(folder, 'onrecord.sqlite'))
  expect(() => database.exec(sql)).toThrow('the record is only added to')
  database.close()
})

test('a removal that the ledger knows nothing of is named', async () => {
  const folder = temporaryFolder()
  const { record, articleId } = await filled(folder)
  await record.store.removeArticle({ articleId, ...ASKED })
  const database = new DatabaseSync(join(folder, 'onrecord.sqlite'))
  database.exec("drop trigger ledger_no_delete; delete from ledger where kind = 'removal'")
  database.close()
  const { findings } = await verified(record)
  expect(findings).toContainEqual(expect.stringMatching(/^removal \w+: the ledger says nothing of it/u))
})
