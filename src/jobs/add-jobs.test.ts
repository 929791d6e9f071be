import { expect, onTestFinished, test } from 'vitest'
import { localFetcher, localSite, page, redirect } from '../../test/local-web.ts'
import { coverageOf } from '../../test/marked-coverage.ts'
import { openTestRecord } from '../../test/open-test-record.ts'
import type { AddInput } from '../record/input.ts'
import { addUrlJob } from './add-jobs.ts'

const NEVER = new AbortController().signal

test('an address of a feed that leads to a page of the record is that page; a person’s is read again', async () => {
  const store = await openTestRecord({ folder: null, clock: { now: () => '2026-11-24T05:41:00.000Z' } })
  onTestFinished(() => store.close())
  const { origin } = await localSite({
    '/a': page('[S:Mara Lee] [C:said]: [Q:“It is over.”]'),
    '/click?n=1': redirect('/a/'),
    '/click?n=2': redirect('/a'),
    '/a/': redirect('/a'),
  })
  let reads = 0
  const add: AddInput = async ({ name, url, bytes, received }) => {
    reads += 1
    // The page is another at every look, as pages are that show the time.
    const text = `${Buffer.from(bytes)} ${reads}`
    const coverage = coverageOf(text, { url, bytes: Buffer.from(text) })
    const { state, articleId } = await store.addCoverage({ ...coverage, received })
    return { state, input: name, articleId, headline: null, statements: 1 }
  }
  const job = addUrlJob({ fetcher: localFetcher(), add, store })
  const fetched = (path: string, isFromFeed: boolean) =>
    job(
      { kind: 'add-url', url: `${origin}${path}`, ...(isFromFeed && { isFromFeed }) },
      { progress: () => undefined, signal: NEVER },
    )
  const first = await fetched('/click?n=1', true)
  expect(first).toMatchObject({ state: 'added' })
  if (first.state !== 'added') return
  expect(await fetched('/click?n=2', true)).toEqual({
    ...first,
    input: `${origin}/click?n=2`,
    state: 'known',
    statements: 1,
  })
  expect(await fetched('/click?n=2', false)).toMatchObject({ state: 'changed' })
  expect(reads).toBe(2)
})
