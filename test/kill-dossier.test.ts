import { spawn } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { systemClock } from '../src/store/system-clock.ts'
import { openTestRecord } from './open-test-record.ts'
import { temporaryFolder } from './temporary-folder.ts'

const CLI = new URL('../src/cli.ts', import.meta.url).pathname
const SAMPLES = new URL('../samples/visit', import.meta.url).pathname
/** More of them find rarer moments: ONRECORD_KILLS=200. */
const { ONRECORD_KILLS = '20' } = process.env
const KILLS = Number(ONRECORD_KILLS)

/** Adds the dossier file; `afterMs` kills it with all it started, with no chance to tidy up. */
async function add(path: string, data: string, afterMs: number | null): Promise<void> {
  const env = { ...process.env, ONRECORD_DATA: data }
  const child = spawn(process.execPath, [CLI, 'add', path], { env, stdio: 'ignore', detached: true })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const kill = () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
  }
  const timer = afterMs === null ? null : setTimeout(kill, afterMs)
  await ended
  if (timer !== null) clearTimeout(timer)
}

test(`a dossier that is added is killed ${KILLS} times: it is there as it was, or as it is to be`, {
  timeout: 60_000 + KILLS * 30_000,
}, async () => {
  const [folder, data] = [temporaryFolder(), temporaryFolder()]
  cpSync(SAMPLES, folder, { recursive: true })
  const path = join(folder, 'xinjiang-visit.dossier.json')
  const file = JSON.parse(readFileSync(path, 'utf8')) as { title: string; commitments: readonly object[] }
  const started = performance.now()
  await add(path, data, null)
  const duration = performance.now() - started
  const whole = { title: file.title, commitments: file.commitments.length }
  let standing = whole
  for (let kill = 0; kill < KILLS; kill += 1) {
    const commitments = kill % 2 === 0 ? file.commitments.slice(0, 1) : file.commitments
    const wanted = { title: `Title ${kill}`, commitments: commitments.length }
    const demands: readonly object[] = []
    writeFileSync(path, JSON.stringify({ ...file, title: wanted.title, commitments, demands }))
    await add(path, data, Math.random() * duration)
    const store = await openTestRecord({ folder: data, clock: systemClock })
    const found = (await store.dossiers.file('xinjiang-visit', null))?.dossier
    await store.close()
    const now = { title: found?.title ?? '', commitments: found?.commitments.length ?? 0 }
    expect([standing, wanted]).toContainEqual(now)
    standing = now
  }
})
