import type { Span } from '../../text/span.ts'
import { anchorOf, sentencesAround } from './anchor-of.ts'
import { findAgain } from './find-again.ts'
import type { Said, SearchedText } from './searched-text.ts'

/** Whether `at` is between two characters of a text, not within a surrogate pair. */
function isBetween(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return !(code >= 0xdc00 && code <= 0xdfff)
}

/** Whether spans are in order and stand for words of the text. */
function areInside(text: string, spans: readonly Span[]): boolean {
  let end = 0
  for (const span of spans) {
    if (!span.every(Number.isSafeInteger) || span[0] < end || span[1] <= span[0] || span[1] > text.length) return false
    if (!span.every((at) => isBetween(text, at))) return false
    end = span[1]
  }
  return true
}

/**
 * Whether a statement's spans cannot be those of a text: one is outside of it, out of order or cuts a character in two,
 * or what its anchor finds is another place than where it stands.
 */
export function isMisplaced(searched: SearchedText, statement: Said): boolean {
  const { source, cue, content, speaker } = statement
  const parts = [source, cue, content, speaker === null ? [] : [speaker.mention]]
  if (content.length === 0 || !parts.every((spans) => areInside(searched.text, spans))) return true
  const found = findAgain(anchorOf(searched, statement), searched)
  return found !== null && found[0] !== sentencesAround(searched, statement)[0]
}
