import { readFileSync } from 'node:fs'

/** The line of the system that says how much of a process is in memory: "VmRSS:    220148 kB". */
const RESIDENT = /^VmRSS:\s+(\d+) kB$/m

/**
 * How much memory a process takes, in MB: V8's heap, and what lies beside it, as buffers do.
 *
 * @returns null where the process has ended, or the system does not say it: only Linux has /proc
 */
function residentMb(pid: number): number | null {
  try {
    // The system makes this file up when it is read: no disk is waited for.
    const kb = RESIDENT.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]
    return kb === undefined ? null : Number(kb) / 1024
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
}

/** What fills memory as fast as it can takes some hundred MB meanwhile. */
const LOOK_EVERY_MS = 100

/**
 * Watches how much memory a process takes.
 *
 * @param tooMuch called once, when it is more than `mostMb`
 * @returns stops watching
 */
export function watchMemory(pid: number, mostMb: number, tooMuch: () => void): () => void {
  const stop = () => clearInterval(timer)
  const timer = setInterval(() => {
    if ((residentMb(pid) ?? 0) <= mostMb) return
    stop()
    tooMuch()
  }, LOOK_EVERY_MS)
  return stop
}
