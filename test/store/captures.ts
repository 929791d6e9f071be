import { expect, test } from 'vitest'
import type { Coverage } from '../../src/record/coverage.ts'
import type { Received } from '../../src/record/received.ts'
import type { Store } from '../../src/record/store.ts'
import { coverageOf } from '../marked-coverage.ts'
import { NOON, type OpenEmpty, withStore } from './open-empty.ts'

const LEE = '[S:Mara Lee] [C:said]: [Q:“It is over.”]'

/** One record of an archive. */
const RECORD: Received = {
  via: 'archive',
  askedUrl: null,
  at: '2022-03-08T09:30:00Z',
  status: 200,
  headers: [['Content-Type', 'text/html']],
  address: '192.0.2.7',
  recordId: '<urn:uuid:1>',
  exchanges: [],
}

function captured(received: Partial<Received> = {}, url = 'https://example.org/a'): Coverage {
  return coverageOf(LEE, { url, name: 'a.warc.gz', received: { ...RECORD, ...received } })
}

async function capturesIn(store: Store, articleId: string) {
  const { captures = [], captureCount } = (await store.article(articleId)) ?? {}
  expect(captureCount).toBeGreaterThanOrEqual(captures.length)
  return captures.map(({ url, received }) => ({ url, received }))
}

/** What is the same bytes captured once more, and what is the same capture read again. */
const AGAIN: readonly [what: string, again: Coverage, captures: number][] = [
  ['the same record', captured(), 1],
  ['the same record with other headers', captured({ headers: [], status: 203 }), 1],
  ['another record', captured({ recordId: '<urn:uuid:2>' }), 2],
  ['a record without an id', captured({ recordId: null }), 2],
  ['another record under the same id', captured({ at: '2022-03-09T09:30:00Z' }), 2],
  ['the same record at another address', captured({}, 'https://example.org/b'), 2],
  ['a fetch', captured({ via: 'fetch', recordId: null }), 2],
  ['a file', coverageOf(LEE), 1],
  ['a file with its address', coverageOf(LEE, { url: 'https://example.org/a' }), 2],
]

export function captureRules(open: OpenEmpty): void {
  test('a capture keeps where from, when and how', () =>
    withStore(open, async (store) => {
      const { articleId } = await store.addCoverage(captured({ askedUrl: 'https://example.org/short' }))
      const { headers: _, exchanges: __, ...received } = { ...RECORD, askedUrl: 'https://example.org/short' }
      expect(await capturesIn(store, articleId)).toEqual([{ url: 'https://example.org/a', received }])
    }))

  test.each(AGAIN)('%s, again', (_, again, captures) =>
    withStore(open, async (store) => {
      const { articleId } = await store.addCoverage(captured())
      expect(await store.addCoverage(again)).toEqual({ state: 'known', articleId })
      expect(await store.addCapture(again)).toMatchObject({ id: articleId })
      const isFetch = again.received?.via !== 'archive' && again.url !== null
      expect(await capturesIn(store, articleId)).toHaveLength(isFetch ? captures + 1 : captures)
    }),
  )

  test('a record without an id is taken in once, too', () =>
    withStore(open, async (store) => {
      const { articleId } = await store.addCoverage(captured({ recordId: null }))
      await store.addCapture(captured({ recordId: null }))
      expect(await capturesIn(store, articleId)).toHaveLength(1)
    }))

  test('a capture of bytes that are not there is refused', () =>
    withStore(open, async (store) => {
      expect(await store.addCapture(captured())).toBeNull()
    }))

  test('the first captures of many come back, and how many there are', () =>
    withStore(open, async (store) => {
      const { articleId } = await store.addCoverage(captured())
      for (let n = 2; n <= 30; n += 1) await store.addCapture(captured({ recordId: `<urn:uuid:${n}>` }))
      const article = await store.article(articleId)
      expect(article?.captureCount).toBe(30)
      expect(article?.captures.map(({ received }) => received?.recordId)).toEqual(
        Array.from({ length: 20 }, (_, n) => `<urn:uuid:${n + 1}>`),
      )
    }))

  test('a capture out of an archive is found by its address and time, a fetch is not', () =>
    withStore(open, async (store) => {
      const { url, sha256 } = captured()
      await store.addCoverage(captured({ via: 'fetch' }))
      expect(await store.blobCaptured(url ?? '', RECORD.at)).toBeNull()
      await store.addCapture(captured())
      expect(await store.blobCaptured(url ?? '', RECORD.at)).toBe(sha256)
      expect(await store.blobCaptured(url ?? '', NOON)).toBeNull()
    }))

  test('up to where an archive was read is kept until it was read whole', () =>
    withStore(open, async (store) => {
      expect(await store.archivePlace('a')).toBeNull()
      await store.keepArchivePlace('a', { part: 0, at: 2 ** 40, skip: 0 })
      await store.keepArchivePlace('b', { part: 1, at: 2, skip: 3 })
      await store.keepArchivePlace('a', { part: 0, at: 2 ** 41, skip: 7 })
      expect(await store.archivePlace('a')).toEqual({ part: 0, at: 2 ** 41, skip: 7 })
      await store.keepArchivePlace('a', null)
      expect(await store.archivePlace('a')).toBeNull()
      expect(await store.archivePlace('b')).toEqual({ part: 1, at: 2, skip: 3 })
    }))
}
