import type { Statement } from '../../reading/statement.ts'
import { anchorOf, sentencesAround } from '../anchors/anchor-of.ts'
import { findAgain } from '../anchors/find-again.ts'
import { moved } from '../anchors/moved.ts'
import type { SearchedText } from '../anchors/searched-text.ts'
import type { ReviewState } from './review-state.ts'
import { type Spoken, withValues } from './with-values.ts'

/** What is known of a statement that is looked at in a text. */
export type KnownOfStatement = {
  readonly state: ReviewState
  /** As it was read in the reading that was decided about; null where no machine read it there. */
  readonly decidedAbout: Spoken | null
  /** The text which the decided words are of, where that is another than the one that is looked at; else null. */
  readonly otherText: SearchedText | null
  /** As it is read in the text that is looked at; null where it is not. */
  readonly readNow: Spoken | null
}

/** The words where they stand in the other text; the rest, whose places are of that text, as it is read there. */
function movedTo(text: SearchedText, from: SearchedText, decided: Statement): Statement | null {
  const span = findAgain(anchorOf(from, decided), text)
  if (span === null) return null
  const there = moved(decided, span[0] - sentencesAround(from, decided)[0])
  return { ...there, speaker: null, candidates: [], addressee: null, occasion: null, chain: [], figures: [] }
}

/**
 * A statement as it stands in a text: decided words where they are found, with what persons say of it.
 *
 * @returns null where it does not stand there; of one that was added and undone, there is nothing
 */
export function standingStatement(text: SearchedText, known: KnownOfStatement): Statement | null {
  const { state, decidedAbout, otherText, readNow } = known
  const { values } = state
  // Only what was accepted, or worded by a person, holds against what is read later.
  const isHeld = state.verdict === 'accepted' || values.words !== null
  if (state.readingId === null || (!isHeld && readNow !== null))
    return readNow === null ? null : withValues(readNow, values)
  const decided = withValues(decidedAbout, values)
  if (decided.content.length === 0) return readNow?.statement ?? null
  if (otherText === null) return decided
  const there = movedTo(text, otherText, decided)
  const { source, cue, content } = there ?? {}
  if (source !== undefined && cue !== undefined && content !== undefined) {
    const rest = readNow ?? { statement: there ?? decided, speakerId: decidedAbout?.speakerId ?? null }
    return { ...withValues(rest, values), source, cue, content }
  }
  return readNow === null ? null : withValues(readNow, { ...values, words: null })
}
