import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { systemClock } from '../src/store/system-clock.ts'
import { openTestRecord } from './open-test-record.ts'
import { EVERYTHING } from './store/open-empty.ts'
import { recordFaults } from './store/record-faults.ts'
import { answer, packed, page, record } from './warc-file.ts'

const CLI = new URL('../src/cli.ts', import.meta.url).pathname
/** More of them find rarer moments: ONRECORD_KILLS=200. */
const { ONRECORD_KILLS = '4' } = process.env
const KILLS = Number(ONRECORD_KILLS)
const ARTICLES = 8

const work = mkdtempSync(join(tmpdir(), 'onrecord-kill-archive-'))
const archive = join(work, 'news.warc.gz')

/** Articles amid what an archive is full of: requests, a redirect, a page without an article, one page twice, a revisit. */
function writeArchive(): void {
  const records = Array.from({ length: ARTICLES }, (_, n) => {
    const uri = `https://news.example/${n}`
    const date = '2022-03-08T09:30:00Z'
    const id = (what: string) => `<urn:uuid:${what}-${n}>`
    const refers = { 'WARC-Refers-To-Target-URI': uri, 'WARC-Refers-To-Date': date }
    return [
      record({ uri, date, type: 'request', id: id('q'), block: 'GET / HTTP/1.1\r\n\r\n' }),
      record({ uri, date, id: id('a'), block: answer(page(n)) }),
      record({ uri: `${uri}/again`, date, id: id('b'), block: answer(page(n)) }),
      record({
        uri: `${uri}/seen`,
        date: '2022-03-09T09:30:00Z',
        type: 'revisit',
        id: id('r'),
        fields: refers,
        block: answer(''),
      }),
      record({ uri: `${uri}/list`, date, id: id('l'), block: answer('<html><p>Nothing here.</html>') }),
      record({ uri: `${uri}/moved`, date, id: id('m'), block: answer('', { Location: uri }, 301) }),
    ]
  })
  writeFileSync(archive, packed(...records.flat()))
}

type Adding = {
  readonly child: ChildProcess
  /** Resolves when the first article is being written. */
  readonly begun: Promise<void>
  readonly ended: Promise<number | null>
}

function add(folder: string): Adding {
  mkdirSync(folder, { recursive: true })
  const watching = new AbortController()
  const begun = new Promise<void>((resolve) => {
    watch(folder, { recursive: true, signal: watching.signal }, (_, file) => file?.includes('.warc') && resolve())
  })
  const env = { ...process.env, ONRECORD_DATA: folder }
  const child = spawn(process.execPath, [CLI, 'add', archive], { env, stdio: 'ignore', detached: true })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { child, begun, ended: ended.finally(() => watching.abort()) }
}

/** Ends a process with all it started, with no chance to tidy up. */
function killGroup({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, 'SIGKILL')
}

/** What is in a record: how often each headline, and how many captures. */
async function inRecord(folder: string) {
  const store = await openTestRecord({ folder, clock: systemClock })
  const { items } = await store.articles(EVERYTHING)
  const articles = await Promise.all(items.map(({ id }) => store.article(id)))
  await store.close()
  return {
    headlines: items.map(({ headline }) => headline).sort(),
    captures: articles.map((article) => article?.captureCount),
    faults: recordFaults(join(folder, 'onrecord.sqlite')),
  }
}

test(`killed ${KILLS} times at any moment while an archive is added, each time run again: every article exactly once`, {
  timeout: 60_000 + KILLS * 30_000,
}, async () => {
  writeArchive()
  const whole = join(work, 'whole')
  const started = performance.now()
  const first = add(whole)
  await first.begun
  const startUp = performance.now() - started
  expect(await first.ended).toBe(0)
  const adding = performance.now() - started - startUp
  const expected = await inRecord(whole)
  expect(expected.headlines).toHaveLength(ARTICLES)
  expect(new Set(expected.headlines).size).toBe(ARTICLES)
  expect(expected.captures).toEqual(Array<number>(ARTICLES).fill(3))
  const left: number[] = []
  for (let kill = 0; kill < KILLS; kill += 1) {
    const folder = join(work, String(kill))
    const { child, begun, ended } = add(folder)
    // Each fourth while it starts, the others while articles are added: starting takes longer than adding so few.
    let timer: NodeJS.Timeout | null =
      kill % 4 === 3 ? setTimeout(() => killGroup(child), Math.random() * startUp) : null
    void begun.then(() => {
      timer ??= setTimeout(() => killGroup(child), Math.random() * adding)
    })
    await ended
    if (timer !== null) clearTimeout(timer)
    left.push((await inRecord(folder)).headlines.length)
    expect(await add(folder).ended).toBe(0)
    expect(await inRecord(folder)).toEqual(expected)
    rmSync(folder, { recursive: true })
  }
  rmSync(work, { recursive: true })
  // A kill leaves between none and all of them.
  expect(left.every((count) => count <= ARTICLES)).toBe(true)
  if (ONRECORD_KILLS !== '4') process.stdout.write(`articles that each kill left: ${left.join(' ')}\n`)
})
