import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { systemClock } from '../src/store/system-clock.ts'
import { openTestRecord } from './open-test-record.ts'
import { EVERYTHING } from './store/open-empty.ts'
import { answer, packed, page, record } from './warc-file.ts'
import { zipped } from './zip-file.ts'

const ROOT = join(import.meta.dirname, '..')
const SHARED = join(ROOT, '../shared/data/web/warc')
const folder = mkdtempSync(join(tmpdir(), 'onrecord-archives-'))
afterAll(() => rmSync(folder, { recursive: true }))

function onrecord(args: readonly string[], data = 'data') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'bin/onrecord.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ONRECORD_DATA: join(folder, data) },
  })
  const lines = (words: string) => words.split('\n').filter((line) => line !== '')
  // How far it has come is said now and then, as slow as the machine is.
  const faults = lines(stderr).filter((line) => !/ records? a second/.test(line))
  return { status, out: lines(stdout), err: faults }
}

async function articlesIn(data: string) {
  const store = await openTestRecord({ folder: join(folder, data), clock: systemClock })
  const { items } = await store.articles(EVERYTHING)
  const articles = await Promise.all(items.map(({ id }) => store.article(id)))
  await store.close()
  return articles.flatMap((article) => article ?? [])
}

/** The nth article of a site, as a record. */
function article(n: number): Buffer {
  return record({ uri: `https://news.example/${n}`, id: `<urn:uuid:${n}>`, block: answer(page(n)) })
}

const redirect = record({ uri: 'https://news.example/old', block: answer('', { Location: '/1' }, 301) })
const news = packed(article(1), redirect, article(2), article(1))
const cut = Buffer.concat([packed(article(3)), packed(article(4)).subarray(0, -40)])

writeFileSync(join(folder, 'news.warc.gz'), news)
writeFileSync(join(folder, 'no-ending'), Buffer.concat([article(1), redirect, article(2)]))
writeFileSync(join(folder, 'cut.warc.gz'), cut)
writeFileSync(
  join(folder, 'news.wacz'),
  zipped([
    ['datapackage.json', '{}'],
    ['archive/data.warc.gz', news],
  ]),
)
writeFileSync(join(folder, 'deflated.wacz'), zipped([['archive/data.warc', article(5)]], { deflate: true }))
writeFileSync(join(folder, 'cut.wacz'), zipped([['archive/data.warc.gz', news]]).subarray(0, -40))
writeFileSync(join(folder, 'links.wacz'), zipped([['datapackage.json', '{}']]))
mkdirSync(join(folder, 'archives'))
writeFileSync(join(folder, 'archives/one.warc'), article(6))
writeFileSync(join(folder, 'archives/two.png'), 'words')

test('add says what was in an archive, and adds each article once, with its captures', async () => {
  expect(onrecord(['add', 'news.warc.gz', 'no-ending', 'news.wacz'])).toEqual({
    status: 0,
    out: [
      'news.warc.gz: 4 records, 2 articles added, 1 there already',
      'no-ending: 3 records, 0 articles added, 2 there already',
      'news.wacz: 4 records, 0 articles added, 3 there already',
    ],
    err: [],
  })
  const articles = await articlesIn('data')
  const inOrder = articles.toSorted((a, b) => ((a.url ?? '') < (b.url ?? '') ? -1 : 1))
  expect(inOrder.map(({ url, captureCount }) => [url, captureCount])).toEqual([
    ['https://news.example/1', 1],
    ['https://news.example/2', 1],
  ])
  expect(inOrder[1]?.captures[0]).toMatchObject({
    url: 'https://news.example/2',
    received: { via: 'archive', at: '2022-03-08T09:30:00.000Z', status: 200, recordId: '<urn:uuid:2>' },
  })
})

test('a record that cannot be read is named with its place, the others are added, and the exit status says so', () => {
  const { status, out, err } = onrecord(['add', 'cut.warc.gz', 'news.warc.gz'], 'cut')
  expect(status).toBe(1)
  expect(out).toEqual([
    'cut.warc.gz: 2 records, 1 article added, 1 that could not be read',
    'news.warc.gz: 4 records, 2 articles added, 1 there already',
  ])
  expect(err).toEqual([
    `onrecord: cut.warc.gz: record at byte ${packed(article(3)).length}: the archive breaks off here; get the archive again`,
  ])
})

test('read prints the articles of an archive in their order, and names what cannot be read', () => {
  const { status, out, err } = onrecord(['read', '--format', 'json', 'news.warc.gz', 'deflated.wacz', 'cut.warc.gz'])
  expect(status).toBe(1)
  expect(out.map((line) => JSON.parse(line).article.url)).toEqual(
    [1, 2, 1, 5, 3].map((n) => `https://news.example/${n}`),
  )
  expect(out.every((line) => JSON.parse(line).statements.length > 0)).toBe(true)
  expect(err).toHaveLength(1)
})

test('a WACZ that was cut off gives what is left of it; one of links alone is refused', () => {
  const { status, out, err } = onrecord(['add', 'cut.wacz', 'links.wacz'], 'cut-wacz')
  expect(status).toBe(1)
  expect(out).toEqual(['cut.wacz: 4 records, 2 articles added, 1 there already'])
  expect(err).toEqual([expect.stringMatching(/^onrecord: links\.wacz: there is no WARC file in this archive; add /)])
})

test('a folder gives its archives, too', () => {
  const { out, err } = onrecord(['add', 'archives'], 'folder')
  expect(out).toEqual([expect.stringMatching(/one\.warc: 1 record, 1 article added$/)])
  expect(err).toEqual([expect.stringMatching(/archives: 1 file was left out; /)])
})

const shared = existsSync(SHARED) ? readdirSync(SHARED).filter((file) => /\.(?:warc|wacz|gz)$/.test(file)) : []

test.skipIf(shared.length === 0)(
  'archives made by other programs, damaged ones among them, end with a sentence for each',
  () => {
    const paths = shared.map((file) => join(SHARED, file))
    const first = onrecord(['add', ...paths], 'shared')
    expect(first.out).toHaveLength(paths.length)
    for (const [at, line] of first.out.entries()) expect(line).toMatch(new RegExp(`^${paths[at]}: \\d+ records?, `))
    for (const line of first.err) expect(line).toMatch(/: record at byte \d+: .+; .+$/)
    const again = onrecord(['add', ...paths], 'shared')
    expect(again.out.every((line) => line.includes(' 0 articles added'))).toBe(true)
    expect(again.err).toEqual(first.err)
  },
)
