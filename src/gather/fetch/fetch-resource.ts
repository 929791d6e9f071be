import { lasting } from '../../http/fetch-failure.ts'
import type { Clock } from '../../record/clock.ts'
import { type ResolveName, systemNames } from './checked-addresses.ts'
import { type Answer, exchange } from './exchange.ts'
import { FETCH_LIMITS } from './fetch-limits.ts'
import { isRedirect } from './redirects.ts'
import { requestBytes } from './request-bytes.ts'
import { webUrl } from './web-url.ts'

/** The longest that one image or style is waited for, in milliseconds. */
const RESOURCE_MS = 15_000
/** What a redirect says besides where it leads. */
const REDIRECT_BYTES = 64 * 1024

export type ResourceOptions = {
  readonly userAgent: string
  readonly allowPrivate: boolean
  readonly clock: Clock
  readonly resolve?: ResolveName
}

/** What a page asks for. */
export type ResourceRequest = {
  readonly url: string
  /** What the browser would send besides, as names and values. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** The most bytes, unpacked. */
  readonly bytes: number
  /** Aborted, with a FetchFailure as its reason, when it is no longer needed. */
  readonly stop: AbortSignal
}

/**
 * Asks for one thing that a page shows, under the same rules as the page. A redirect is given back as it is: where it
 * leads is asked for by itself. The page has its site's leave (robots.txt); what it shows needs none of its own.
 *
 * @throws FetchFailure
 */
export async function fetchResource(
  { url, headers, bytes, stop }: ResourceRequest,
  { userAgent, allowPrivate, clock, resolve = systemNames }: ResourceOptions,
): Promise<Answer> {
  const to = webUrl(url, null)
  if (stop.aborted) throw lasting('too-slow', 'the page was not waited for any longer')
  return exchange(
    to,
    {
      request: requestBytes(to, { userAgent, etag: null, lastModified: null, others: headers }),
      wish: (head) => (isRedirect(head) ? { upTo: REDIRECT_BYTES, lenient: true } : { upTo: null, lenient: false }),
      leftMs: RESOURCE_MS,
    },
    { resolve, allowPrivate, clock, limits: { ...FETCH_LIMITS, bytes: Math.min(bytes, FETCH_LIMITS.bytes) }, stop },
  )
}
