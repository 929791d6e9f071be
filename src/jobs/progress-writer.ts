import type { Progress } from '../record/queue.ts'

/** A program can come further thousands of times a second, and a person looks once. */
const EVERY_MS = 1_000

/** Takes what a job says of its progress. */
export type ProgressWriter = {
  readonly report: (progress: Progress) => void
  /** Writes nothing more. */
  readonly stop: () => void
}

/** Hands on the first report at once, and after that the newest one each second. */
export function progressWriter(write: (progress: Progress) => void): ProgressWriter {
  let newest: Progress | null = null
  let timer: NodeJS.Timeout | null = null
  let isStopped = false
  const writeNewest = () => {
    timer = newest === null || isStopped ? null : setTimeout(writeNewest, EVERY_MS)
    if (newest !== null && !isStopped) write(newest)
    newest = null
  }
  return {
    report: (progress) => {
      newest = progress
      if (timer === null) writeNewest()
    },
    stop: () => {
      isStopped = true
      if (timer !== null) clearTimeout(timer)
    },
  }
}
