import type { EventKind } from '../commitments/commitment.ts'
import type { Found } from './found.ts'
import { type Nearest, nearestMatter } from './nearest-matter.ts'
import { deedOf, isRefusal } from './signals.ts'
import { deedWords, dueIn, lineOf, type Told } from './told.ts'

/** A content of fewer words of its own is no promise that stands by itself. */
const MIN_OWN_WORDS = 3

/**
 * What a promise may be: an event of the speaker's own commitment that is there, a step of a term, a reply to a demand
 * that was made to it, or a new commitment.
 */
export function fromCommit(told: Told, nearest: Nearest | null): Found | null {
  return (nearest === null ? null : ofDossier(told, nearest)) ?? newCommitment(told)
}

function ofDossier(told: Told, { matters, voices }: Nearest): Found | null {
  const isRefused = isRefusal(deedWords(told))
  const own = nearestMatter(
    told,
    matters.commitments.filter(({ thing }) => voices?.has(thing.actorId) ?? true),
  )
  if (own !== null) {
    const due = dueIn(told)
    const event: EventKind = deedOf(deedWords(told)) ?? (due === null ? 'announced' : 'scheduled')
    return { draft: { kind: 'event', commitmentId: own.thing.id, event, due }, because: own.words, stance: 'supports' }
  }
  const term = nearestMatter(told, matters.terms)
  if (term !== null) {
    const state = isRefused ? 'refused' : 'promised'
    return { draft: { kind: 'step', termId: term.thing.id, state }, because: term.words, stance: 'supports' }
  }
  const demand = nearestMatter(
    told,
    matters.demands.filter(({ thing }) => voices?.has(thing.addresseeId) ?? true),
  )
  if (demand === null) return null
  const reply = isRefused ? 'refused' : 'promised'
  return { draft: { kind: 'reply', demandId: demand.thing.id, reply }, because: demand.words, stance: 'supports' }
}

/** Nobody's promise is none, and who refuses undertakes nothing that could be overdue. */
function newCommitment(told: Told): Found | null {
  const isOwn = told.reading.statement.speaker !== null && told.words.size >= MIN_OWN_WORDS
  if (!isOwn || isRefusal(deedWords(told))) return null
  const draft = { kind: 'commitment', what: lineOf(told), event: 'announced', due: dueIn(told) } as const
  return { draft, because: [], stance: 'supports' }
}
