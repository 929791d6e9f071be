import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openRecord } from '../src/open-record.ts'
import { systemClock } from '../src/store/system-clock.ts'
import { partsOf } from './export-parts.ts'
import { exportIn, PAGE_URL, recordWithPage } from './exported-record.ts'
import { coverageOf } from './marked-coverage.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A Python environment in which the package `wacz` is installed: its validator is then asked too. */
const VALIDATOR = process.env['ONRECORD_WACZ_VENV']

function linesOf(path: string, name: string): readonly Record<string, unknown>[] {
  const words = partsOf(path).get(name)?.toString() ?? ''
  return words
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

test('an export holds the records as they lie in the archive, and an index that leads to each', async () => {
  const folder = temporaryFolder()
  await recordWithPage(folder)
  const path = await exportIn(folder)
  const parts = partsOf(path)
  const data = parts.get('archive/data.warc.gz') as Buffer
  expect(data.equals(readFileSync(join(folder, 'archive', 'onrecord-00001.warc.gz')))).toBe(true)
  const index = gunzipSync(parts.get('indexes/index.cdx.gz') as Buffer)
    .toString()
    .trimEnd()
    .split('\n')
  expect(index.map((line) => line.split(' ')[0])).toEqual([
    expect.stringMatching(/^ni:/u),
    'org,example,news)/bridge',
    'org,example,news)/picture.svg',
    'org,example,news)/style.css',
  ])
  for (const line of index) {
    const { offset, length, recordDigest, url } = JSON.parse(line.slice(line.indexOf('{')))
    const member = data.subarray(Number(offset), Number(offset) + Number(length))
    expect(recordDigest).toBe(`sha256:${createHash('sha256').update(member).digest('hex')}`)
    expect(gunzipSync(member).toString()).toContain(`WARC-Target-URI: ${url}\r\n`)
  }
})

test('pages, statements and the ledger go with it', async () => {
  const folder = temporaryFolder()
  await recordWithPage(folder)
  const path = await exportIn(folder)
  expect(linesOf(path, 'pages/pages.jsonl').map(({ url, title }) => title ?? url)).toEqual([
    'All pages',
    'A file',
    'Bridge opens',
  ])
  const statements = linesOf(path, 'onrecord/statements.jsonl') as { article: object; annotations: object[] }[]
  expect(statements[1]?.article).toMatchObject({ headline: 'Bridge opens', url: null })
  expect(statements[1]?.annotations).toHaveLength(1)
  const ledger = linesOf(path, 'onrecord/ledger.jsonl')
  expect(ledger.map(({ kind }) => kind)).toEqual([
    'archive-file',
    'capture',
    'text',
    'reading',
    'capture',
    'text',
    'reading',
  ])
})

test('of one article, only what belongs to it is exported', async () => {
  const folder = temporaryFolder()
  await recordWithPage(folder)
  const path = await exportIn(folder, [PAGE_URL])
  expect(linesOf(path, 'onrecord/statements.jsonl')).toHaveLength(1)
  expect(linesOf(path, 'onrecord/records.jsonl').map(({ type }) => type)).toEqual([
    'warcinfo',
    ...Array.from({ length: 3 }, () => ['request', 'response']).flat(),
  ])
  expect(linesOf(path, 'onrecord/ledger.jsonl').map(({ seq }) => seq)).toEqual([1, 5, 6, 7])
})

test('a page that came again unchanged takes the record with its bytes along', async () => {
  const folder = temporaryFolder()
  await recordWithPage(folder, { isFetchedTwice: true })
  const path = await exportIn(folder, [PAGE_URL])
  const types = linesOf(path, 'onrecord/records.jsonl').map(({ type }) => type)
  expect(types.slice(-3)).toEqual(['response', 'request', 'revisit'])
})

test('the ledger says that an export was made, and the key stays the same', async () => {
  const folder = temporaryFolder()
  await recordWithPage(folder)
  const first = await exportIn(folder, [], 'first.wacz')
  await exportIn(folder, [PAGE_URL], 'second.wacz')
  const { store } = await openRecord({ dataFolder: folder, collector: null }, systemClock)
  const exported = (await store.evidence.ledger(0)).filter(({ kind }) => kind === 'export')
  expect(exported[0]?.body['sha256']).toBe(createHash('sha256').update(readFileSync(first)).digest('hex'))
  expect(exported[0]?.body['articles']).toBe(null)
  expect(exported[1]?.body['articleCount']).toBe(1)
  expect(exported[1]?.body['key']).toBe(exported[0]?.body['key'])
  expect(await store.evidence.bodyNow(exported[1] as never)).toEqual(exported[1]?.body)
  expect(statSync(join(folder, 'export-key.pem')).mode & 0o777).toBe(0o600)
  await store.close()
})

/** What stands in the way of an export, and the sentence. */
const HINDRANCES: readonly [name: string, arrange: (folder: string) => string, sentence: RegExp][] = [
  [
    'a file of that name',
    (folder) => {
      writeFileSync(join(folder, 'a.wacz'), 'mine')
      return 'a.wacz'
    },
    /a\.wacz: there is a file of that name already/u,
  ],
  ['no such folder', () => 'none/a.wacz', /none\/a\.wacz: there is no such folder; make it first$/u],
  [
    'a file for a folder',
    (folder) => {
      writeFileSync(join(folder, 'file'), '')
      return 'file/a.wacz'
    },
    /its folder is a file/u,
  ],
  ['a name that is too long', () => `${'a'.repeat(300)}.wacz`, /the name is too long/u],
]

test.each(HINDRANCES)('%s: one sentence, and nothing is left', async (_, arrange, sentence) => {
  const folder = temporaryFolder()
  await recordWithPage(folder)
  const out = join(folder, 'out')
  mkdirSync(out)
  const name = arrange(out)
  const before = readdirSync(out)
  await expect(exportIn(folder, [], join('out', name))).rejects.toThrow(sentence)
  expect(readdirSync(out)).toEqual(before)
})

test('a record of the archive that was altered is not exported', async () => {
  const folder = temporaryFolder()
  await recordWithPage(folder)
  const path = join(folder, 'archive', 'onrecord-00001.warc.gz')
  const bytes = readFileSync(path)
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 100) ^ 1, bytes.length - 100)
  writeFileSync(path, bytes)
  await expect(exportIn(folder)).rejects.toThrow(/is not as it was kept/u)
  expect(readdirSync(folder).filter((name) => /wacz|part/u.test(name))).toEqual([])
})

test('an empty record, and a name of no article: a sentence', async () => {
  const folder = temporaryFolder()
  await expect(exportIn(folder)).rejects.toThrow('the record is empty; there is nothing to export yet')
  await recordWithPage(folder)
  await expect(exportIn(folder, ['https://example.org/none'])).rejects.toThrow(
    'https://example.org/none: there is no such article in the record',
  )
})

test.skipIf(VALIDATOR === undefined)('the public validator accepts it, and so does warcio', async () => {
  const folder = temporaryFolder()
  const { store } = await openRecord({ dataFolder: folder, collector: null }, systemClock)
  await store.addCoverage(coverageOf('[S:Mara Lee] [C:said]: [Q:“It is over.”]'))
  await store.close()
  await recordWithPage(folder, { isFetchedTwice: true })
  const path = await exportIn(folder)
  const bin = (name: string) => join(VALIDATOR ?? '', 'bin', name)
  const { stdout, status } = spawnSync(bin('wacz'), ['validate', '-f', path], { encoding: 'utf8' })
  expect(stdout).toContain('Validation succeeded, the passed WACZ is valid')
  expect(status).toBe(0)
  const warc = join(folder, 'data.warc.gz')
  writeFileSync(warc, partsOf(path).get('archive/data.warc.gz') as Buffer)
  expect(execFileSync(bin('warcio'), ['check', warc], { encoding: 'utf8' })).toBe('')
})
