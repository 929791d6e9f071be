import type { Span } from '../text/span.ts'
import { within } from '../text/within.ts'
import type { Draft } from './draft.ts'

/** Stand for each code unit of a content and of a source, so that no pattern reads into them. */
const CONTENT_MARK = '\ufffc'
const SOURCE_MARK = '\ufffb'
/** Whether some words are of a content or a source. */
export const BLOTTED = /[\ufffb\ufffc]/
/** How far the clause reaches from its cue to either side, in code units. */
const REACH = 240

/** The words of the sentence around a cue, with source and content blotted out and every offset kept. */
export type CueClause = {
  /** As long as what it stands for. */
  readonly words: string
  /** Where `words` begins in the text. */
  readonly start: number
  /** Where the cue stands in `words`. */
  readonly cue: Span
}

/** `words`, which begin at `start`, with `spans` blotted out. */
function blotted(
  words: string,
  start: number,
  { spans, mark }: { readonly spans: readonly Span[]; readonly mark: string },
): string {
  const end = start + words.length
  return spans
    .map(([from, to]): Span => [Math.max(from, start), Math.min(to, end)])
    .filter(([from, to]) => from < to)
    .reduce((left, [from, to]) => left.slice(0, from - start) + mark.repeat(to - from) + left.slice(to - start), words)
}

/**
 * The sentence that a draft's cue stands in, without what is said and who says it.
 *
 * @param sentences of the text, in order
 * @returns null where the draft has no cue; never longer than the cue and `REACH` on both its sides
 */
export function cueClauseOf(text: string, draft: Draft, sentences: readonly Span[]): CueClause | null {
  const [first] = draft.cue
  const last = draft.cue.at(-1)
  if (first === undefined || last === undefined) return null
  // A cue in two pieces that stand far apart is taken by its last, where "said on Monday" goes on.
  const from = last[1] - first[0] > REACH ? last[0] : first[0]
  const around = within(sentences, [from, last[1]], (sentence) => sentence)
  const start = Math.max(Math.min(around[0]?.[0] ?? from, from), from - REACH)
  const end = Math.min(Math.max(around.at(-1)?.[1] ?? last[1], last[1]), last[1] + REACH)
  const withoutSource = blotted(text.slice(start, end), start, { spans: draft.source, mark: SOURCE_MARK })
  return {
    words: blotted(withoutSource, start, { spans: draft.content, mark: CONTENT_MARK }),
    start,
    cue: [from - start, last[1] - start],
  }
}
