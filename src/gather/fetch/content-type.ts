import { type AnswerHead, headerValue } from '../../http/answer-head.ts'
import { lasting } from '../../http/fetch-failure.ts'

/** What is surely no article, nor a feed: refused by its type, before it is loaded. */
const NO_TEXT: readonly [type: RegExp, words: string][] = [
  [/^image\//, 'a picture'],
  [/^video\//, 'a film'],
  [/^audio\//, 'a recording'],
  [/^font\//, 'a font'],
  [/^(?:multipart\/x-mixed-replace|text\/event-stream)$/, 'a stream without an end'],
]

/**
 * Refuses an answer that says of itself that it is a picture, a film or the like. All other types are looked at:
 * servers send articles under many names.
 *
 * @throws FetchFailure
 */
export function refuseOtherTypes(head: AnswerHead): void {
  const type = headerValue(head, 'content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  const words = NO_TEXT.find(([pattern]) => pattern.test(type))?.[1]
  if (words !== undefined)
    throw lasting('unsupported', `this is ${words} (${type.slice(0, 60)}), not an article; add the page that shows it`)
}
