/** Ctrl-C, or the system, asks the process to end. */

/**
 * Ctrl-C comes more than once: from the terminal, and from each program between it and this process. What comes
 * later than this is a person who does not want to wait.
 */
const SAME_MS = 500

/** What a shell gives for Ctrl-C. */
export const BROKEN_OFF = 130

/** Resolves when the process is asked to end. Asked once more, it ends at once. */
export function stopSignal(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let askedAt: number | null = null
  const asked = () => {
    if (askedAt !== null && Date.now() - askedAt > SAME_MS) process.exit(BROKEN_OFF)
    askedAt ??= Date.now()
    resolve()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, asked)
  return promise
}
