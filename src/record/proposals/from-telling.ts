import type { Commitment } from '../commitments/commitment.ts'
import { asksByCue, asksFor, isExpected, oughtToBe } from './asking.ts'
import { freedomIn, isCondition } from './conditions.ts'
import { deedOf, isRefusal } from './deeds.ts'
import type { Found } from './found.ts'
import { undertaken } from './from-commit.ts'
import { fromDemand } from './from-demand.ts'
import { type Nearest, nearestByOneWord, nearestMatter } from './nearest-matter.ts'
import { ownCommitment } from './own-commitment.ts'
import { deedWords, dueIn, intendsIn, lineOf, type Told } from './told.ts'
import { speaksFor } from './undertakings.ts'

/**
 * What a statement may be that neither promises nor asks, by its act alone: "The visit has been rescheduled" asserts,
 * and "it will come before the end of June" predicts. It moves a commitment where the one who undertook it says by
 * when, or what has become of it; where anybody else tells a deed and names what it was done to; and a term that it is
 * about. Whoever says in other words than "I promise" what it will do undertakes something, too.
 */
export function fromTelling(told: Told, nearest: Nearest | null): Found | null {
  if (asksInOtherWords(told, nearest)) return fromDemand(told, nearest)
  return (nearest === null ? null : ofDossier(told, nearest)) ?? undertaking(told)
}

/** What a statement asks for or undertakes by its words, whatever else is done in saying it. */
export function inOtherWords(told: Told, nearest: Nearest | null): Found | null {
  return asksInOtherWords(told, nearest) ? fromDemand(told, nearest) : undertaking(told)
}

function asksInOtherWords({ cue, content }: Told, nearest: Nearest | null): boolean {
  return (
    oughtToBe(content) ||
    (asksByCue(cue, content) && asksFor(cue, content)) ||
    (nearest !== null && isExpected(content))
  )
}

function ofDossier(told: Told, nearest: Nearest): Found | null {
  return ofCommitment(told, nearest) ?? ofTerm(told, nearest) ?? newTerm(told, nearest)
}

/** A new commitment, where it is told what is meant to be done. */
export function undertaking(told: Told): Found | null {
  return intendsIn(told) || speaksFor(spokenFor(told), told.content) ? undertaken(told) : null
}

/** Who says it with the role that is known of it, elsewhere in the article: "Vael", who is the ministry's spokesman. */
function spokenFor({ source, reading: { statement } }: Told): string {
  return `${source} ${statement.speaker?.role ?? ''}`
}

/** What one says of one's own commitment, as far as it looks ahead. */
function announced(told: Told, nearest: Nearest): Found | null {
  if (isCondition(told.content)) return null
  const looksAhead = told.reading.statement.act === 'predict' || intendsIn(told)
  const own = looksAhead && nearest.voices !== null ? ownCommitment(told, nearest, false) : null
  if (own === null) return null
  return {
    draft: { kind: 'event', commitmentId: own.commitment.id, event: 'announced', due: null },
    because: own.because,
    stance: 'supports',
  }
}

/** A condition that is not on the record: "would only go ahead if", "would be free to"; or how it was: "was accompanied". */
function newTerm(told: Told, { matters, voices }: Nearest): Found | null {
  const freedom = freedomIn(told.content)
  // "Not allowed to" tells how it was; "only if her staff could work unescorted" how it is to be.
  const how = freedom === 'refused' || !isCondition(told.content) ? freedom : null
  if (how === null && !isCondition(told.content)) return null
  const near = nearestByOneWord(told, matters.commitments)
  const commitment = near?.thing ?? onlyWithTerms(matters)
  if (commitment === null) return null
  // Who undertook it grants its terms, and all others ask for them.
  const laidDown = voices?.has(commitment.actorId) === true ? 'promised' : 'sought'
  return {
    draft: { kind: 'term', commitmentId: commitment.id, what: lineOf(told), state: how ?? laidDown },
    because: near?.words ?? [],
    stance: 'supports',
  }
}

/** The commitment that a condition is laid on where no word says so: the only one, or the only one that has any. */
function onlyWithTerms({ commitments }: Nearest['matters']): Commitment | null {
  const some = commitments.length === 1 ? commitments : commitments.filter(({ thing }) => thing.terms.length > 0)
  const [only, another] = some
  return another === undefined ? (only?.thing ?? null) : null
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
