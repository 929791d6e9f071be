import type { FaultCode } from '../article/fault.ts'
import type { JobEnd } from './job-handlers.ts'

/** The wait before the second try; before each further one it is four times as long. */
const FIRST_WAIT_MS = 10_000
const GROWTH = 4
const MAX_WAIT_MS = 6 * 3600 * 1000
/** A server may ask for a longer one, and is asked for nothing until then; but not for ever. */
const MAX_ASKED_MS = 24 * 3600 * 1000

/** Seven waits, 10 hours in all: a server that is down over night is asked again in the morning. */
const TRIES = 8

/** What kills the reading process, or keeps it from ending, is tried once more: the machine may have been busy. */
const TRIES_OF_POISON = 2
const POISON: readonly FaultCode[] = ['crashed', 'too-slow']

type Failure = Extract<JobEnd, { readonly state: 'failed' }>

/**
 * How long a job waits for its next try.
 *
 * @param failure why this try failed
 * @param failures how many tries failed before it
 * @param random from 0 to 1: jobs that failed together do not come back together
 * @returns milliseconds, or null where there is to be none
 */
export function nextTryAfter(failure: Failure, failures: number, random: number): number | null {
  const { fault, mayPass, retryAfterMs } = failure
  const tries = POISON.includes(fault.code) ? TRIES_OF_POISON : mayPass ? TRIES : 1
  if (failures + 1 >= tries) return null
  const wait = Math.min(FIRST_WAIT_MS * GROWTH ** failures, MAX_WAIT_MS) * (0.5 + random)
  return Math.max(Math.min(wait, MAX_WAIT_MS), Math.min(retryAfterMs ?? 0, MAX_ASKED_MS))
}
