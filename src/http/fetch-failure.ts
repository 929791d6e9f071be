import type { Fault, FaultCode } from '../article/fault.ts'

/** What is known of a failure besides its fault. */
type Outlook = {
  /** Whether another try after a while may do better. */
  readonly mayPass: boolean
  /** How long the server asked to be left alone, in milliseconds; null where it did not. */
  readonly retryAfterMs?: number | null
  /** Whether it is about an address that another one led on to. */
  readonly isLed?: boolean
}

/**
 * Ends a fetch, from however deep within it. The fetcher makes an outcome of it: nobody else meets one.
 */
export class FetchFailure extends Error {
  readonly fault: Fault
  readonly mayPass: boolean
  readonly retryAfterMs: number | null
  readonly isLed: boolean

  constructor(code: FaultCode, sentence: string, { mayPass, retryAfterMs = null, isLed = false }: Outlook) {
    super(sentence)
    this.fault = { code, sentence }
    this.mayPass = mayPass
    this.retryAfterMs = retryAfterMs
    this.isLed = isLed
  }

  /** The same failure, of an address that another one led on to; `words` before its sentence name it. */
  ledTo(words: string): FetchFailure {
    const { fault, mayPass, retryAfterMs } = this
    return new FetchFailure(fault.code, `${words}${fault.sentence}`, { mayPass, retryAfterMs, isLed: true })
  }
}

/** A failure that stays what it is however often it is tried. */
export function lasting(code: FaultCode, sentence: string): FetchFailure {
  return new FetchFailure(code, sentence, { mayPass: false })
}

/** A failure that another try after a while may not meet. */
export function passing(code: FaultCode, sentence: string): FetchFailure {
  return new FetchFailure(code, sentence, { mayPass: true })
}
