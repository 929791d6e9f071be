import { hostname } from 'node:os'

/** Who runs a job: one open queue in one process of one machine. */
export type Holder = { readonly token: string; readonly host: string; readonly pid: number }

/** A process says this often that it still works on its jobs. */
const KEEP_EVERY_MS = 5_000

/** One that said nothing for so long is taken for dead, also where it cannot be seen: on another machine, in another container. */
const LOST_AFTER_MS = 6 * KEEP_EVERY_MS

/** The queues that are open in this process. */
const openHere = new Set<string>()

/** Makes this process the holder of what a queue takes, until `leave`. */
export function enter(token: string): Holder {
  openHere.add(token)
  return { token, host: hostname(), pid: process.pid }
}

/** Takes back `enter`. */
export function leave({ token }: Holder): void {
  openHere.delete(token)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // A process of another user is there all the same.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Whether a holder can no longer work on its jobs.
 *
 * @param keptAt when it last said that it does, UTC
 * @param now UTC
 */
export function isLost({ token, host, pid }: Holder, keptAt: string, now: string): boolean {
  if (openHere.has(token)) return false
  if (Date.parse(now) - Date.parse(keptAt) > LOST_AFTER_MS) return true
  if (host !== hostname()) return false
  // Our own number on a queue that is not open here: a process before us had it, as in a container that was restarted.
  return pid === process.pid || !isRunning(pid)
}
