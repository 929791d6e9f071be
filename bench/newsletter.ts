/**
 * The newsletter: an edition through real SMTP on loopback to Postfix's `smtp-sink`, every fate written down, beside
 * nodemailer's bare pool, which sends the same signed messages and remembers nothing. In turns, in one run. Needs no data.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { openMailing } from '../src/mailing/open-mailing.ts'
import { systemClock } from '../src/store/system-clock.ts'
import { subscribe } from '../test/newsletter/filled-mailing.ts'
import type { Bench } from './bench.ts'
import type { Sent } from './newsletter-process.ts'

const { ONRECORD_BENCH_SUBSCRIBERS = '100000' } = process.env
const SUBSCRIBERS = Number(ONRECORD_BENCH_SUBSCRIBERS)
/** Both ways send a part in each round, so that a machine that is busy for a while slows both. */
const ROUNDS = 4

const PROCESS = new URL('newsletter-process.ts', import.meta.url).pathname
const SINK = '/usr/sbin/smtp-sink'

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Waits until the sink listens. */
async function answers(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const socket = connect(port, '127.0.0.1')
    const isThere = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    })
    socket.destroy()
    if (isThere) return
    await setTimeout(50)
  }
  throw new Error('smtp-sink does not listen')
}

function apart(way: string, what: string, port: number): Sent {
  const { status, stdout } = spawnSync(process.execPath, [PROCESS, way, what, String(port)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`${way} ended with status ${status}`)
  return JSON.parse(stdout) as Sent
}

/** An edition to some, in a folder of its own. */
function oursTo(count: number, port: number): Sent {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  try {
    openMailing({ folder, clock: systemClock }).close()
    subscribe(
      folder,
      Array.from({ length: count }, (_, at) => `reader${at}@${at % 50}.example`),
    )
    return apart('ours', folder, port)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const total = (rounds: readonly Sent[], what: keyof Sent) => rounds.reduce((sum, round) => sum + round[what], 0)
const aMinute = (rounds: readonly Sent[]) => Math.round((total(rounds, 'sent') / total(rounds, 'spent')) * 60)
const most = (rounds: readonly Sent[]) => Math.round(Math.max(...rounds.map(({ memory }) => memory)))
const cpu = (rounds: readonly Sent[]) => Number(((total(rounds, 'cpu') / total(rounds, 'sent')) * 1e3).toFixed(3))

async function figures(port: number) {
  const ours: Sent[] = []
  const bare: Sent[] = []
  const part = Math.ceil(SUBSCRIBERS / ROUNDS)
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(apart('bare', String(part), port))
    ours.push(oursTo(part, port))
  }
  // Memory grows with the list, if it does: all of it at once.
  const whole = oursTo(SUBSCRIBERS, port)
  return [
    { name: 'subscribers', value: SUBSCRIBERS, unit: '' },
    { name: 'accepted', value: whole.sent, unit: '' },
    { name: 'mails', value: aMinute(ours), unit: '/min' },
    { name: 'mails, all at once', value: aMinute([whole]), unit: '/min' },
    { name: 'a mail', value: cpu(ours), unit: 'ms CPU' },
    { name: 'peak memory', value: most([whole]), unit: 'MB' },
    { name: 'bare pool', value: aMinute(bare), unit: '/min' },
    { name: 'bare pool, a mail', value: cpu(bare), unit: 'ms CPU' },
    { name: 'bare pool, peak memory', value: most(bare), unit: 'MB' },
    { name: 'by the bare pool', value: Number((aMinute(ours) / aMinute(bare)).toFixed(3)), unit: 'times' },
  ]
}

export const bench: Bench = async () => {
  const port = await freePort()
  const sink: ChildProcess = spawn(SINK, ['-u', 'postfix', '-c', `127.0.0.1:${port}`, '256'], { stdio: 'ignore' })
  const lost = new Promise<never>((_, reject) => sink.once('error', reject))
  try {
    const isThere = await Promise.race([answers(port).then(() => true), lost.catch(() => false)])
    if (!isThere) return { ok: false, needs: 'it needs smtp-sink, which the package postfix brings' }
    return { ok: true, figures: await figures(port), notes: [] }
  } finally {
    sink.kill()
  }
}
