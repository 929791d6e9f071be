import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { coverageOf } from '../../test/marked-coverage.ts'
import { newsletterOf } from '../../test/newsletter/newsletter-of.ts'
import { openTestRecord } from '../../test/open-test-record.ts'
import { NO_MAILS, ownerCookie, withCookie } from '../../test/signed-in.ts'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { answer as answered, record } from '../../test/warc-file.ts'
import { MAX_INPUT_BYTES } from '../article/limits.ts'
import { handedInFiles } from '../gather/handed-in-files.ts'
import { pageTokenFile } from '../gather/page-token-file.ts'
import { addArchive } from '../jobs/add-archive.ts'
import { addArchiveJob } from '../jobs/add-archive-job.ts'
import { addInputJob, addUrlJob } from '../jobs/add-jobs.ts'
import { followingWith } from '../jobs/follow-feed.ts'
import { Worker } from '../jobs/worker.ts'
import { createPages } from '../pages.ts'
import { openQueue } from '../queue/open-queue.ts'
import type { Fetcher } from '../record/fetcher.ts'
import type { AddInput } from '../record/input.ts'
import type { Queue } from '../record/queue.ts'
import type { Store } from '../record/store.ts'

const PORT = 4600
const ORIGIN = `http://localhost:${PORT}`
const NOTATION = '[S:Ana Ruiz] [C:said] [Q:“It is over.”]\n\nIt rained.'

const clock = { now: () => new Date().toISOString() }

let store: Store
let queue: Queue
let worker: Worker
let site: Hono
let reported: unknown[]
let cookie: string
let dossiersAdded: string[] = []

/** Stands in for reading an article: text in the marks' notation, and a fault for what begins with "!". */
const add: AddInput = async (input) => {
  const text = Buffer.from(input.bytes).toString()
  if (text.startsWith('!!')) throw new Error('broken')
  if (text.startsWith('!'))
    return { state: 'failed', input: input.name, fault: { code: 'empty', sentence: 'it is empty' } }
  const { state, articleId } = await store.addCoverage(
    coverageOf(text, { bytes: input.bytes, name: input.name, headline: text.slice(0, 5) }),
  )
  return { state, input: input.name, articleId, headline: text.slice(0, 5), statements: 1 }
}

/** Gives the article in the marks' notation that an address names; one that is "down" may be up later. */
const fetcher: Fetcher = {
  fetch: async ({ url }) => {
    const fault = { code: 'unreadable', sentence: 'the server does not answer' } as const
    if (url.endsWith('down')) return { state: 'failed', fault, mayPass: true, retryAfterMs: null }
    if (url.endsWith('gone')) return { state: 'failed', fault, mayPass: false, retryAfterMs: null }
    const input = { name: url, bytes: Buffer.from(`${url}\n\n${NOTATION}`), contentType: null, url, received: null }
    return { state: 'fetched', input, etag: null, lastModified: null }
  },
  close: async () => undefined,
}

const SLOTS = { atOnce: 1, kept: 0 }

beforeEach(async () => {
  store = await openTestRecord({ folder: null, clock: { now: () => '2026-11-24T05:41:00.000Z' } })
  queue = await openQueue({ folder: null, clock })
  reported = []
  dossiersAdded = []
  worker = new Worker({
    queue,
    handlers: {
      'add-input': addInputJob(add),
      'add-url': addUrlJob({ fetcher, add, store }),
      'add-archive': addArchiveJob((archive, more) => addArchive(archive, { add, store, readers: 1, ...more })),
    },
    slots: {
      'add-input': SLOTS,
      'add-url': SLOTS,
      'add-page': SLOTS,
      'add-archive': SLOTS,
      'look-at-feed': SLOTS,
      'look-at-page': SLOTS,
    },
    clock,
    crashed: 'something went wrong',
    fault: (sentence) => reported.push(sentence),
    report: (error) => reported.push(error),
  })
  const sample = { name: 'sample.html', bytes: Buffer.from(NOTATION), contentType: null, url: null, received: null }
  site = createPages({
    address: null,
    mailer: NO_MAILS,
    ...newsletterOf(store, clock),
    pageToken: pageTokenFile(temporaryFolder()),
    handedIn: handedInFiles(temporaryFolder(), clock),
    clock: { now: () => new Date().toISOString() },
    store,
    queue,
    following: followingWith({ feeds: store.feeds, fetcher, queue }),
    samples: async () => [sample],
    addSampleDossier: async () => {
      dossiersAdded.push('sample')
      return 'sample'
    },
    port: () => PORT,
    report: (error) => reported.push(error),
  })
  cookie = await ownerCookie(store.accounts)
})

afterEach(async () => {
  await worker.stop()
  await queue.close()
  await store.close()
})

async function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const response = await site.request(`${ORIGIN}${path}`, {
    headers: { Host: `localhost:${PORT}`, Cookie: cookie, ...headers },
  })
  cookie = withCookie(cookie, response)
  return response
}

async function token(): Promise<string> {
  return /name="token" value="([0-9a-f]{64})"/.exec(await (await get('/desk/add')).text())?.[1] ?? ''
}

async function post(path: string, form: FormData, headers: Record<string, string> = {}): Promise<Response> {
  return site.request(`${ORIGIN}${path}`, {
    method: 'POST',
    body: form,
    headers: { Host: `localhost:${PORT}`, Origin: ORIGIN, Cookie: cookie, ...headers },
  })
}

/** A form with its token in front, then fields; a File becomes a file field. */
async function form(fields: readonly (readonly [name: string, value: string | File])[]): Promise<FormData> {
  const data = new FormData()
  data.append('token', await token())
  for (const [name, value] of fields) data.append(name, value)
  return data
}

const JSON_ANSWER = { Accept: 'application/json' }

test('an empty record greets with the box and the samples', async () => {
  const page = await (await get('/desk')).text()
  expect(page).toContain('<form class="box" action="/desk/add" method="post" enctype="multipart/form-data"')
  expect(page).toContain('action="/desk/samples"')
})

test('a pasted text is added and listed, its results have an address, and its speaker a page', async () => {
  const answer = await post('/desk/add', await form([['text', NOTATION]]))
  expect(answer.status).toBe(303)
  const results = await (await get(answer.headers.get('Location') ?? '')).text()
  const article = /href="(\/desk\/articles\/[^"]+)"/.exec(results)?.[1] ?? ''
  expect(results).toContain('1 article added.')
  expect(await (await get('/desk')).text()).toContain(`href="${article}"`)
  const page = await (await get(article)).text()
  const speaker = /href="(\/desk\/speakers\/[^"]+)"/.exec(page)?.[1] ?? ''
  expect(await (await get(speaker)).text()).toContain(`href="${article}?statement=`)
})

test('a file whose name holds a NUL is added under the rest of its name, and a paste over the limit is called one', async () => {
  const data = await form([
    ['file', new File([NOTATION], 'go\0od.html', { type: 'text/html' })],
    ['text', 'x'.repeat(MAX_INPUT_BYTES + 1)],
  ])
  const lines = (await (await post('/desk/add', data, JSON_ANSWER)).json()) as {
    state: string
    name: string
    says: string
  }[]
  expect(lines[0]?.state).toBe('added')
  expect((await store.articles({ words: null, cursor: null, limit: 9 })).items[0]?.name).toBe('good.html')
  expect(lines[1]).toMatchObject({ state: 'failed', name: 'pasted text' })
  expect(lines[1]?.says).toMatch(/what was pasted is larger than 32 MB/)
})

test.each<[name: string, text: string, marked: boolean]>([
  ['mine.html', NOTATION, true],
  ['sample.html', `${NOTATION} It was an older version.`, true],
  ['mine.html', 'It rained.', false],
])('%s, %j: whether it says on each page that it is a sample', async (name, text, marked) => {
  const bytes = Buffer.from(text)
  const { articleId } = await store.addCoverage(coverageOf(text, { bytes, name }))
  const speaker = (await store.speakers({ words: null, cursor: null, limit: 1 })).items[0]?.id
  for (const path of ['/desk', `/desk/articles/${articleId}`, ...(speaker ? [`/desk/speakers/${speaker}`] : [])])
    expect((await (await get(path)).text()).includes('Sample: its country, people and outlets are invented.')).toBe(
      marked,
    )
})

test('a paragraph of a whole book is cut around the statement on the page of its speaker', async () => {
  const words = 'word '.repeat(100_000)
  await store.addCoverage(coverageOf(`${words}[S:Ana Ruiz] [C:said] [Q:“It is over.”] ${words}`))
  const speaker = (await store.speakers({ words: null, cursor: null, limit: 1 })).items[0]?.id
  const page = await (await get(`/desk/speakers/${speaker}`)).text()
  expect(page.length).toBeLessThan(10_000)
  expect(page).toMatch(/<blockquote><p>\[…\] .*“It is over.”<\/span> .* \[…\]<\/p>/)
})

test('the sample dossier is offered first, and added at one press of a button of ours', async () => {
  const page = await (await get('/desk')).text()
  expect(page.indexOf('action="/desk/samples/dossier"')).toBeGreaterThan(0)
  expect(page.indexOf('action="/desk/samples/dossier"')).toBeLessThan(page.indexOf('action="/desk/add"'))
  expect((await post('/desk/samples/dossier', new FormData())).status).toBe(403)
  expect(dossiersAdded).toEqual([])
  const added = await post('/desk/samples/dossier', await form([]))
  expect([added.status, added.headers.get('Location')]).toEqual([303, '/dossiers/sample'])
  expect(dossiersAdded).toEqual(['sample'])
})

test('the samples are added', async () => {
  expect((await post('/desk/samples', await form([]))).status).toBe(303)
  expect((await store.articles({ words: null, cursor: null, limit: 9 })).total).toBe(1)
})

test('an archive is added by its path and as a file, under its name; another file is not taken by its path', async () => {
  const path = join(temporaryFolder(), 'the news.warc')
  const [one, two] = ['one', 'two'].map((words) => record({ block: answered(`${NOTATION} Part ${words}.`) }))
  writeFileSync(path, one ?? '')
  const data = await form([
    ['text', `${path}\n/etc/page.html`],
    ['file', new File([new Uint8Array(two ?? [])], 'Second.WARC')],
    ['file', new File(['no archive at all'], 'third.warc')],
  ])
  const lines = await (await post('/desk/add', data, JSON_ANSWER)).json()
  expect(lines).toMatchObject([
    { state: 'said', name: path, says: expect.stringContaining(': 1 record, 1 article added') },
    { state: 'failed', name: '/etc/page.html', says: expect.stringContaining('only archives of the web') },
    { state: 'said', name: 'Second.WARC', says: 'Second.WARC: 1 record, 1 article added' },
    { state: 'said', name: 'third.warc', says: expect.stringContaining('third.warc: record at byte 0') },
  ])
  const answer = await post('/desk/add', await form([['text', `${path}\n${path}.warc`]]))
  // What an archive gave is in its own line: a count of articles would leave that out.
  expect(await (await get(answer.headers.get('Location') ?? '')).text()).toContain('1 done, 1 failed.')
})

test('each input has its own outcome', async () => {
  const answer = await post(
    '/desk/add',
    await form([
      ['file', new File([NOTATION], 'good.html', { type: 'text/html' })],
      ['file', new File([NOTATION], 'again.html', { type: 'text/html' })],
      ['file', new File(['!'], 'bad.html', { type: 'text/html' })],
      ['file', new File(['!!'], 'broken.html', { type: 'text/html' })],
      ['file', new File([new Uint8Array(MAX_INPUT_BYTES + 1)], 'huge.html', { type: 'text/html' })],
      ['file', new File([], '')],
      ['html', new File([`${NOTATION}!`], 'pasted page', { type: 'text/html' })],
      ['text', ' https://example.org/a\nhttps://example.org/gone '],
    ]),
    JSON_ANSWER,
  )
  const lines = (await answer.json()) as { state: string; name: string; says: string }[]
  expect(lines.map(({ state, name }) => `${state} ${name}`)).toEqual([
    'added [S:An',
    'known [S:An',
    'failed bad.html',
    'failed broken.html',
    'failed huge.html',
    'added [S:An',
    'added https',
    'failed https://example.org/gone',
  ])
  expect(lines[4]?.says).toMatch(/larger than 32 MB/)
  expect(lines[7]?.says).toBe('the server does not answer.')
  expect(reported).toHaveLength(1)
})

test('an address that cannot be had leads to its page, which says why, when it is tried again, and lets one try', async () => {
  const answer = await post('/desk/add', await form([['text', 'https://example.org/down']]))
  const path = answer.headers.get('Location') ?? ''
  expect(path).toMatch(/^\/desk\/work\/[0-9A-Z]{26}$/)
  const page = await (await get(path)).text()
  expect(page).toContain('the server does not answer.')
  expect(page).toMatch(/Next try<\/dt> <dd><time/)
  expect(page).toContain('<noscript><meta http-equiv="refresh"')
  expect((await post(`${path}/again`, await form([]))).status).toBe(303)
  await expect
    .poll(async () => (await queue.job(path.slice('/desk/work/'.length)))?.attempts, { timeout: 30_000 })
    .toBe(2)
  expect((await post(`${path}/remove`, await form([]))).headers.get('Location')).toBe('/desk/work')
  expect((await get(path)).status).toBe(404)
})

test('what failed for good leads to its page, which refreshes no more', async () => {
  const answer = await post('/desk/add', await form([['text', 'https://example.org/gone']]))
  const page = await (await get(answer.headers.get('Location') ?? '')).text()
  expect(page).toContain('the server does not answer.')
  expect(page).toContain('Try again')
  expect(page).not.toContain('http-equiv="refresh"')
})

test('an address is fetched with a picture where the form asks for one, before the address', async () => {
  await worker.stop()
  const answer = await post(
    '/desk/add',
    await form([
      ['picture', 'yes'],
      ['text', 'https://example.org/a'],
    ]),
    JSON_ANSWER,
  )
  const [line] = (await answer.json()) as { href: string }[]
  expect((await queue.job(line?.href.slice('/desk/work/'.length) ?? ''))?.kind).toBe('add-page')
})

test('an article with an address has a button that has its page pictured; one without has none', async () => {
  await worker.stop()
  const { articleId: file } = await store.addCoverage(coverageOf('It rained.'))
  const { articleId } = await store.addCoverage(coverageOf('It snowed.', { url: 'https://example.org/a' }))
  expect(await (await get(`/desk/articles/${file}`)).text()).not.toContain('/picture"')
  expect(await (await get(`/desk/articles/${articleId}`)).text()).toContain(
    `action="/desk/articles/${articleId}/picture"`,
  )
  const answer = await post(`/desk/articles/${articleId}/picture`, await form([]))
  const job = await queue.job(answer.headers.get('Location')?.slice('/desk/work/'.length) ?? '')
  expect(job).toMatchObject({ kind: 'add-page', name: 'https://example.org/a', state: 'waiting' })
  expect((await post(`/desk/articles/${file}/picture`, await form([]))).status).toBe(404)
  expect((await post(`/desk/articles/${articleId}/picture`, new FormData())).status).toBe(403)
})

test('a form in which nothing was is answered with a sentence', async () => {
  const answer = await post('/desk/add', await form([['text', ' ']]))
  expect(await (await get(answer.headers.get('Location') ?? '')).text()).toContain('Nothing came')
})

test('the navigation leads to the work as soon as there is any, and each list has an address', async () => {
  expect(await (await get('/desk')).text()).not.toContain('href="/desk/work"')
  await worker.stop()
  for (let count = 0; count < 60; count++) await queue.add({ kind: 'add-url', url: `https://example.org/${count}` })
  expect(await (await get('/desk')).text()).toContain('href="/desk/work"')
  const all = await (await get('/desk/work')).text()
  expect(all.match(/class="waiting"/g)).toHaveLength(10)
  expect(all).toContain('<a href="/desk/work/waiting">Show all 60</a>')
  const first = await (await get('/desk/work/waiting')).text()
  const next = /href="(\/desk\/work\/waiting\?after=[^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const second = await (await get(next)).text()
  const ids = [first, second].flatMap((page) => [...page.matchAll(/id="job-(\w+)"/g)].map((match) => match[1]))
  expect(new Set(ids).size).toBe(60)
  for (const list of ['running', 'set-aside', 'done']) expect((await get(`/desk/work/${list}`)).status).toBe(200)
})

test('looking at feeds stands on the list of work only while it runs or fails', async () => {
  await worker.stop()
  await queue.add({ kind: 'look-at-feed', feedId: 'F', address: 'https://example.org/feed' })
  expect(await (await get('/desk/work/waiting')).text()).not.toContain('id="job-')
  await queue.take({ kind: 'look-at-feed', onlyAskedFor: false })
  expect(await (await get('/desk/work/running')).text()).toContain('id="job-')
})

test.each<[name: string, path: string]>([
  ['a job', '/desk/work/01ARZ3NDEKTSV4RRFFQ69G5FAV'],
  ['an article', '/desk/articles/01ARZ3NDEKTSV4RRFFQ69G5FAV'],
  ['an id of another shape', '/desk/articles/%00'],
  ['a speaker', '/desk/speakers/x'],
  ['results', '/desk/added/0'],
  ['a file', '/static/style.css'],
  ['a path', '/etc/passwd'],
])('%s that is not there gets a page that says so', async (_, path) => {
  const response = await get(path)
  expect(response.status).toBe(404)
  expect(await response.text()).toContain('There is nothing at this address')
})

test('a foreign host gets nothing', async () => {
  expect((await get('/', { Host: 'evil.example' })).status).toBe(403)
})

test.each(['again', 'remove'])('"%s" without a token is refused, and changes nothing', async (deed) => {
  await worker.stop()
  const id = await queue.add({ kind: 'add-url', url: 'https://example.org/a' })
  const before = await queue.job(id)
  expect((await post(`/desk/work/${id}/${deed}`, new FormData())).status).toBe(403)
  expect(await queue.job(id)).toEqual(before)
})

/** An answer that sets a cookie. */
function answeredWith(cookie: string): Response {
  return new Response(null, { headers: { 'Set-Cookie': cookie } })
}

test.each<[name: string, send: () => Promise<Response>, status: number]>([
  ['without a token', async () => post('/desk/add', new FormData()), 403],
  [
    'with another token',
    async () => {
      const data = await form([['text', 'x']])
      data.set('token', '0'.repeat(64))
      return post('/desk/add', data)
    },
    403,
  ],
  ['without a session', async () => post('/desk/add', await form([['text', 'x']]), { Cookie: '' }), 401],
  [
    'without its cookie',
    async () => post('/desk/add', await form([['text', 'x']]), { Cookie: cookie.replace('onrecord-form', 'other') }),
    403,
  ],
  [
    'of another session',
    async () => {
      const sent = await form([['text', 'x']])
      const formCookie = cookie.split('; ').find((one) => one.startsWith('onrecord-form')) ?? ''
      return post('/desk/add', sent, { Cookie: `${formCookie}; ${await ownerCookie(store.accounts)}` })
    },
    403,
  ],
  [
    'with a cookie of another',
    async () =>
      post('/desk/add', await form([['text', 'x']]), {
        Cookie: withCookie(cookie, answeredWith(`onrecord-form=${'a'.repeat(32)}`)),
      }),
    403,
  ],
  [
    'from another origin',
    async () => post('/desk/add', await form([['text', 'x']]), { Origin: 'https://evil.example' }),
    403,
  ],
  ['that is none', async () => post('/desk/add', await form([]), { 'Content-Type': 'text/plain' }), 400],
])('a form %s is refused, and nothing is added', async (_, send, status) => {
  expect((await send()).status).toBe(status)
  expect((await store.articles({ words: null, cursor: null, limit: 9 })).total).toBe(0)
})

test('every answer forbids foreign code, framing and sniffing', async () => {
  for (const path of ['/desk', '/nothing', '/desk/speakers']) {
    const { headers } = await get(path)
    expect(headers.get('Content-Security-Policy')).toMatch(
      /default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/,
    )
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
  }
})

test('static files are named by their bytes and kept for ever', async () => {
  const page = await (await get('/desk')).text()
  const files = [...page.matchAll(/(?:href|src)="(\/static\/[^"]+)"/g)].map((match) => match[1] ?? '')
  expect(files.length).toBeGreaterThanOrEqual(4)
  for (const file of files) {
    const response = await get(file)
    expect(response.status).toBe(200)
    expect(response.headers.get('Cache-Control')).toContain('immutable')
  }
})

test('an error of ours is reported to the terminal and says nothing of itself on the page', async () => {
  const broken = createPages({
    address: null,
    mailer: NO_MAILS,
    ...newsletterOf(store, clock),
    pageToken: pageTokenFile(temporaryFolder()),
    handedIn: handedInFiles(temporaryFolder(), clock),
    clock: { now: () => new Date().toISOString() },
    store: { ...store, articles: () => Promise.reject(new Error('secret')) },
    queue,
    following: followingWith({ feeds: store.feeds, fetcher, queue }),
    samples: async () => [],
    addSampleDossier: async () => 'sample',
    port: () => PORT,
    report: (error) => reported.push(error),
  })
  const response = await broken.request(`${ORIGIN}/desk`, { headers: { Host: `localhost:${PORT}`, Cookie: cookie } })
  expect(response.status).toBe(500)
  expect(await response.text()).not.toContain('secret')
  expect(reported).toHaveLength(1)
})

test('an article that was removed says when and why, and nothing of itself', async () => {
  const { articleId } = await store.addCoverage(coverageOf(NOTATION, { headline: 'The flood' }))
  await store.removeArticle({ articleId, reason: 'the court of Tarn <ordered> it', by: null })
  const answer = await get(`/desk/articles/${articleId}`)
  const words = await answer.text()
  expect(answer.status).toBe(410)
  expect(words).toContain('the court of Tarn &lt;ordered&gt; it')
  expect(words).toContain('2026-11-24T05:41:00.000Z')
  expect(words).not.toMatch(/Ruiz|flood/u)
})
