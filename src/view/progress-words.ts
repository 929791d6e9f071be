import type { Job } from '../record/queue.ts'
import type { Messages } from './messages/messages.ts'

/** A rate that is reckoned from less time says nothing yet. */
const MIN_MS = 2_000

/** How far a job has come, how fast, and how long it still takes: as much of it as is known. */
export type ProgressWords = {
  /** "32 MB of 118 MB", "1,200 articles"; null where nothing is counted yet. */
  readonly done: string | null
  /** "4.2 MB a second"; null where it is not known yet. */
  readonly rate: string | null
  /** "about 20 seconds left"; null where the end or the rate is not known. */
  readonly left: string | null
}

/** Puts a job's progress into words, for the whole of the try that is under way. */
export function progressWords(progress: NonNullable<Job['progress']>, messages: Messages): ProgressWords {
  const { done, total, unit, firstDone, firstAt, lastAt } = progress
  const says = messages.progress
  const amount = says.amount[unit]
  const ms = Date.parse(lastAt) - Date.parse(firstAt)
  const perSecond = ms >= MIN_MS ? ((done - firstDone) * 1000) / ms : 0
  return {
    done: done === 0 ? null : total === null ? amount(done) : says.of(amount(done), amount(total)),
    rate: perSecond > 0 ? says.perSecond(amount(perSecond)) : null,
    left: total !== null && perSecond > 0 ? says.left(Math.max(0, (total - done) / perSecond)) : null,
  }
}
