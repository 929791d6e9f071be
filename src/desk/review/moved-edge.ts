import type { StatementWords } from '../../record/review/persons-values.ts'
import type { Span } from '../../text/span.ts'

/** An edge of one part of a statement, and whether it takes in a word more or gives one back. */
export type EdgeMove = {
  readonly part: 'source' | 'cue' | 'content'
  readonly edge: 'start' | 'end'
  readonly by: 1 | -1
}

/** Words of any script; in those that part none, as many as the language's own dictionary knows. */
const WORDS = new Intl.Segmenter(undefined, { granularity: 'word' })
/** The longest stretch in which a next word is looked for, in UTF-16 code units. */
const REACH = 200

/** Where the word behind `at` ends; the text's end where there is none. */
function endBehind(text: string, at: number): number {
  for (const { segment, index, isWordLike } of WORDS.segment(text.slice(at, at + REACH)))
    if (isWordLike === true) return at + index + segment.length
  return Math.min(text.length, at + REACH)
}

/** Where the word before `at` begins. */
function startBefore(text: string, at: number): number {
  const from = Math.max(0, at - REACH)
  const words = [...WORDS.segment(text.slice(from, at))].filter(({ isWordLike }) => isWordLike)
  return from + (words.at(-1)?.index ?? 0)
}

function movedSpan(text: string, [start, end]: Span, { edge, by }: EdgeMove): Span {
  if (edge === 'end')
    return [
      start,
      by === 1 ? endBehind(text, end) : Math.max(0, text.slice(0, startBefore(text, end)).trimEnd().length),
    ]
  const next = endBehind(text, start)
  return [by === 1 ? startBefore(text, start) : next + (/^\s*/u.exec(text.slice(next))?.[0].length ?? 0), end]
}

/** Words with one edge of a part moved by a word; the same where the part has none to give. */
export function movedEdge(text: string, words: StatementWords, move: EdgeMove): StatementWords {
  const spans = words[move.part]
  const at = move.edge === 'start' ? 0 : spans.length - 1
  const span = spans[at]
  if (span === undefined) return words
  const moved = movedSpan(text, span, move)
  if (moved[0] >= moved[1]) return words
  return { ...words, [move.part]: spans.with(at, moved) }
}
