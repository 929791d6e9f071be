import type { Span } from '../../text/span.ts'
import { wordsOf } from '../../text/span.ts'
import type { StatementWords } from './persons-values.ts'

/** More stretches than any statement has; a form with more is not one of ours. */
const MOST_SPANS = 50

function isCut(text: string, at: number): boolean {
  return /[\uD800-\uDBFF]/u.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/u.test(text.charAt(at))
}

function spansFault(text: string, name: string, spans: readonly Span[]): string | null {
  if (spans.length > MOST_SPANS) return `the ${name} has more than ${MOST_SPANS} parts`
  let end = 0
  for (const span of spans) {
    if (!span.every(Number.isSafeInteger)) return `the ${name} has a place that is no whole number`
    if (span[0] >= span[1]) return `a part of the ${name} ends before it begins`
    if (span[0] < end) return `the parts of the ${name} overlap or are out of order`
    if (span[1] > text.length) return `the ${name} ends behind the end of the text`
    if (span.some((at) => isCut(text, at))) return `the ${name} cuts a character in two`
    if (wordsOf(text, span).trim() === '') return `a part of the ${name} has no words`
    end = span[1]
  }
  return null
}

/**
 * What is wrong with words that a person chose; null where nothing is.
 *
 * @param text the text version that they are of
 */
export function wordsFault(text: string, { source, cue, content }: StatementWords): string | null {
  if (content.length === 0) return 'a statement needs the words that were said: select them as its content'
  return spansFault(text, 'source', source) ?? spansFault(text, 'cue', cue) ?? spansFault(text, 'content', content)
}

/** What is wrong with a passage that a person marks; null where nothing is. */
export function passageFault(text: string, span: Span): string | null {
  return spansFault(text, 'passage', [span])
}
