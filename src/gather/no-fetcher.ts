import { NO_FETCHING } from '../article/fault.ts'
import type { Fetcher } from '../record/fetcher.ts'

/** Fetches nothing, and says so. */
export const noFetcher: Fetcher = {
  fetch: async () => ({ state: 'failed', fault: NO_FETCHING, mayPass: false, retryAfterMs: null }),
  close: async () => undefined,
}
