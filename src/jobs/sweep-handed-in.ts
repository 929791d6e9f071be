import type { HandedIn } from '../record/handed-in.ts'
import type { Queue } from '../record/queue.ts'

const SWEEP_EVERY_MS = 10 * 60 * 1000

/**
 * Removes the archives that were handed in and are read, now and again and again.
 *
 * @param report told of every error
 * @returns stops that
 */
export function sweepHandedIn(
  { handedIn, queue }: { readonly handedIn: Pick<HandedIn, 'sweep'>; readonly queue: Pick<Queue, 'counts'> },
  report: (error: unknown) => void,
): () => void {
  const sweep = () =>
    handedIn
      .sweep(async (group) => {
        const counts = await queue.counts(group)
        return counts.waiting + counts.running + counts['set-aside'] === 0
      })
      .catch(report)
  void sweep()
  const timer = setInterval(() => void sweep(), SWEEP_EVERY_MS)
  return () => clearInterval(timer)
}
