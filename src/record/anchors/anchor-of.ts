import { overlaps, type Span } from '../../text/span.ts'
import type { Anchor, NamedAt } from './anchor.ts'
import { occurrencesOf } from './occurrences.ts'
import type { Said, SearchedText } from './searched-text.ts'
import { selectorOf } from './selector-of.ts'

/** The whole sentences that a statement touches, as one stretch of its text. */
export function sentencesAround({ edges }: SearchedText, { source, cue, content }: Said): Span {
  const spans = [...source, ...cue, ...content]
  return edges.around([Math.min(...spans.map(([start]) => start)), Math.max(...spans.map(([, end]) => end))])
}

function namedAt(speaker: Said['speaker'], sentences: Span): NamedAt {
  if (speaker === null) return 'nowhere'
  if (overlaps(speaker.mention, sentences)) return 'within'
  return speaker.mention[0] < sentences[0] ? 'before' : 'after'
}

/**
 * The anchor of a statement.
 *
 * @param searched the text that the statement's spans are of
 */
export function anchorOf(searched: SearchedText, statement: Said): Anchor {
  const { text, points } = searched
  const span = sentencesAround(searched, statement)
  const sentences = selectorOf(text, span, points)
  const isOnly = occurrencesOf(sentences.exact, text).length === 1
  return { sentences, isOnly, namedAt: namedAt(statement.speaker, span) }
}
