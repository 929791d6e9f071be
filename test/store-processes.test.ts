import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { systemClock } from '../src/store/system-clock.ts'
import { openTestRecord } from './open-test-record.ts'
import { EVERYTHING } from './store/open-empty.ts'
import { recordFaults } from './store/record-faults.ts'
import { temporaryFolder } from './temporary-folder.ts'

const PROGRAM = join(import.meta.dirname, 'store/add-articles.ts')
const ARTICLES = 30

/** How many processes are killed; more of them find rarer moments. */
const { ONRECORD_KILLS = '10' } = process.env

/** A kill comes this long after an add began at most: the add of one article takes less. */
const WITHIN_MS = 12

/** Starts a process that adds the articles; `lines` are what it prints. */
function start(folder: string, count = ARTICLES) {
  const child = spawn(process.execPath, [PROGRAM, folder, String(count)], { stdio: ['ignore', 'pipe', 'inherit'] })
  return { child, ended: once(child, 'close'), lines: createInterface({ input: child.stdout }) }
}

async function linesOf(folder: string, count = ARTICLES): Promise<readonly string[]> {
  const { lines, ended } = start(folder, count)
  const printed: string[] = []
  for await (const line of lines) printed.push(line)
  await ended
  return printed
}

/** Kills a process at a random moment of one of its adds. @returns the articles that it said were added */
async function killed(folder: string): Promise<readonly string[]> {
  const { child, lines, ended } = start(folder)
  const last = String(Math.floor(Math.random() * ARTICLES))
  const added: string[] = []
  for await (const line of lines) {
    if (line.endsWith(' added')) added.push(line)
    if (line !== last) continue
    await setTimeout(Math.random() * WITHIN_MS)
    child.kill('SIGKILL')
  }
  await ended
  return added
}

async function headlines(folder: string): Promise<readonly (string | null)[]> {
  const store = await openTestRecord({ folder, clock: systemClock })
  const { items } = await store.articles(EVERYTHING)
  await store.close()
  return items.map(({ headline }) => headline).sort()
}

const ALL = Array.from({ length: ARTICLES }, (_, n) => `Article ${n}`).sort()

test('four processes that add the same articles to a new record make each of them once', async () => {
  const folder = temporaryFolder()
  const printed = (await Promise.all([1, 2, 3, 4].map(() => linesOf(folder)))).flat()
  const added = printed.filter((line) => line.endsWith(' added'))
  expect(added.sort()).toEqual(ALL.map((_, n) => `${n} added`).sort())
  expect(printed.filter((line) => line.endsWith(' known')).length).toBe(3 * ARTICLES)
  expect(await headlines(folder)).toEqual(ALL)
  expect(recordFaults(join(folder, 'onrecord.sqlite'))).toEqual([])
})

test('killed at any moment, nothing is half-written, what was said to be added is there, a rerun adds the rest', async () => {
  let folder = temporaryFolder()
  let said = new Set<string>()
  for (let kill = 0; kill < Number(ONRECORD_KILLS); kill += 1) {
    for (const line of await killed(folder)) said.add(`Article ${line.replace(' added', '')}`)
    const there = await headlines(folder)
    expect(recordFaults(join(folder, 'onrecord.sqlite'))).toEqual([])
    expect(new Set(there).size).toBe(there.length)
    expect([...said].filter((headline) => !there.includes(headline))).toEqual([])
    if (there.length < ARTICLES) continue
    folder = temporaryFolder()
    said = new Set()
  }
  await linesOf(folder)
  expect(await headlines(folder)).toEqual(ALL)
  expect(recordFaults(join(folder, 'onrecord.sqlite'))).toEqual([])
})
