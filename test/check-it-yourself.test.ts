/** The page of a statement's evidence over a real record: its commands are run in a shell, as a stranger runs them. */

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { parseHTML } from 'linkedom'
import { expect, onTestFinished, test } from 'vitest'
import { handedInFiles } from '../src/gather/handed-in-files.ts'
import { pageTokenFile } from '../src/gather/page-token-file.ts'
import { followingWith } from '../src/jobs/follow-feed.ts'
import { openRecord } from '../src/open-record.ts'
import { createPages } from '../src/pages.ts'
import { openQueue } from '../src/queue/open-queue.ts'
import { AT_THE_MACHINE } from '../src/record/decisions.ts'
import type { Fetcher } from '../src/record/fetcher.ts'
import { hashOf } from '../src/record/ledger.ts'
import type { Received } from '../src/record/received.ts'
import { systemClock } from '../src/store/system-clock.ts'
import { entryHash } from '../src/view/evidence-commands.ts'
import { coverageOf } from './marked-coverage.ts'
import { newsletterOf } from './newsletter/newsletter-of.ts'
import { NO_MAILS, ownerCookie } from './signed-in.ts'
import { temporaryFolder } from './temporary-folder.ts'

const PORT = 4600
const WARC = 'onrecord-00001.warc.gz'
const SAID = '[S:Mara O’Lee] [C:said]: [Q:“It’s over, ‘für immer’ 🙂.”] '
/** Long enough for several chunks, and for packing to be worth it. */
const NOTATION = `${'It rained in Ostermere all day. '.repeat(40)}\n\n${SAID}`
const URL_WITH_QUOTE = "https://example.org/it's?a=1&b=%24(touch%20x)`id`"

const neverAsked: Fetcher = { fetch: () => Promise.reject(new Error('asked')), close: async () => undefined }

/** A record in a folder, and its pages. */
async function openSite() {
  const folder = temporaryFolder()
  const { store } = await openRecord({ dataFolder: folder, collector: null }, systemClock)
  const queue = await openQueue({ folder: null, clock: systemClock })
  onTestFinished(async () => {
    await queue.close()
    await store.close()
  })
  const site = createPages({
    address: null,
    mailer: NO_MAILS,
    ...newsletterOf(store, systemClock),
    store,
    queue,
    clock: systemClock,
    pageToken: pageTokenFile(folder),
    handedIn: handedInFiles(folder, systemClock),
    following: followingWith({ feeds: store.feeds, fetcher: neverAsked, queue }),
    samples: async () => [],
    addSampleDossier: async () => 'sample',
    port: () => PORT,
    report: (error) => expect(error).toBeNull(),
  })
  // Signed in when a page is asked for: what the ledger says of that follows what the test has added.
  let cookie: string | null = null
  const get = async (path: string) => {
    cookie ??= await ownerCookie(store.accounts)
    return site.request(`http://localhost:${PORT}${path}`, { headers: { Host: `localhost:${PORT}`, Cookie: cookie } })
  }
  return { store, get, archive: join(folder, 'archive') }
}

/** What is not said of a decision. */
const UNTOLD = { reason: null, speakerId: null, saidOn: null } as const

type Opened = Awaited<ReturnType<typeof openSite>>

/** Adds an article with one statement. @returns the address of its evidence */
async function add({ store }: Opened, changes: Parameters<typeof coverageOf>[1] = {}, notation = NOTATION) {
  const { articleId } = await store.addCoverage(coverageOf(notation, changes))
  return `/desk/statements/${(await store.article(articleId))?.statementRecords[0]?.id}/evidence`
}

/** How `body` was received in an answer with these headers. */
function fetched(headers: string, body: Uint8Array): Received {
  const response = Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${headers}\r\n`), body])
  const at = '2026-03-08T09:30:00.000Z'
  const request = Buffer.from('GET / HTTP/1.1\r\n\r\n')
  const exchange = { url: URL_WITH_QUOTE, address: '203.0.113.7', sentAt: at, request, response }
  const common = { askedUrl: null, at, status: 200, headers: [], address: '203.0.113.7', recordId: null }
  return { via: 'fetch', ...common, exchanges: [exchange] }
}

function inChunks(bytes: Uint8Array): Uint8Array {
  const pieces = Array.from({ length: Math.ceil(bytes.length / 200) }, (_, at) =>
    bytes.subarray(at * 200, (at + 1) * 200),
  )
  const chunks = pieces.flatMap((piece) => [`${piece.length.toString(16).toUpperCase()};x=1\r\n`, piece, '\r\n'])
  return Buffer.concat([...chunks, '0\r\nX-Trailer: y\r\n\r\n'].map((part) => Buffer.from(part)))
}

/** The commands of a page with what it says that they print. */
async function checksOn(response: Response) {
  const { document } = parseHTML(await response.text())
  return [...document.querySelectorAll('.checks li')].map((item) => ({
    command: item.querySelector('pre')?.textContent ?? '',
    prints: item.querySelector('p code')?.textContent ?? '',
  }))
}

function run(command: string, folder: string): string {
  return execFileSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' }).trim()
}

const BYTES = Buffer.from(`<p>${NOTATION}`)
const CHUNKED = 'Transfer-Encoding: chunked\r\n'

const WAYS: readonly [name: string, received: Received | null][] = [
  ['a file', null],
  ['fetched as it is', fetched(`Content-Length: ${BYTES.length}\r\n`, BYTES)],
  ['fetched until the end', fetched('', BYTES)],
  ['fetched in chunks', fetched(CHUNKED, inChunks(BYTES))],
  ['fetched packed', fetched('Content-Encoding: gzip\r\n', gzipSync(BYTES))],
  ['fetched packed, in chunks', fetched(`${CHUNKED}Content-Encoding: x-gzip\r\n`, inChunks(gzipSync(BYTES)))],
  ['fetched deflated', fetched('Content-Encoding: deflate\r\n', deflateSync(BYTES))],
  ['fetched deflated without a frame', fetched('Content-Encoding: deflate\r\n', deflateRawSync(BYTES))],
  ['fetched packed with zstd', fetched('Content-Encoding: zstd\r\n', zstdCompressSync(BYTES))],
  ['packed twice', fetched('Content-Encoding: zstd, identity, gzip\r\n', gzipSync(zstdCompressSync(BYTES)))],
]

test.each(WAYS)('%s: each of the three commands prints what the page says', async (_, received) => {
  const opened = await openSite()
  await add(opened, { name: 'before.html' }, `${NOTATION}Before.`)
  const path = await add(opened, { bytes: BYTES, url: received && URL_WITH_QUOTE, received })
  const checks = await checksOn(await opened.get(path))
  expect(checks).toHaveLength(3)
  for (const { command, prints } of checks) expect(run(command, opened.archive)).toBe(`${prints}  -`)
  expect(checks[1]?.prints).toBe(createHash('sha256').update(BYTES).digest('hex'))
})

test('an apostrophe in what the ledger says ends no command', async () => {
  const opened = await openSite()
  const path = await add(opened)
  const evidence = await opened.store.evidence.ofStatement(path.split('/')[3] ?? '')
  const entry = evidence?.kept?.entry
  if (!entry) throw new Error('no entry')
  const hostile = { ...entry, body: { words: "'; touch harm; echo '\n$(touch harm)`touch harm`\\" } }
  const { command, prints } = entryHash({ ...hostile, hash: hashOf(hostile) })
  expect(run(command, opened.archive)).toBe(`${prints}  -`)
  expect(run('ls', opened.archive)).toBe(`kept.json\n${WARC}`)
})

test('the page shows the words, and says which bytes they stand in and what the ledger says of these', async () => {
  const opened = await openSite()
  const path = await add(opened, { bytes: BYTES, url: URL_WITH_QUOTE, received: fetched('', BYTES) })
  const { document } = parseHTML(await (await opened.get(path)).text())
  expect(document.querySelector('blockquote .content')?.textContent).toBe('“It’s over, ‘für immer’ 🙂.”')
  const text = document.querySelector('main')?.textContent ?? ''
  for (const words of [
    '8 March 2026, 09:30 UTC',
    'fetched',
    '203.0.113.7',
    WARC,
    'Entry 2.',
    createHash('sha256').update(BYTES).digest('hex'),
  ])
    expect(text).toContain(words)
})

test('a statement that a later version of its page kept stands in the bytes of that version', async () => {
  const opened = await openSite()
  const path = await add(opened, { url: 'https://example.org/a' })
  const later = Buffer.from(`<p>${NOTATION} And more.`)
  const { articleId } = await opened.store.addCoverage(
    coverageOf(`${NOTATION}And more.`, { bytes: later, url: 'https://example.org/a' }),
  )
  expect(`/desk/statements/${(await opened.store.article(articleId))?.statementRecords[0]?.id}/evidence`).toBe(path)
  const checks = await checksOn(await opened.get(path))
  expect(checks[1]?.prints).toBe(createHash('sha256').update(later).digest('hex'))
  for (const { command, prints } of checks) expect(run(command, opened.archive)).toBe(`${prints}  -`)
})

test('the downloads are the record and the bytes, and no window shows them', async () => {
  const opened = await openSite()
  const bytes = Buffer.from(`<script>alert(1)</script>${NOTATION}`)
  const path = await add(opened, { bytes, contentType: 'text/html' })
  const [record, blob] = [await opened.get(`${path}/record`), await opened.get(`${path}/bytes`)]
  for (const { headers } of [record, blob]) {
    expect(headers.get('Content-Disposition')).toMatch(/^attachment; filename="[\w.]+"$/)
    expect(headers.get('Content-Type')).toBe('application/octet-stream')
    expect(headers.get('Content-Security-Policy')).toBe("sandbox; default-src 'none'")
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
  }
  expect(Buffer.from(await blob.arrayBuffer())).toEqual(bytes)
  const [cutOut, takeBytes] = await checksOn(await opened.get(path))
  const folder = temporaryFolder()
  const member = Buffer.from(await record.arrayBuffer())
  writeFileSync(join(folder, 'record.warc.gz'), member)
  expect(createHash('sha256').update(member).digest('hex')).toBe(cutOut?.prints)
  expect(run(takeBytes?.command ?? '', folder)).toBe(`${takeBytes?.prints}  -`)
})

test('the page as a browser showed it is shown, with its PDF to download', async () => {
  const opened = await openSite()
  const url = 'https://example.org/a'
  const path = await add(opened, { bytes: BYTES, url })
  for (const end of ['/picture', '/pdf']) expect((await opened.get(path + end)).status).toBe(404)
  const [picture, pdf] = [Buffer.from('\x89PNG, as it were'), Buffer.from('%PDF, as it were')]
  const made = { at: '2026-03-08T09:31:00.000Z', browser: 'Chrome/1', isSandboxed: true, exchanges: [], refused: [] }
  const sha256 = createHash('sha256').update(BYTES).digest('hex')
  await opened.store.addRendering({ ...made, sha256, url, picture, pdf })
  const { document } = parseHTML(await (await opened.get(path)).text())
  expect(document.querySelector('img')?.getAttribute('src')).toBe(`${path}/picture`)
  expect(document.querySelector('main')?.textContent).toContain('8 March 2026, 09:31 UTC')
  const [shown, saved] = [await opened.get(`${path}/picture`), await opened.get(`${path}/pdf`)]
  expect([shown.headers.get('Content-Type'), saved.headers.get('Content-Disposition')]).toEqual([
    'image/png',
    'attachment; filename="page.pdf"',
  ])
  expect(Buffer.from(await shown.arrayBuffer())).toEqual(picture)
  expect(Buffer.from(await saved.arrayBuffer())).toEqual(pdf)
  const other = { ...made, sha256: '0'.repeat(64), url, picture, pdf }
  await expect(opened.store.addRendering(other)).rejects.toMatchObject({ code: 'no-such-capture' })
})

test('a record that was altered is said to be so, and the ledger’s entry still stands there to check', async () => {
  const opened = await openSite()
  const path = await add(opened)
  const file = join(opened.archive, WARC)
  const bytes = readFileSync(file)
  const at = bytes.length - 400
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(file, bytes)
  const page = await opened.get(path)
  const { document } = parseHTML(await page.clone().text())
  expect(document.querySelector('.wrong')?.textContent).toMatch(/the record at byte \d+ is not as it was kept/)
  expect(document.querySelector('a[download]')).toBeNull()
  const [cutOut, entry, ...more] = await checksOn(page)
  expect(more).toEqual([])
  expect(run(cutOut?.command ?? '', opened.archive)).not.toContain(cutOut?.prints)
  expect(run(entry?.command ?? '', opened.archive)).toBe(`${entry?.prints}  -`)
})

test.each(['', '/record', '/bytes'])('a statement that is not there has no evidence%s', async (end) => {
  const { get } = await openSite()
  for (const id of ['01ARZ3NDEKTSV4RRFFQ69G5FAV', '%00', "'", '..'])
    expect((await get(`/desk/statements/${id}/evidence${end}`)).status).toBe(404)
})

test('an article’s ledger leads to the evidence of each statement', async () => {
  const opened = await openSite()
  const path = await add(opened)
  const [article] = (await opened.store.articles({ words: null, cursor: null, limit: 1 })).items
  const { document } = parseHTML(await (await opened.get(`/desk/articles/${article?.id}`)).text())
  expect(document.querySelector(`.ledger a[href="${path}"]`)?.textContent).toBe('Check it yourself')
})

test('an accepted statement has the same commands on a public page, which says not where its bytes came from', async () => {
  const opened = await openSite()
  const desk = await add(opened, { bytes: BYTES, name: 'from-a-friend.html', received: fetched('', BYTES) })
  const path = desk.replace('/desk', '')
  const decide = (verdict: 'accepted' | 'withdrawn') =>
    opened.store.dossiers.decide({
      statementId: path.split('/')[2] ?? '',
      verdict,
      by: AT_THE_MACHINE,
      ...UNTOLD,
    })
  expect((await opened.get(path)).status).toBe(404)
  await decide('accepted')
  const checks = await checksOn(await opened.get(path))
  expect(checks).toEqual(await checksOn(await opened.get(desk)))
  for (const { command, prints } of checks) expect(run(command, opened.archive)).toBe(`${prints}  -`)
  const shown = await (await opened.get(path)).text()
  expect(shown).toContain('8 March 2026, 09:30 UTC')
  expect(shown).not.toMatch(/from-a-friend|203\.0\.113\.7|It rained|evidence\/(?:record|bytes|picture|pdf)/)
  for (const end of ['/record', '/bytes', '/picture', '/pdf']) expect((await opened.get(path + end)).status).toBe(404)
  await decide('withdrawn')
  const withdrawn = await opened.get(path)
  expect([withdrawn.status, (await withdrawn.text()).includes('It’s over')]).toEqual([410, false])
})

test('the public page of evidence says so where the record is no longer as it was kept', async () => {
  const opened = await openSite()
  const path = (await add(opened)).replace('/desk', '')
  const [statementId = ''] = path.split('/').slice(2)
  await opened.store.dossiers.decide({ statementId, verdict: 'accepted', by: AT_THE_MACHINE, ...UNTOLD })
  const file = join(opened.archive, WARC)
  const bytes = readFileSync(file)
  const at = ((await opened.store.evidence.ofStatement(statementId))?.kept?.place.offset ?? 0) + 30
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file, bytes)
  const answer = await opened.get(path)
  expect(answer.status).toBe(200)
  expect(await answer.clone().text()).toContain('the record in the archive is not as it was kept')
  expect(await checksOn(answer)).toHaveLength(2)
})
