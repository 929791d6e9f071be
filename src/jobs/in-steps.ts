import { setImmediate as nextTurn } from 'node:timers/promises'

/**
 * Runs what is done in steps, and lets everything else that waits in the process have its turn between them.
 *
 * @returns what the last step gives; null where `signal` was aborted before
 */
export async function inSteps<T>(steps: Generator<undefined, T>, signal: AbortSignal): Promise<T | null> {
  while (!signal.aborted) {
    const { done, value } = steps.next()
    if (done) return value
    await nextTurn()
  }
  return null
}
