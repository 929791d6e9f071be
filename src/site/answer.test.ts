import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { answered } from './answer.ts'

const ANSWER = {
  body: 'words',
  contentType: 'text/plain; charset=utf-8',
  status: 200,
  lastModified: '2026-03-01T12:00:00.000Z',
} as const
const DATE = 'Sun, 01 Mar 2026 12:00:00 GMT'

async function ask(headers: Record<string, string>, changes: Partial<Parameters<typeof answered>[1]> = {}) {
  const app = new Hono().get('/', (context) => answered(context, { ...ANSWER, ...changes }))
  return app.request('/', { headers })
}

const tag = (await ask({})).headers.get('ETag') ?? ''

test('an answer has a tag, a date, and may be kept shortly', async () => {
  const response = await ask({})
  expect(tag).toMatch(/^"[\w-]{27}"$/)
  expect(response.headers.get('Last-Modified')).toBe(DATE)
  expect(response.headers.get('Cache-Control')).toContain('public')
  expect(await response.text()).toBe('words')
})

/** What is sent along, and whether the answer is known. */
const CASES: readonly [headers: Record<string, string>, status: number][] = [
  [{ 'If-None-Match': tag }, 304],
  [{ 'If-None-Match': `W/${tag}` }, 304],
  [{ 'If-None-Match': `"other", ${tag}` }, 304],
  [{ 'If-None-Match': '*' }, 304],
  [{ 'If-None-Match': '"other"' }, 200],
  [{ 'If-None-Match': '"other"', 'If-Modified-Since': DATE }, 200],
  [{ 'If-Modified-Since': DATE }, 304],
  [{ 'If-Modified-Since': 'Mon, 02 Mar 2026 12:00:00 GMT' }, 200],
  [{ 'If-Modified-Since': 'yesterday' }, 200],
]

test.each(CASES)('%j: %i', async (headers, status) => {
  const response = await ask(headers)
  expect(response.status).toBe(status)
  expect(await response.text()).toBe(status === 304 ? '' : 'words')
  expect(response.headers.get('ETag')).toBe(tag)
})

test('other words have another tag; what is gone is never "known"; without a date none is compared', async () => {
  expect((await ask({ 'If-None-Match': tag }, { body: 'other words' })).status).toBe(200)
  expect((await ask({ 'If-None-Match': tag }, { status: 410 })).status).toBe(410)
  expect((await ask({ 'If-Modified-Since': DATE }, { lastModified: null })).status).toBe(200)
})
