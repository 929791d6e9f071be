import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { openQueue } from '../src/queue/open-queue.ts'
import type { Id } from '../src/record/id.ts'
import type { Queue } from '../src/record/queue.ts'
import { systemClock } from '../src/store/system-clock.ts'
import { all, inputOf, testClock } from './queue/open-empty-queue.ts'
import { temporaryFolder } from './temporary-folder.ts'

const PROGRAM = join(import.meta.dirname, 'queue/take-jobs.ts')
const JOBS = 40

/** Starts a process that does jobs; `lines` are what it prints. */
function start(folder: string, ms = 0) {
  const child = spawn(process.execPath, [PROGRAM, folder, String(ms)], { stdio: ['ignore', 'pipe', 'inherit'] })
  return { child, ended: once(child, 'close'), lines: createInterface({ input: child.stdout }) }
}

async function linesOf(folder: string): Promise<readonly string[]> {
  const { lines, ended } = start(folder)
  const printed = await Array.fromAsync(lines)
  await ended
  return printed
}

async function withQueue<T>(folder: string, work: (queue: Queue) => Promise<T>): Promise<T> {
  const queue = await openQueue({ folder, clock: systemClock })
  try {
    return await work(queue)
  } finally {
    await queue.close()
  }
}

async function withJobs(count: number): Promise<string> {
  const folder = temporaryFolder()
  await withQueue(folder, async (queue) => {
    for (let n = 0; n < count; n += 1) await queue.add({ kind: 'add-archive', path: `/${n}.warc` })
  })
  return folder
}

const named = (deed: string) => Array.from({ length: JOBS }, (_, n) => `${deed} /${n}.warc`).sort()

test('four processes do each job once', async () => {
  const folder = await withJobs(JOBS)
  const printed = (await Promise.all([1, 2, 3, 4].map(() => linesOf(folder)))).flat()
  expect(printed.filter((line) => line.startsWith('begun')).sort()).toEqual(named('begun'))
  expect(printed.filter((line) => line.startsWith('done')).sort()).toEqual(named('done'))
})

/** Takes the one job of a folder in a process, and kills that. */
async function killOverJob(folder: string): Promise<void> {
  const { child, lines, ended } = start(folder, 600_000)
  for await (const line of lines) if (line.startsWith('begun')) child.kill('SIGKILL')
  await ended
}

/** Sets the clock of what waits after a death forward, so that no test has to. */
function letItBeDue(folder: string): void {
  const database = new DatabaseSync(join(folder, 'work.sqlite'))
  database.exec("update jobs set not_before = added_at where state = 'waiting'")
  database.close()
}

test('what a killed process was doing is taken by the next one at once', async () => {
  const folder = await withJobs(1)
  await killOverJob(folder)
  expect(await linesOf(folder)).toEqual(['begun /0.warc', 'done /0.warc'])
})

test('a job whose process is killed over it five times is set aside with that reason', async () => {
  const folder = await withJobs(1)
  for (let death = 1; death <= 5; death += 1) {
    await killOverJob(folder)
    await withQueue(folder, async (queue) => {
      // Whoever looks first puts it back.
      await queue.take({ kind: 'add-url', onlyAskedFor: false })
      const expected = death < 5 ? { waiting: 1 } : { 'set-aside': 1 }
      expect(await queue.counts(null)).toMatchObject(expected)
      const [job] = (await queue.jobs({ state: 'set-aside', cursor: null, limit: 1 })).items
      if (death === 5) expect(job).toMatchObject({ attempts: 5, canTryAgain: true })
      if (death === 5) expect(job?.fault?.sentence).toMatch(/died or was killed 5 times/)
    })
    letItBeDue(folder)
  }
})

/** Marks a job as running in a process that is not there, `seconds` after it was last heard of. */
function hold(folder: string, id: Id, holder: { readonly host: string; readonly pid: number }): void {
  const database = new DatabaseSync(join(folder, 'work.sqlite'))
  database
    .prepare('update jobs set holder = ?, holder_host = ?, holder_pid = ? where id = ?')
    .run('X', holder.host, holder.pid, id)
  database.close()
}

test.each<[what: string, host: 'here' | 'elsewhere', pid: number, silent: number, taken: boolean]>([
  ['another machine, heard of lately', 'elsewhere', 1, 29, false],
  ['another machine, silent for long', 'elsewhere', 1, 31, true],
  ['a process of this machine, heard of lately', 'here', process.ppid, 29, false],
  ['a process of this machine that sleeps', 'here', process.ppid, 31, true],
  ['our own number, before us', 'here', process.pid, 0, true],
])('a job held by %s', async (_, host, pid, silent, isTaken) => {
  const folder = temporaryFolder()
  const clock = testClock()
  const queue = await openQueue({ folder, clock })
  const id = await queue.add({ kind: 'add-input', input: inputOf('a.html') })
  await queue.take(all('add-input'))
  const database = new DatabaseSync(join(folder, 'work.sqlite'))
  const here = String(database.prepare('select holder_host from jobs').get()?.['holder_host'])
  database.close()
  hold(folder, id, { host: host === 'here' ? here : 'elsewhere', pid })
  clock.pass(silent)
  expect((await queue.take(all('add-input')))?.job.id).toBe(isTaken ? id : undefined)
  await queue.close()
})

test('an address that comes further each time is not what kills its process', async () => {
  const folder = temporaryFolder()
  const clock = testClock()
  const queue = await openQueue({ folder, clock })
  const id = await queue.add({ kind: 'add-archive', path: '/a.warc' })
  for (let death = 1; death <= 12; death += 1) {
    expect((await queue.take(all('add-archive')))?.job.attempts).toBe(death)
    await queue.progress(id, { stage: 'reading', done: death, total: null, unit: 'bytes' })
    hold(folder, id, { host: 'elsewhere', pid: 1 })
    clock.pass(100)
  }
  expect(await queue.take(all('add-url'))).toBeNull()
  expect(await queue.job(id)).toMatchObject({ state: 'waiting' })
  await queue.close()
})
