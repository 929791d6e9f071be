import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { verifyRecord } from '../src/jobs/verify/verify-record.ts'
import { openRecord } from '../src/open-record.ts'
import { systemClock } from '../src/store/system-clock.ts'
import { coverageOf } from './marked-coverage.ts'
import { temporaryFolder } from './temporary-folder.ts'

const CLI = new URL('../src/cli.ts', import.meta.url).pathname
/** More of them find rarer moments: ONRECORD_KILLS=200. */
const { ONRECORD_KILLS = '4' } = process.env
const KILLS = Number(ONRECORD_KILLS)
/** Stands in the article that is removed, and nowhere else. */
const WORD = 'Quetzalina'

const open = (folder: string) => openRecord({ dataFolder: folder, collector: null }, systemClock)

/** A record of an article that is to go, of many captures, amid others. @returns the article's id */
async function recordIn(folder: string): Promise<string> {
  const { store } = await open(folder)
  const added = []
  for (const name of ['Mara Ross', `${WORD} Lee`, 'Ana Ruiz'])
    added.push(await store.addCoverage(coverageOf(`[S:${name}] [C:said]: [Q:“It is over, ${name}.”]`)))
  await store.close()
  return added[1]?.articleId ?? ''
}

function remove(folder: string, id: string): ChildProcess {
  const argv = [CLI, 'remove', id, '--reason', 'a court ordered it', '--yes']
  return spawn(process.execPath, argv, { env: { ...process.env, ONRECORD_DATA: folder }, stdio: 'ignore' })
}

const ended = (child: ChildProcess) => new Promise<void>((done) => child.once('exit', () => done()))

/** The files in which the word stands, in whatever case; WARC files unpacked. */
function filesWithWord(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => {
      const bytes = readFileSync(path)
      const words = path.endsWith('.gz') ? gunzipSync(bytes) : bytes
      return words.toString('latin1').toLowerCase().includes(WORD.toLowerCase())
    })
}

test(`killed ${KILLS} times at any moment while an article is removed: it is there whole, or gone from every file`, {
  timeout: 60_000 + KILLS * 30_000,
}, async () => {
  const whole = temporaryFolder()
  const articleId = await recordIn(whole)
  const copied = () => {
    const folder = temporaryFolder()
    cpSync(whole, folder, { recursive: true })
    return folder
  }
  const first = copied()
  const started = performance.now()
  await ended(remove(first, articleId))
  const took = performance.now() - started
  expect(filesWithWord(first)).toEqual([])
  for (let kill = 0; kill < KILLS; kill += 1) {
    const folder = copied()
    const child = remove(folder, articleId)
    // In the second half: the first is the program's start.
    const timer = setTimeout(() => child.kill('SIGKILL'), took * (0.5 + Math.random() / 2))
    await ended(child)
    clearTimeout(timer)
    const { store, archive } = await open(folder)
    const isThere = (await store.article(articleId)) !== null
    const lines: string[] = []
    const out = async (line: string) => void lines.push(line)
    const faults = await verifyRecord({ evidence: store.evidence, archive, known: [], now: systemClock.now(), out })
    await store.close()
    expect(faults, lines.join('\n')).toBe(0)
    expect(filesWithWord(folder).length > 0).toBe(isThere)
  }
})
