import type { Statement } from '../../reading/statement.ts'
import { type CodePoints, codePointsOf } from '../../text/code-points.ts'
import { type SentenceEdges, sentenceEdgesOf } from './sentence-edges.ts'

/** What of a statement is compared. */
export type Said = Pick<Statement, 'source' | 'cue' | 'content' | 'speaker'>

/** A text prepared for looking in it many times. */
export type SearchedText = { readonly text: string; readonly points: CodePoints; readonly edges: SentenceEdges }

/** Prepares a text. Cost: O(length of text). */
export function searchedText(text: string): SearchedText {
  return { text, points: codePointsOf(text), edges: sentenceEdgesOf(text) }
}
