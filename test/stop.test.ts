import { type ChildProcess, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { openQueue } from '../src/queue/open-queue.ts'
import { systemClock } from '../src/store/system-clock.ts'
import { temporaryFolder } from './temporary-folder.ts'

const BIN = new URL('../bin/onrecord.js', import.meta.url).pathname
const INPUTS = 30

function story(number: number): string {
  const rest = 'It rained again in the valley, and the road stayed closed for the whole of the day. '.repeat(3)
  return `Notice ${number}\n\n“The dam holds,” said Mara Lindqvist, the warden of the Tarn dam.\n\n${rest}`
}

function begin(args: readonly string[], folder: string) {
  const env = { ...process.env, ONRECORD_DATA: folder, ONRECORD_PORT: '0' }
  const child = spawn(process.execPath, [BIN, ...args], { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const errors: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => errors.push(line))
  return { child, ended, errors, lines: createInterface({ input: child.stdout }) }
}

/** Ctrl-C, as a terminal sends it: to the whole group. */
function interrupt(child: ChildProcess): void {
  process.kill(-(child.pid ?? 0), 'SIGINT')
}

test('a start that is broken off while it adds says so in one line, and adds and says nothing more', async () => {
  const folder = temporaryFolder()
  const paths = Array.from({ length: INPUTS }, (_, number) => {
    const path = join(folder, `${number}.txt`)
    writeFileSync(path, story(number))
    return path
  })
  const { child, ended, errors, lines } = begin(['start', ...paths], join(folder, 'data'))
  const printed: string[] = []
  for await (const line of lines) if (printed.push(line) === 1) interrupt(child)
  expect(await ended).toBe(130)
  expect(errors).toEqual([])
  expect(printed.at(-1)).toBe('Onrecord was stopped; what was added stays, add the rest again')
  expect(printed.filter((line) => line.includes(': added,')).length).toBeLessThan(INPUTS)
})

test('a server that is stopped lets go of what it does, says how much waits, and the next one does it', async () => {
  const folder = temporaryFolder()
  const queue = await openQueue({ folder, clock: systemClock })
  for (let number = 0; number < INPUTS; number += 1) {
    const input = {
      name: `${number}.txt`,
      bytes: Buffer.from(story(number)),
      contentType: null,
      url: null,
      received: null,
    }
    await queue.add({ kind: 'add-input', input })
  }
  const first = begin(['serve'], folder)
  const printed: string[] = []
  for await (const line of first.lines) if (printed.push(line) === 1) interrupt(first.child)
  expect(await first.ended).toBe(0)
  expect(first.errors).toEqual([])
  expect(printed.at(-1)).toMatch(/^Onrecord has stopped; \d+ jobs wait for the next start$/)
  const { waiting, running, done } = await queue.counts(null)
  expect({ running, all: waiting + done }).toEqual({ running: 0, all: INPUTS })
  expect(waiting).toBeGreaterThan(0)
  const second = begin(['serve'], folder)
  await expect.poll(async () => (await queue.counts(null)).done, { timeout: 50_000, interval: 200 }).toBe(INPUTS)
  interrupt(second.child)
  for await (const line of second.lines) printed.push(line)
  expect(printed.at(-1)).toBe('Onrecord has stopped')
  const { items } = await queue.jobs({ state: 'done', cursor: null, limit: 200 })
  expect(items.map(({ outcome }) => outcome?.state)).toEqual(items.map(() => 'added'))
  await queue.close()
})
