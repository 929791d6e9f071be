import { type AnswerHead, headerValue } from '../../http/answer-head.ts'
import type { FetchOutcome } from '../../record/fetcher.ts'
import { refuseOtherTypes } from './content-type.ts'
import type { Answer, BodyWish } from './exchange.ts'
import { isRedirect } from './redirects.ts'
import { MAX_ROBOTS_BYTES } from './robots-rules.ts'
import { statusFailure } from './status-failure.ts'

/** What a redirect says besides where it leads is kept, but nothing depends on it; in bytes. */
const MAX_REDIRECT_BODY = 64 * 1024

const WHOLE: BodyWish = { upTo: null, lenient: false }
const NONE: BodyWish = { upTo: 0, lenient: true }
const REDIRECT: BodyWish = { upTo: MAX_REDIRECT_BODY, lenient: true }
const ROBOTS: BodyWish = { upTo: MAX_ROBOTS_BYTES, lenient: false }

/** How much of the answer to a page's address is read. */
export function pageWish(
  head: AnswerHead,
  { isConditional, now }: { readonly isConditional: boolean; readonly now: string },
): BodyWish {
  if (isRedirect(head)) return REDIRECT
  if (head.status === 304 && isConditional) return NONE
  const failure = statusFailure(head, now)
  if (failure !== null) throw failure
  refuseOtherTypes(head)
  return WHOLE
}

/** How much of the answer to a robots.txt is read. */
export function robotsWish(head: AnswerHead): BodyWish {
  if (isRedirect(head)) return REDIRECT
  return head.status >= 200 && head.status < 300 ? ROBOTS : NONE
}

/**
 * What came of asking for a page.
 *
 * @param answers the redirects and, last, the page; see `pageWish`
 * @param name    the address as it was typed
 * @param asked   the same in its normal form
 * @param at      UTC, when the last byte had come
 */
export function pageOutcome(
  answers: readonly Answer[],
  { name, asked, at }: { readonly name: string; readonly asked: string; readonly at: string },
): FetchOutcome {
  const { head, body, exchange } = answers.at(-1) as Answer
  if (head.status === 304) return { state: 'unchanged' }
  const { url, address } = exchange
  const input = {
    name,
    bytes: body,
    contentType: headerValue(head, 'content-type'),
    url,
    received: {
      via: 'fetch',
      askedUrl: url === asked ? null : asked,
      at,
      status: head.status,
      headers: head.headers,
      address,
      recordId: null,
      exchanges: answers.map((answer) => answer.exchange),
    },
  } as const
  return { state: 'fetched', input, etag: headerValue(head, 'etag'), lastModified: headerValue(head, 'last-modified') }
}
