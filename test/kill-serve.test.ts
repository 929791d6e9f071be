import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { openQueue } from '../src/queue/open-queue.ts'
import type { Queue } from '../src/record/queue.ts'
import { systemClock } from '../src/store/system-clock.ts'
import { openTestRecord } from './open-test-record.ts'
import { cookieFor, withCookie } from './signed-in.ts'
import { EVERYTHING, pagesOf } from './store/open-empty.ts'
import { temporaryFolder } from './temporary-folder.ts'

const CLI = new URL('../src/cli.ts', import.meta.url).pathname

/** How often the server is killed; more of them find rarer moments. */
const { ONRECORD_KILLS = '10' } = process.env

/** Articles that one form hands in. */
const ARTICLES = 5

/** A kill comes at most so long after the form was sent: while it is taken in, while it is read, after it was answered. */
const WITHIN_MS = 4_000

/** Starts the server on a free port. @returns its address */
async function serve(folder: string): Promise<{ readonly child: ChildProcess; readonly address: string }> {
  const env = { ...process.env, ONRECORD_DATA: folder, ONRECORD_PORT: '0' }
  const child = spawn(process.execPath, [CLI, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'], detached: true })
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\/\/localhost:\d+/.exec(line)?.[0]
    if (address !== undefined) return { child, address }
  }
  throw new Error('the server ended before it listened')
}

/** Ends the server with all it started, with no chance to tidy up. */
async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  process.kill(-(child.pid ?? 0), 'SIGKILL')
  await ended
}

function article(name: string): File {
  const text = `Notice ${name}\n\n“The dam holds at mark ${name},” said Mara Lindqvist, the warden of the Tarn dam.\n\n${'It rained again in the valley, and the road stayed closed for the whole of the day. '.repeat(3)}`
  return new File([text], `${name}.txt`, { type: 'text/plain' })
}

/** Hands in articles as the form of the page does. @returns whether the server said that it took them */
async function handIn(address: string, names: readonly string[], cookie: string): Promise<boolean> {
  try {
    const page = await fetch(`${address}/desk/add`, { headers: { Cookie: cookie } })
    const form = new FormData()
    form.append('token', /name="token" value="([0-9a-f]{64})"/.exec(await page.text())?.[1] ?? '')
    for (const name of names) form.append('file', article(name))
    const headers = { Origin: address, Cookie: withCookie(cookie, page) }
    const answer = await fetch(`${address}/desk/add`, { method: 'POST', body: form, headers, redirect: 'manual' })
    return answer.status === 303
  } catch {
    return false
  }
}

/**
 * Lets the server run until nothing waits; a person would press "try now" on what waits longer after several deaths.
 *
 * @returns the names of all that was taken in, once for each time
 */
async function finish(folder: string): Promise<readonly string[]> {
  const { child } = await serve(folder)
  const queue = await openQueue({ folder, clock: systemClock })
  const left = async (each: Queue) => {
    for (const { id } of (await each.jobs({ state: 'waiting', cursor: null, limit: 200 })).items)
      await each.tryAgain(id)
    const { waiting, running } = await each.counts(null)
    return waiting + running
  }
  await expect.poll(() => left(queue), { timeout: 120_000, interval: 500 }).toBe(0)
  const done = await pagesOf((cursor) => queue.jobs({ state: 'done', cursor, limit: 200 }))
  expect((await queue.counts(null))['set-aside']).toBe(0)
  await queue.close()
  await kill(child)
  return done.flatMap(({ items }) => items).map(({ name }) => name.replace('.txt', ''))
}

test(`killed ${ONRECORD_KILLS} times with what was handed in: all that was taken in is in the record, once`, {
  timeout: 600_000,
}, async () => {
  const folder = temporaryFolder()
  const answered: string[] = []
  for (let round = 0; round < Number(ONRECORD_KILLS); round += 1) {
    const { child, address } = await serve(folder)
    const names = Array.from({ length: ARTICLES }, (_, n) => `${round}-${n}`)
    const cookie = await cookieFor(folder, address)
    const timer = setTimeout(() => void kill(child), Math.random() * WITHIN_MS)
    if (await handIn(address, names, cookie)) answered.push(...names)
    await new Promise((resolve) => (child.signalCode === null ? child.once('exit', resolve) : resolve(null)))
    clearTimeout(timer)
  }
  const taken = await finish(folder)
  expect(answered.filter((name) => !taken.includes(name))).toEqual([])
  const store = await openTestRecord({ folder, clock: systemClock })
  const pages = await pagesOf((cursor) => store.articles({ ...EVERYTHING, cursor }))
  const headlines = pages.flatMap(({ items }) => items).map(({ headline }) => headline)
  await store.close()
  expect(headlines.sort()).toEqual(taken.map((name) => `Notice ${name}`).sort())
  for (const file of ['onrecord.sqlite', 'work.sqlite']) {
    const database = new DatabaseSync(join(folder, file))
    expect(database.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
    if (file === 'work.sqlite') expect(database.prepare('select count(*) as rows from work').get()).toEqual({ rows: 0 })
    database.close()
  }
})
