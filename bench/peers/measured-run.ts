import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'

/** A program and its arguments. */
export type Command = { readonly program: string; readonly args: readonly string[] }

/** Seconds since a process began: `processor` adds up all its threads and is null where there is no `/proc`. */
export type Elapsed = { readonly clock: number; readonly processor: number | null }

/**
 * What a process answered and took. `start` ends with the answer to the first line, `whole` with the last answer;
 * `megabytes` is the most memory that was resident at once, null where there is no `/proc` (outside Linux).
 */
export type Run = {
  /** The lines that answer all but the first line. */
  readonly output: string
  readonly start: Elapsed
  readonly whole: Elapsed
  readonly megabytes: number | null
}

/** `why` holds the process's last complaint. */
export type RunOutcome = { readonly ok: true; readonly run: Run } | { readonly ok: false; readonly why: string }

/** Linux tells programs processor time in hundredths of a second, whatever its own clock. */
const TICKS_A_SECOND = 100
/** The slowest peer takes some 8 minutes of processor time over 75,000 tokens; a crowded machine gives it a tenth. */
const TIMEOUT_MS = 90 * 60_000

type Usage = { readonly processor: number | null; readonly megabytes: number | null }

/** What a living process has taken up to now. */
function usageOf(pid: number | undefined): Usage {
  if (pid === undefined || process.platform !== 'linux') return { processor: null, megabytes: null }
  const peak = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  // The second field is the program's name in brackets, which may hold anything: fields are counted after it.
  const [, fields = ''] = /^.*\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
  const [user = 0, system = 0] = fields.split(' ').slice(11, 13).map(Number)
  return { processor: (user + system) / TICKS_A_SECOND, megabytes: peak === null ? null : Number(peak[1]) / 1024 }
}

/** @returns null where the process ended before its last answer */
async function answers(
  child: ChildProcessWithoutNullStreams,
  [first = '', ...others]: readonly string[],
): Promise<Run | null> {
  const from = performance.now()
  const elapsed = ({ processor }: Usage): Elapsed => ({ clock: (performance.now() - from) / 1000, processor })
  const output: string[] = []
  let start: Elapsed | null = null
  child.stdin.write(`${first}\n`)
  for await (const answer of createInterface({ input: child.stdout })) {
    if (start === null) {
      start = elapsed(usageOf(child.pid))
      child.stdin.write(others.map((line) => `${line}\n`).join(''))
    } else output.push(`${answer}\n`)
    if (output.length < others.length) continue
    const usage = usageOf(child.pid)
    return { output: output.join(''), start, whole: elapsed(usage), megabytes: usage.megabytes }
  }
  return null
}

/**
 * Starts a process and asks it line by line: the first line alone, the others once it is answered. Its input stays
 * open until the last answer, so that it still lives when it is looked at.
 *
 * @param lines at least two, without their ends; the process owes one line of answer for each
 */
export async function measuredRun({ program, args }: Command, lines: readonly string[]): Promise<RunOutcome> {
  const child = spawn(program, args, { timeout: TIMEOUT_MS })
  const ended = once(child, 'close') as Promise<[number | null, string | null]>
  // A process that ends without reading all of its input closes the pipe: its exit status tells.
  child.stdin.on('error', () => undefined)
  try {
    const [complaints, run, [status, signal]] = await Promise.all([
      text(child.stderr),
      answers(child, lines).finally(() => child.stdin.end()),
      ended,
    ])
    if (run !== null && status === 0) return { ok: true, run }
    const last = complaints.trim().split('\n').at(-1) || 'before its last answer'
    return { ok: false, why: `${program} ended with ${status ?? signal}: ${last}` }
  } catch (error) {
    return { ok: false, why: `${program} could not be run: ${(error as Error).message}` }
  }
}

/** What a program says it is, asked with `--version`; the empty string where it says nothing. */
export function versionOf({ program, args }: Command): string {
  return spawnSync(program, [...args, '--version'], { encoding: 'utf8' }).stdout?.trim() ?? ''
}
