import type { Hono } from 'hono'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { coverageOf } from '../../test/marked-coverage.ts'
import { MAX_INPUT_BYTES } from '../article/limits.ts'
import type { AddInput } from '../record/input.ts'
import type { Store } from '../record/store.ts'
import { openStore } from '../store/open-store.ts'
import { createSite } from './create-site.ts'

const PORT = 4600
const ORIGIN = `http://localhost:${PORT}`
const NOTATION = '[S:Ana Ruiz] [C:said] [Q:“It is over.”]\n\nIt rained.'

let store: Store
let site: Hono
let reported: unknown[]
let cookie: string

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

beforeEach(async () => {
  store = await openStore({ folder: null, clock: { now: () => '2026-11-24T05:41:00.000Z' } })
  reported = []
  const sample = { name: 'sample.html', bytes: Buffer.from(NOTATION), contentType: null, url: null, received: null }
  site = createSite({
    store,
    add,
    samples: async () => [sample],
    port: () => PORT,
    report: (error) => reported.push(error),
  })
  cookie = ''
})

afterEach(() => store.close())

async function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const response = await site.request(`${ORIGIN}${path}`, {
    headers: { Host: `localhost:${PORT}`, Cookie: cookie, ...headers },
  })
  cookie = response.headers.get('Set-Cookie')?.split(';')[0] ?? cookie
  return response
}

async function token(): Promise<string> {
  return /name="token" value="([0-9a-f]{64})"/.exec(await (await get('/add')).text())?.[1] ?? ''
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
  const page = await (await get('/')).text()
  expect(page).toContain('<form class="box" action="/add" method="post" enctype="multipart/form-data"')
  expect(page).toContain('action="/samples"')
})

test('a pasted text is added and listed, its results have an address, and its speaker a page', async () => {
  const answer = await post('/add', await form([['text', NOTATION]]))
  expect(answer.status).toBe(303)
  const results = await (await get(answer.headers.get('Location') ?? '')).text()
  const article = /href="(\/articles\/[^"]+)"/.exec(results)?.[1] ?? ''
  expect(results).toContain('1 article added.')
  expect(await (await get('/')).text()).toContain(`href="${article}"`)
  const page = await (await get(article)).text()
  const speaker = /href="(\/speakers\/[^"]+)"/.exec(page)?.[1] ?? ''
  expect(await (await get(speaker)).text()).toContain(`href="${article}?statement=`)
})

test('a file whose name holds a NUL is added under the rest of its name, and a paste over the limit is called one', async () => {
  const data = await form([
    ['file', new File([NOTATION], 'go\0od.html', { type: 'text/html' })],
    ['text', 'x'.repeat(MAX_INPUT_BYTES + 1)],
  ])
  const lines = (await (await post('/add', data, JSON_ANSWER)).json()) as {
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
  for (const path of ['/', `/articles/${articleId}`, ...(speaker ? [`/speakers/${speaker}`] : [])])
    expect((await (await get(path)).text()).includes('Sample: its country, people and outlets are invented.')).toBe(
      marked,
    )
})

test('a paragraph of a whole book is cut around the statement on the page of its speaker', async () => {
  const words = 'word '.repeat(100_000)
  await store.addCoverage(coverageOf(`${words}[S:Ana Ruiz] [C:said] [Q:“It is over.”] ${words}`))
  const speaker = (await store.speakers({ words: null, cursor: null, limit: 1 })).items[0]?.id
  const page = await (await get(`/speakers/${speaker}`)).text()
  expect(page.length).toBeLessThan(10_000)
  expect(page).toMatch(/<blockquote><p>\[…\] .*“It is over.”<\/span> .* \[…\]<\/p>/)
})

test('the samples are added', async () => {
  expect((await post('/samples', await form([]))).status).toBe(303)
  expect((await store.articles({ words: null, cursor: null, limit: 9 })).total).toBe(1)
})

test('each input has its own outcome', async () => {
  const answer = await post(
    '/add',
    await form([
      ['file', new File([NOTATION], 'good.html', { type: 'text/html' })],
      ['file', new File([NOTATION], 'again.html', { type: 'text/html' })],
      ['file', new File(['!'], 'bad.html', { type: 'text/html' })],
      ['file', new File(['!!'], 'broken.html', { type: 'text/html' })],
      ['file', new File([new Uint8Array(MAX_INPUT_BYTES + 1)], 'huge.html', { type: 'text/html' })],
      ['file', new File([], '')],
      ['html', new File([`${NOTATION}!`], 'pasted page', { type: 'text/html' })],
      ['text', ' https://example.org/a\nhttps://example.org/b '],
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
    'failed https://example.org/a',
    'failed https://example.org/b',
  ])
  expect(lines[4]?.says).toMatch(/larger than 32 MB/)
  expect(lines[6]?.says).toMatch(/addresses cannot be fetched yet/)
  expect(reported).toHaveLength(1)
})

test.each<[name: string, path: string]>([
  ['an article', '/articles/01ARZ3NDEKTSV4RRFFQ69G5FAV'],
  ['an id of another shape', '/articles/%00'],
  ['a speaker', '/speakers/x'],
  ['results', '/added/0'],
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

test.each<[name: string, send: () => Promise<Response>, status: number]>([
  ['without a token', async () => post('/add', new FormData()), 403],
  [
    'with another token',
    async () => {
      const data = await form([['text', 'x']])
      data.set('token', '0'.repeat(64))
      return post('/add', data)
    },
    403,
  ],
  ['without its cookie', async () => post('/add', await form([['text', 'x']]), { Cookie: '' }), 403],
  [
    'with a cookie of another',
    async () => post('/add', await form([['text', 'x']]), { Cookie: `onrecord-form=${'a'.repeat(32)}` }),
    403,
  ],
  [
    'from another origin',
    async () => post('/add', await form([['text', 'x']]), { Origin: 'https://evil.example' }),
    403,
  ],
  ['that is none', async () => post('/add', await form([]), { 'Content-Type': 'text/plain' }), 400],
])('a form %s is refused, and nothing is added', async (_, send, status) => {
  expect((await send()).status).toBe(status)
  expect((await store.articles({ words: null, cursor: null, limit: 9 })).total).toBe(0)
})

test('every answer forbids foreign code, framing and sniffing', async () => {
  for (const path of ['/', '/nothing', '/speakers']) {
    const { headers } = await get(path)
    expect(headers.get('Content-Security-Policy')).toMatch(
      /default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/,
    )
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
  }
})

test('static files are named by their bytes and kept for ever', async () => {
  const page = await (await get('/')).text()
  const files = [...page.matchAll(/(?:href|src)="(\/static\/[^"]+)"/g)].map((match) => match[1] ?? '')
  expect(files.length).toBeGreaterThanOrEqual(4)
  for (const file of files) {
    const response = await get(file)
    expect(response.status).toBe(200)
    expect(response.headers.get('Cache-Control')).toContain('immutable')
  }
})

test('an error of ours is reported to the terminal and says nothing of itself on the page', async () => {
  const broken = createSite({
    store: { ...store, articles: () => Promise.reject(new Error('secret')) },
    add,
    samples: async () => [],
    port: () => PORT,
    report: (error) => reported.push(error),
  })
  const response = await broken.request(`${ORIGIN}/`, { headers: { Host: `localhost:${PORT}` } })
  expect(response.status).toBe(500)
  expect(await response.text()).not.toContain('secret')
  expect(reported).toHaveLength(1)
})
