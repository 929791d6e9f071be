/** What the bench of evidence does in processes of their own: capturing, and checking all that was captured. */
import { join } from 'node:path'
import { openArchive } from '../src/archive/open-archive.ts'
import { verifyRecord } from '../src/jobs/verify/verify-record.ts'
import { openStore } from '../src/store/open-store.ts'
import { systemClock } from '../src/store/system-clock.ts'
import { generatedCaptures, wireBytes } from './generated-captures.ts'

/** A record whose archive's files are full at `fullBytes`. */
export async function openBenchRecord(folder: string, fullBytes: number) {
  const collector = { software: 'Onrecord/bench', operator: null }
  const archive = openArchive({ folder: join(folder, 'archive'), collector, fullBytes })
  return { archive, store: await openStore({ folder, clock: systemClock, archive }) }
}

/** What capturing took: `spent` and `cpu` in seconds without the making of the pages, `received` in bytes of the wire. */
export type Captured = {
  readonly captures: number
  readonly received: number
  readonly spent: number
  readonly cpu: number
}

/** Captures pages until `mostBytes` were received. */
async function capture(folder: string, mostBytes: number, pageBytes: number): Promise<Captured> {
  const { store } = await openBenchRecord(folder, 1e9)
  const made = generatedCaptures(pageBytes)
  let [captures, received, spent, cpu] = [0, 0, 0, 0]
  for (; received < mostBytes; captures += 1) {
    const coverage = made(captures)
    const [start, used] = [performance.now(), process.cpuUsage()]
    await store.addCoverage(coverage)
    spent += (performance.now() - start) / 1e3
    const { user, system } = process.cpuUsage(used)
    cpu += (user + system) / 1e6
    received += wireBytes(coverage)
  }
  await store.close()
  return { captures, received, spent, cpu }
}

/** What checking took: seconds, and the most memory in MB that was resident. */
export type Verified = { readonly faults: number; readonly spent: number; readonly memory: number }

async function verify(folder: string): Promise<Verified> {
  const { store, archive } = await openBenchRecord(folder, 1e9)
  const start = performance.now()
  const out = async (line: string) => void process.stderr.write(`${line}\n`)
  const faults = await verifyRecord({ evidence: store.evidence, archive, known: [], now: systemClock.now(), out })
  const spent = (performance.now() - start) / 1e3
  await store.close()
  return { faults, spent, memory: process.resourceUsage().maxRSS / 1e3 }
}

/** Captures small pages from the `from`th on until it is killed, and tells of each that is in the record. */
async function captureUntilKilled(folder: string, from: number, fullBytes: number): Promise<never> {
  const { store } = await openBenchRecord(folder, fullBytes)
  const made = generatedCaptures(4_000)
  process.stdout.write('ready\n')
  for (let n = from; ; n += 1) {
    const coverage = made(n)
    await store.addCoverage(coverage)
    process.stdout.write(`${coverage.sha256}\n`)
  }
}

const [what = '', folder = '', ...numbers] = import.meta.main ? process.argv.slice(2) : []
const [first = 0, second = 0] = numbers.map(Number)
if (what === 'capture') process.stdout.write(JSON.stringify(await capture(folder, first, second)))
if (what === 'verify') process.stdout.write(JSON.stringify(await verify(folder)))
if (what === 'until-killed') await captureUntilKilled(folder, first, second)
