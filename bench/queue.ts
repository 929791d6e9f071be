/** The list of work: how many jobs a second go through it, and what it costs with many of them waiting. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openQueue } from '../src/queue/open-queue.ts'
import type { Queue } from '../src/record/queue.ts'
import { systemClock } from '../src/store/system-clock.ts'
import type { Bench, BenchFigure } from './bench.ts'

/** Jobs that go through an empty list, and that stand in a long one; ONRECORD_BENCH_JOBS sets another number. */
const { ONRECORD_BENCH_JOBS = '100000' } = process.env
const WAITING = Number(ONRECORD_BENCH_JOBS)
const THROUGH = 1_000
const LOT = 1_000
const PAGE_BYTES = 64 * 1024

const ADDRESSES = { kind: 'add-url', onlyAskedFor: false } as const

/** Milliseconds a call, on average. */
async function mean(calls: number, call: (number: number) => Promise<unknown>): Promise<number> {
  const start = performance.now()
  for (let number = 0; number < calls; number += 1) await call(number)
  return (performance.now() - start) / calls
}

/** Adds `WAITING` addresses in lots, as a feed does. @returns how many a second */
async function addMany(queue: Queue, url: (number: number) => string): Promise<number> {
  const lot = (from: number) =>
    Array.from({ length: LOT }, (_, at) => ({ work: { kind: 'add-url', url: url(from + at) } as const }))
  return (1000 * LOT) / (await mean(WAITING / LOT, (number) => queue.addAll(lot(number * LOT))))
}

/** Takes a job and ends it. */
async function doOne(queue: Queue): Promise<void> {
  const taken = await queue.take(ADDRESSES)
  if (taken !== null) await queue.done(taken.job.id, { state: 'said', sentence: 'it was done' })
}

function rounded(value: number): number {
  return Number(value.toPrecision(3))
}

async function measured(queue: Queue): Promise<readonly BenchFigure[]> {
  const address = (host: string, number: number) => ({ kind: 'add-url', url: `https://${host}/${number}` }) as const
  const add = await mean(THROUGH, (n) => queue.add(address(`h${n}.example`, n)))
  const through = await mean(THROUGH, () => doOne(queue))
  const bytes = new Uint8Array(PAGE_BYTES).fill(97)
  const input = { name: 'page.html', bytes, contentType: null, url: null, received: null }
  const addInput = await mean(THROUGH / 4, () => queue.add({ kind: 'add-input', input }))
  await addMany(queue, (number) => `https://h${number % 1000}.example/${number}`)
  const crowded = await mean(THROUGH, () => doOne(queue))
  const page = await mean(20, () => queue.jobs({ state: 'waiting', cursor: null, limit: 50 }))
  const counts = await mean(20, () => queue.counts(null))
  return [
    { name: 'addresses added', value: rounded(1000 / add), unit: 'a second' },
    { name: 'pages of 64 kB handed in', value: rounded(1000 / addInput), unit: 'a second' },
    { name: 'jobs taken and ended', value: rounded(1000 / through), unit: 'a second' },
    { name: `the same, ${WAITING} waiting`, value: rounded(1000 / crowded), unit: 'a second' },
    { name: `a page of the list, ${WAITING} waiting`, value: rounded(page), unit: 'ms' },
    { name: `all counted, ${WAITING} waiting`, value: rounded(counts), unit: 'ms' },
  ]
}

/** What one host's backlog costs: each look passes over all that waits for it. */
async function passedOver(queue: Queue): Promise<readonly BenchFigure[]> {
  const lot = await addMany(queue, (number) => `https://slow.example/${number}`)
  await queue.take(ADDRESSES)
  await queue.take(ADDRESSES)
  const look = await mean(20, () => queue.take(ADDRESSES))
  return [
    { name: 'addresses added in lots of 1000', value: rounded(lot), unit: 'a second' },
    { name: `a look past ${WAITING} of a busy host`, value: rounded(look), unit: 'ms' },
  ]
}

export const bench: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  try {
    const figures: BenchFigure[] = []
    for (const [name, measure] of [
      ['mixed', measured],
      ['one-host', passedOver],
    ] as const) {
      const queue = await openQueue({ folder: join(folder, name), clock: systemClock })
      figures.push(...(await measure(queue)))
      await queue.close()
    }
    return { ok: true, figures, notes: [] }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
