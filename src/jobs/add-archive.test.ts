import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, onTestFinished, test, vi } from 'vitest'
import { coverageOf } from '../../test/marked-coverage.ts'
import { openTestRecord } from '../../test/open-test-record.ts'
import { answer, packed, record } from '../../test/warc-file.ts'
import type { FaultCode } from '../article/fault.ts'
import { archiveParts, type WebArchive } from '../gather/warc/archive-parts.ts'
import type { AddInput } from '../record/input.ts'
import { addArchive } from './add-archive.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-add-archive-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** An archive of pages called 0, 1, 2 …, each with an article. */
async function archiveOf(pages: number): Promise<WebArchive> {
  const path = join(folder, `${pages}.warc.gz`)
  const records = Array.from({ length: pages }, (_, n) =>
    record({ uri: `https://news.example/${n}`, id: `<urn:uuid:${n}>`, block: answer(`<html>${n}</html>`) }),
  )
  writeFileSync(path, packed(...records))
  const parts = await archiveParts(path)
  if (parts === null || 'code' in parts) throw new Error('the archive of the test cannot be read')
  return { path, parts }
}

/** A record, and what adds to it: a page fails with the faults that are listed for it, one each time it is tried. */
async function desk(failing: Readonly<Record<string, readonly FaultCode[]>>) {
  const store = await openTestRecord({ folder: null, clock: { now: () => '2026-11-24T05:41:00.000Z' } })
  onTestFinished(() => store.close())
  // Each page takes as long as it takes for the place to be kept again.
  vi.useFakeTimers({ toFake: ['performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const owed = new Map(Object.entries(failing).map(([page, codes]) => [page, [...codes]]))
  const tries: string[] = []
  const add: AddInput = async ({ name, bytes, url, received }) => {
    const page = url?.split('/').at(-1) ?? ''
    const code = owed.get(page)?.shift()
    tries.push(page)
    if (code !== undefined) return { state: 'failed', input: name, fault: { code, sentence: `it was ${code}` } }
    const text = `[S:Mara Lee] [C:said]: [Q:“It is ${page}.”]`
    const { state, articleId } = await store.addCoverage({ ...coverageOf(text, { url, bytes }), received })
    return { state, input: name, articleId, headline: null, statements: 1 }
  }
  const faults: string[] = []
  const run = async (archive: WebArchive, stopAfter = Number.POSITIVE_INFINITY) => {
    const stop = new AbortController()
    tries.length = 0
    const tally = await addArchive(archive, {
      add,
      store,
      readers: 1,
      fault: (sentence) => faults.push(sentence.replace(/^.*?: .*?: /, '')),
      progress: ({ records }) => {
        vi.advanceTimersByTime(2_000)
        if (records >= stopAfter) stop.abort()
      },
      signal: stop.signal,
    })
    return { added: tally.added, known: tally.known, lost: tally.lost, tries: tries.join('') }
  }
  return { run, faults }
}

test('a page that was too slow is tried again, when what stands before it is done', async () => {
  const { run, faults } = await desk({ 1: ['too-slow'], 2: ['crashed'] })
  expect(await run(await archiveOf(4))).toMatchObject({ added: 4, lost: 0 })
  expect(faults).toEqual([])
})

test('a page that stays too slow is named, and tried again by the next run, also by one that goes on', async () => {
  const { run, faults } = await desk({ 2: ['too-slow', 'too-slow'] })
  const archive = await archiveOf(20)
  await run(archive, 12)
  expect(faults).toEqual(['it was too-slow; add the archive again, and it is tried again'])
  const second = await run(archive)
  expect(second).toMatchObject({ lost: 0 })
  // What stood before it is passed over.
  expect(second.tries).toMatch(/^2/)
})

test('a page that no run can read is named in each of them, and the others are there once', async () => {
  const never = Array<FaultCode>(9).fill('too-big')
  const { run, faults } = await desk({ 0: never })
  const archive = await archiveOf(3)
  expect(await run(archive)).toMatchObject({ added: 2, lost: 1 })
  expect(await run(archive)).toMatchObject({ added: 0, lost: 1 })
  expect(faults).toHaveLength(2)
})

test('what holds no article is tried once', async () => {
  const { run, faults } = await desk({ 1: ['no-article'] })
  expect(await run(await archiveOf(2))).toMatchObject({ added: 1, lost: 0, tries: '01' })
  expect(faults).toEqual([])
})
