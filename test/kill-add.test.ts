import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { systemClock } from '../src/store/system-clock.ts'
import { openTestRecord } from './open-test-record.ts'

const CLI = new URL('../src/cli.ts', import.meta.url).pathname
const KILLS = 50
const ARTICLES = 6

/** Ends a process with all it started, with no chance to tidy up. */
function killGroup(child: ChildProcess): void {
  if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
    process.kill(-child.pid, 'SIGKILL')
}

function addAll(folder: string, files: readonly string[]): ChildProcess {
  const env = { ...process.env, ONRECORD_DATA: folder }
  return spawn(process.execPath, [CLI, 'add', ...files], { env, stdio: 'ignore', detached: true })
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', resolve))
}

/** Articles that differ, each with one quotation. */
function writeArticles(): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-articles-'))
  return Array.from({ length: ARTICLES }, (_, at) => {
    const path = join(folder, `${at}.txt`)
    const quoted = `“The dam holds at mark ${at},” said Mara Lindqvist, the warden of the Tarn dam.`
    const rest = 'It rained again in the valley on Monday, and the road stayed closed for the whole of the day.'
    writeFileSync(path, `Notice ${at}\n\n${quoted}\n\n${rest}\n`)
    return path
  })
}

test(`killed ${KILLS} times in the middle of an add, then run again: every article exactly once`, {
  timeout: 300_000,
}, async () => {
  const files = writeArticles()
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-data-'))
  const started = Date.now()
  expect(await ended(addAll(mkdtempSync(join(tmpdir(), 'onrecord-data-')), files))).toBe(0)
  const duration = Date.now() - started
  for (let kill = 0; kill < KILLS; kill += 1) {
    const child = addAll(folder, files)
    const timer = setTimeout(() => killGroup(child), Math.random() * duration)
    await ended(child)
    clearTimeout(timer)
  }
  expect(await ended(addAll(folder, files))).toBe(0)
  const store = await openTestRecord({ folder, clock: systemClock })
  const { items, total } = await store.articles({ words: null, cursor: null, limit: 100 })
  await store.close()
  expect(total).toBe(ARTICLES)
  expect(items.map(({ headline }) => headline).sort()).toEqual(files.map((_, at) => `Notice ${at}`).sort())
  expect(items.map(({ statements }) => statements)).toEqual(files.map(() => 1))
  const database = new DatabaseSync(join(folder, 'onrecord.sqlite'))
  expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
  database.close()
})
