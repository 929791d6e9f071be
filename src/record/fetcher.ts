import type { Fault } from '../article/fault.ts'
import type { Input } from './input.ts'

/** What is fetched, and what is known of it from the last time: sent as a conditional request. */
export type FetchRequest = {
  /** http or https. */
  readonly url: string
  readonly etag: string | null
  readonly lastModified: string | null
}

/** What came of a fetch. A fault that may pass (a server that is down, a 503) is worth another try after a while. */
export type FetchOutcome =
  | {
      readonly state: 'fetched'
      readonly input: Input
      readonly etag: string | null
      readonly lastModified: string | null
    }
  | { readonly state: 'unchanged' }
  | {
      readonly state: 'failed'
      readonly fault: Fault
      readonly mayPass: boolean
      /** What the server asked for (Retry-After), in milliseconds; null where it did not. */
      readonly retryAfterMs: number | null
    }

/** Fetches pages from the network, safely and politely. Never rejects for what a server does. */
export interface Fetcher {
  fetch(request: FetchRequest): Promise<FetchOutcome>
  close(): Promise<void>
}
