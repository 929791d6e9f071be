import { MAX_INPUT_BYTES } from '../../article/limits.ts'

/** Where a fetch ends, whatever the server does. Times are in milliseconds. */
export type FetchLimits = {
  /** The most bytes of an answer: as they come over the wire, and again as they are unpacked. */
  readonly bytes: number
  /** The most bytes before the page itself: its status and headers. */
  readonly headBytes: number
  /** How often one address may lead on to another. */
  readonly redirects: number
  /** Until its name is looked up and the connection stands; each of the two. */
  readonly connectMs: number
  /** From the request until the head of the answer is there whole. */
  readonly headMs: number
  /** Between two pieces of the page. */
  readonly idleMs: number
  /** For all requests of one page together; waiting for one's turn is not counted. */
  readonly wholeMs: number
}

/**
 * Slow servers of small papers answer within ten seconds; three times that is patience enough, as browsers have it.
 * Servers send 16 kB of headers at the most, and browsers follow 20 redirects, of which no honest page needs ten.
 */
export const FETCH_LIMITS: FetchLimits = {
  bytes: MAX_INPUT_BYTES,
  headBytes: 64 * 1024,
  redirects: 10,
  connectMs: 10_000,
  headMs: 30_000,
  idleMs: 15_000,
  wholeMs: 90_000,
}
