import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { verifyRecord } from '../src/jobs/verify/verify-record.ts'
import { systemClock } from '../src/store/system-clock.ts'
import { openBenchRecord } from './evidence-process.ts'

/** Kills that one record has to bear; checking it takes longer with each. */
const KILLS_A_RECORD = 25
/** So small that files are often begun. */
const FULL_BYTES = 60_000
/** A process is killed within as many milliseconds after it is ready; it captures some in that time. */
const WITHIN_MS = 250

const PROCESS = new URL('evidence-process.ts', import.meta.url).pathname

/** Captures in a process of its own and kills it at a random moment. @returns the blobs that it said are in the record */
async function killWhileCapturing(folder: string, from: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [PROCESS, 'until-killed', folder, String(from), String(FULL_BYTES)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const told: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'ready') setTimeout(() => child.kill('SIGKILL'), Math.random() * WITHIN_MS)
    else told.push(line)
  }
  return told
}

/** What `verify` says of a record after a kill, and whether all that was told of is there. */
async function after(folder: string, told: readonly string[]) {
  const { store, archive } = await openBenchRecord(folder, FULL_BYTES)
  try {
    const lines: string[] = []
    const faults = await verifyRecord({
      evidence: store.evidence,
      archive,
      known: [],
      now: systemClock.now(),
      out: async (line) => void lines.push(line),
    })
    const blobs = await Promise.all(told.map((sha256) => store.blob(sha256)))
    const findings = lines.slice(0, -1)
    return { faults, findings, lost: blobs.filter((blob) => blob === null).length }
  } finally {
    await store.close()
  }
}

/** How the kills came out. `clean` of them left nothing behind, `named` the capture that was under way; `wrong` are the sentences of the others. */
export type Kills = {
  readonly clean: number
  readonly named: number
  readonly captured: number
  readonly wrong: readonly string[]
}

/** Kills a process that captures, `kills` times, and checks the record after each. */
export async function killed(kills: number): Promise<Kills> {
  let [clean, named, captured] = [0, 0, 0]
  const wrong: string[] = []
  let folder = ''
  for (let kill = 0; kill < kills; kill += 1) {
    if (kill % KILLS_A_RECORD === 0) folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-kills-'))
    const told = await killWhileCapturing(folder, captured)
    captured += told.length + 1
    const { faults, findings, lost } = await after(folder, told)
    if (lost > 0 || faults > 0 || findings.length > 1) wrong.push(`${lost} lost; ${findings.join('; ')}`)
    else if (findings.length === 0) clean += 1
    else named += 1
    if (kill % KILLS_A_RECORD === KILLS_A_RECORD - 1 || kill === kills - 1) rmSync(folder, { recursive: true })
  }
  return { clean, named, captured, wrong }
}
