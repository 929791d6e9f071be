import type { Found } from './found.ts'
import { newCommitment } from './from-commit.ts'
import { fromDemand } from './from-demand.ts'
import { type Nearest, nearestByOneWord, nearestMatter } from './nearest-matter.ts'
import { ownCommitment } from './own-commitment.ts'
import { deedOf, intends, isCondition, isRefusal, oughtToBe, speaksFor } from './signals.ts'
import { deedWords, dueIn, lineOf, type Told } from './told.ts'

/**
 * What a statement may be that neither promises nor asks, by its act alone: "The visit has been rescheduled" asserts,
 * and "it will come before the end of June" predicts. It moves a commitment where the one who undertook it says by
 * when, or what has become of it; where anybody else tells a deed and names what it was done to; and a term that it is
 * about. Whoever says in other words than "I promise" what it will do undertakes something, too.
 */
export function fromTelling(told: Told, nearest: Nearest | null): Found | null {
  if (oughtToBe(told.content)) return fromDemand(told, nearest)
  return (nearest === null ? null : ofDossier(told, nearest)) ?? undertaking(told)
}

/** What a statement asks for or undertakes by its words, whatever else is done in saying it. */
export function inOtherWords(told: Told, nearest: Nearest | null): Found | null {
  return oughtToBe(told.content) ? fromDemand(told, nearest) : undertaking(told)
}

function ofDossier(told: Told, nearest: Nearest): Found | null {
  return ofCommitment(told, nearest) ?? ofTerm(told, nearest) ?? newTerm(told, nearest)
}

function undertaking(told: Told): Found | null {
  return intends(told.content, deedWords(told)) || speaksFor(told.source, told.content) ? newCommitment(told) : null
}

/** What one says of one's own commitment, as far as it looks ahead. */
function announced(told: Told, nearest: Nearest): Found | null {
  if (isCondition(told.content)) return null
  const looksAhead = told.reading.statement.act === 'predict' || intends(told.content, deedWords(told))
  const own = looksAhead && nearest.voices !== null ? ownCommitment(told, nearest, false) : null
  if (own === null) return null
  return {
    draft: { kind: 'event', commitmentId: own.commitment.id, event: 'announced', due: null },
    because: own.because,
    stance: 'supports',
  }
}

/** A condition that is not on the record: "would only go ahead if", "would be free to". */
function newTerm(told: Told, nearest: Nearest): Found | null {
  if (!isCondition(told.content)) return null
  const [only, another] = nearest.matters.commitments
  const near = another === undefined ? null : nearestByOneWord(told, nearest.matters.commitments)
  const commitment = another === undefined ? only?.thing : near?.thing
  if (commitment === undefined) return null
  // Who undertook it grants its terms, and all others ask for them.
  const state = nearest.voices?.has(commitment.actorId) === true ? 'promised' : 'sought'
  return {
    draft: { kind: 'term', commitmentId: commitment.id, what: lineOf(told), state },
    because: near?.words ?? [],
    stance: 'supports',
  }
}

/** Something is said of a term: that it is asked for, that it will be so, or that it was or was not. */
function ofTerm(told: Told, { matters, voices }: Nearest): Found | null {
  const term =
    voices === null ? nearestMatter(told, matters.terms) : nearestByOneWord(told, matters.terms, matters.title)
  if (term === null) return null
  const state = isRefusal(deedWords(told))
    ? 'refused'
    : told.reading.statement.act === 'predict'
      ? 'promised'
      : 'granted'
  return { draft: { kind: 'step', termId: term.thing.id, state }, because: term.words, stance: 'supports' }
}

function ofCommitment(told: Told, nearest: Nearest): Found | null {
  const [deed, due] = [deedOf(deedWords(told)), dueIn(told)]
  if (deed === null && (due === null || due.date === null)) return announced(told, nearest)
  const own = nearest.voices === null ? null : ownCommitment(told, nearest, true)
  if (own !== null)
    return {
      draft: { kind: 'event', commitmentId: own.commitment.id, event: deed ?? 'scheduled', due },
      because: own.because,
      stance: 'supports',
    }
  const other = deed === null ? null : nearestByOneWord(told, nearest.matters.commitments)
  if (other === null || deed === null) return null
  return {
    draft: { kind: 'event', commitmentId: other.thing.id, event: deed, due },
    because: other.words,
    stance: 'supports',
  }
}
