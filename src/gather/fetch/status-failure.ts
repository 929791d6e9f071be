import type { FaultCode } from '../../article/fault.ts'
import { type AnswerHead, headerValue } from '../../http/answer-head.ts'
import { FetchFailure } from '../../http/fetch-failure.ts'
import { retryAfterMs } from './retry-after.ts'

const SAVE = 'open it in a browser, save the page, and add that'

type Row = readonly [code: FaultCode, sentence: string]

/** What single statuses mean to the person who asked for a page. */
const LASTING: Readonly<Record<number, Row>> = {
  204: ['empty', 'the server sent no page, on purpose; check the address'],
  205: ['empty', 'the server sent no page, on purpose; check the address'],
  304: ['not-reached', 'the server says that the page is unchanged, and was not asked for that; try again later'],
  401: ['not-allowed', `the site gives it only to those who have signed in (401); ${SAVE}`],
  402: ['not-allowed', `the site gives it only to those who pay (402); ${SAVE}`],
  403: ['not-allowed', `the site does not give it to a program (403); ${SAVE}`],
  404: ['not-found', 'there is no page at this address (404); check it'],
  410: ['gone', 'the page was taken down for good (410); an archive of the web may have kept it'],
  451: ['not-allowed', 'the site withholds it for legal reasons (451); an archive of the web may have kept it'],
}

const PASSING: Readonly<Record<number, Row>> = {
  408: ['not-reached', 'the server gave up waiting (408); try again later'],
  425: ['not-reached', 'the server is not ready for it (425); try again later'],
  429: ['not-reached', 'the site was asked too often and wants to be left alone (429); try again later'],
  503: ['not-reached', 'the site is overloaded or being worked on (503); try again later'],
}

/**
 * Why an answer is no page, by its status.
 *
 * @param now UTC, for what the server says about when to come again
 * @returns null for an answer with a page
 */
export function statusFailure(head: AnswerHead, now: string): FetchFailure | null {
  const { status } = head
  const wait = retryAfterMs(headerValue(head, 'retry-after'), now)
  const row = LASTING[status]
  if (row !== undefined) return new FetchFailure(...row, { mayPass: false })
  const passing = PASSING[status]
  if (passing !== undefined) return new FetchFailure(...passing, { mayPass: true, retryAfterMs: wait })
  if (status >= 200 && status < 300) return null
  if (status >= 500 && status < 600)
    return new FetchFailure('not-reached', `the server failed (${status}); try again later`, {
      mayPass: true,
      retryAfterMs: wait,
    })
  return new FetchFailure('not-allowed', `the server did not give it (status ${status}); ${SAVE}`, { mayPass: false })
}
