import { type Span, wordsOf } from '../../text/span.ts'
import { type WordDifference, wordDifferences } from '../../text/word-differences.ts'
import type { Said } from './searched-text.ts'

/** What of a statement is told apart. */
export type StatementPart = 'speaker' | 'source' | 'cue' | 'content'

/** A statement's parts in words; pieces that stand apart in the text are parted by an ellipsis. */
export type StatementWords = Readonly<Record<StatementPart, string>>

/** The words of a statement; `speaker` is the name it was taken for, "" for none. */
export function statementWords(text: string, { source, cue, content, speaker }: Said): StatementWords {
  const words = (spans: readonly Span[]) => spans.map((span) => wordsOf(text, span)).join(' … ')
  return { speaker: speaker?.name ?? '', source: words(source), cue: words(cue), content: words(content) }
}

/** A part that is not as it was, word by word. */
export type PartDifference = { readonly part: StatementPart; readonly differences: readonly WordDifference[] }

const PARTS = ['speaker', 'source', 'cue', 'content'] as const

/** The parts in which two statements differ, in this order. */
export function partDifferences(before: StatementWords, after: StatementWords): readonly PartDifference[] {
  return PARTS.flatMap((part) =>
    before[part] === after[part] ? [] : [{ part, differences: wordDifferences(before[part], after[part]) }],
  )
}
