/**
 * Evidence: captures a second with everything that is kept of them, the archive's size against the bytes received,
 * `verify` over a large archive with the memory it takes, and kills while capturing. Needs no data.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bench, BenchFigure } from './bench.ts'
import { killed } from './evidence-kills.ts'
import type { Captured, Verified } from './evidence-process.ts'

/** Megabytes that are received over the wire, and how often a process is killed. */
const { ONRECORD_BENCH_MB = '2000', ONRECORD_BENCH_KILLS = '300' } = process.env
const MEGABYTES = Number(ONRECORD_BENCH_MB)
const KILLS = Number(ONRECORD_BENCH_KILLS)
/** Of a page's body over the wire: among the longest there are, so that a large archive is made in minutes. */
const PAGE_BYTES = 400_000

const PROCESS = new URL('evidence-process.ts', import.meta.url).pathname

/** Runs a part in a process of its own, so that its memory is its own. */
function apart<Result>(...args: readonly string[]): Result {
  const { status, stdout } = spawnSync(process.execPath, [PROCESS, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`${args.join(' ')} ended with status ${status}`)
  return JSON.parse(stdout) as Result
}

function sizeOf(folder: string): number {
  return readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
}

const rounded = (value: number, digits = 1) => Number(value.toFixed(digits))

function archiveFigures(folder: string): readonly BenchFigure[] {
  const captured = apart<Captured>('capture', folder, String(MEGABYTES * 1e6), String(PAGE_BYTES))
  const size = sizeOf(join(folder, 'archive'))
  const database = statSync(join(folder, 'onrecord.sqlite')).size
  const verified = apart<Verified>('verify', folder)
  if (verified.faults > 0) throw new Error(`verify found ${verified.faults} faults in a record that nobody altered`)
  return [
    { name: 'captures', value: rounded(captured.captures / captured.spent), unit: '/s' },
    { name: 'a capture', value: rounded((captured.cpu / captured.captures) * 1e3), unit: 'ms CPU' },
    { name: 'received', value: rounded(captured.received / 1e6), unit: 'MB' },
    { name: 'archive', value: rounded(size / 1e6), unit: 'MB' },
    { name: 'archive by received', value: rounded(size / captured.received, 3), unit: 'times' },
    { name: 'database', value: rounded(database / 1e6), unit: 'MB' },
    { name: 'verify', value: rounded(size / 1e6 / verified.spent), unit: 'MB/s' },
    { name: 'verify, captures', value: rounded(captured.captures / verified.spent), unit: '/s' },
    { name: 'verify, peak memory', value: rounded(verified.memory), unit: 'MB' },
  ]
}

async function killFigures(): Promise<{ readonly figures: readonly BenchFigure[]; readonly wrong: readonly string[] }> {
  const { clean, named, captured, wrong } = await killed(KILLS)
  const figures = [
    { name: 'kills', value: KILLS, unit: '' },
    { name: 'captures amid kills', value: captured, unit: '' },
    { name: 'kills that left nothing', value: clean, unit: '' },
    { name: 'kills, capture under way named', value: named, unit: '' },
    { name: 'kills that left another fault', value: wrong.length, unit: '' },
  ]
  return { figures, wrong }
}

export const bench: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  try {
    const archive = MEGABYTES > 0 ? archiveFigures(folder) : []
    const kills = KILLS > 0 ? await killFigures() : { figures: [], wrong: [] }
    return { ok: true, figures: [...archive, ...kills.figures], notes: kills.wrong }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
