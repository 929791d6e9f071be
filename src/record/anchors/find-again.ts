import type { Span } from '../../text/span.ts'
import type { Anchor } from './anchor.ts'
import { isPrefixed, isSuffixed, occurrencesOf } from './occurrences.ts'
import type { SearchedText } from './searched-text.ts'
import { SHORTEST_FRAME } from './selector-of.ts'

/** A place where the sentences stand, and whether the same words stand before and behind them. */
type Candidate = { readonly span: Span; readonly before: boolean; readonly after: boolean }

function candidatesIn({ text, edges }: SearchedText, { sentences, namedAt }: Anchor): readonly Candidate[] {
  const { exact, prefix, suffix } = sentences
  // Who speaks in sentences that name nobody may hang on their being the first or last of the text.
  const toEdge = (frame: string) => namedAt !== 'within' && frame.length < SHORTEST_FRAME
  return occurrencesOf(exact, text)
    .filter((span) => edges.areWhole(span))
    .map((span) => ({
      span,
      before: isPrefixed(text, span, prefix) && (!toEdge(prefix) || span[0] === prefix.length),
      after: isSuffixed(text, span, suffix) && (!toEdge(suffix) || span[1] + suffix.length === text.length),
    }))
}

/** The one that is left; null where there is none, or more than one. */
function only(candidates: readonly Candidate[]): Span | null {
  return candidates.length === 1 ? (candidates[0]?.span ?? null) : null
}

/**
 * Which of the places it is, where none is in the company it was in. Sentences that do not name their speaker are only
 * followed with what stands on the side where the name is.
 */
function outOfCompany(candidates: readonly Candidate[], { isOnly, namedAt }: Anchor): Span | null {
  if (!isOnly || namedAt === 'nowhere') return null
  if (namedAt !== 'within') return only(candidates.filter((candidate) => candidate[namedAt]))
  const known = candidates.filter(({ before, after }) => before || after)
  return only(known.length > 0 ? known : candidates)
}

/**
 * Finds the sentences of a statement again in another version of its text: letter for letter, as whole sentences.
 * Where it could be more than one place, none is taken: a jump to another speaker's sentence would be worse.
 *
 * @returns their place in `searched` (UTF-16), null where they are not found
 */
export function findAgain(anchor: Anchor, searched: SearchedText): Span | null {
  const candidates = candidatesIn(searched, anchor)
  const inCompany = candidates.filter(({ before, after }) => before && after)
  if (inCompany.length === 0) return outOfCompany(candidates, anchor)
  const inPlace = inCompany.filter(({ span }) => searched.points.pointAt(span[0]) === anchor.sentences.start)
  return only(inCompany) ?? only(inPlace)
}
