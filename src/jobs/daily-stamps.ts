import type { Clock } from '../record/clock.ts'
import type { Evidence } from '../record/evidence.ts'
import { ExpectedError } from '../record/expected-error.ts'
import type { StampOutcome } from './stamp-ledger.ts'

const DAY_MS = 24 * 60 * 60_000

/** How often it is looked whether a day is over: after an authority did not answer, it is asked again so soon. */
const LOOK_EVERY_MS = 60 * 60_000

export type DailyStampParts = {
  readonly evidence: Pick<Evidence, 'lastTimeStampAt'>
  readonly stamp: (signal: AbortSignal) => Promise<StampOutcome>
  readonly clock: Clock
}

/** Has the ledger stamped, if that was not done for a day. */
export async function stampIfDue({ evidence, stamp, clock }: DailyStampParts, signal: AbortSignal): Promise<void> {
  const last = await evidence.lastTimeStampAt()
  if (last === null || Date.parse(clock.now()) - Date.parse(last) >= DAY_MS) await stamp(signal)
}

/**
 * Has the ledger stamped once a day, from now on until it is stopped.
 *
 * @param told.fault takes a sentence where the authority gave no stamp; one that says the same again is not told again
 * @returns stops it
 */
export function watchStamps(
  parts: DailyStampParts,
  told: { readonly fault: (sentence: string) => void; readonly report: (error: unknown) => void },
): () => void {
  const stopping = new AbortController()
  let lastFault = ''
  const refused = (error: unknown) => {
    if (stopping.signal.aborted) return
    if (!(error instanceof ExpectedError)) return told.report(error)
    if (error.message !== lastFault) told.fault(error.message)
    lastFault = error.message
  }
  const look = () => void stampIfDue(parts, stopping.signal).catch(refused)
  const timer = setInterval(look, LOOK_EVERY_MS)
  look()
  return () => {
    clearInterval(timer)
    stopping.abort()
  }
}
