import type { EventKind } from '../commitments/commitment.ts'
import { deedOf, isRefusal } from './deeds.ts'
import type { Found } from './found.ts'
import { type Nearest, nearestMatter } from './nearest-matter.ts'
import { ownCommitment } from './own-commitment.ts'
import { deedWords, dueIn, isSomebodys, lineOf, type Told } from './told.ts'

/** Cue and content of fewer words of their own are no promise that stands by itself. */
const MIN_OWN_WORDS = 3
/** "Promised | a veto", "vowed | that they would not be": such a cue is enough, and what is not to be done is promised, too. */
const PROMISING_CUE = /\b(?:promis|pledg|vow)/i

/**
 * What a promise may be: an event of the speaker's own commitment that is there, a step of a term, a reply to a demand
 * that was made to it, or a new commitment.
 */
export function fromCommit(told: Told, nearest: Nearest | null): Found | null {
  return (nearest === null ? null : ofDossier(told, nearest)) ?? newCommitment(told)
}

function ofDossier(told: Told, nearest: Nearest): Found | null {
  return ofCommitment(told, nearest) ?? ofTerm(told, nearest) ?? ofDemand(told, nearest)
}

function ofCommitment(told: Told, nearest: Nearest): Found | null {
  const due = dueIn(told)
  const deed = deedOf(deedWords(told))
  const own = ownCommitment(told, nearest, due !== null)
  if (own === null) return null
  const event: EventKind = deed ?? (due === null ? 'announced' : 'scheduled')
  return {
    draft: { kind: 'event', commitmentId: own.commitment.id, event, due },
    because: own.because,
    stance: 'supports',
  }
}

function ofTerm(told: Told, { matters }: Nearest): Found | null {
  const term = nearestMatter(told, matters.terms)
  if (term === null) return null
  const state = isRefusal(deedWords(told)) ? 'refused' : 'promised'
  return { draft: { kind: 'step', termId: term.thing.id, state }, because: term.words, stance: 'supports' }
}

function ofDemand(told: Told, { matters, voices }: Nearest): Found | null {
  const asked = matters.demands.filter(({ thing }) => voices?.has(thing.addresseeId) ?? true)
  const demand = nearestMatter(told, asked)
  if (demand === null) return null
  const reply = isRefusal(deedWords(told)) ? 'refused' : 'promised'
  return { draft: { kind: 'reply', demandId: demand.thing.id, reply }, because: demand.words, stance: 'supports' }
}

/** A new commitment of whoever says it, unless it refuses: who does undertakes nothing that could be overdue. */
function newCommitment(told: Told): Found | null {
  return isRefusal(deedWords(told)) && !PROMISING_CUE.test(told.cue) ? null : undertaken(told)
}

/** A new commitment of whoever says it. Nobody's promise is none. */
export function undertaken(told: Told): Found | null {
  const isEnough = told.words.size >= MIN_OWN_WORDS || PROMISING_CUE.test(told.cue)
  if (!isSomebodys(told) || !isEnough) return null
  const draft = { kind: 'commitment', what: lineOf(told), event: 'announced', due: dueIn(told) } as const
  return { draft, because: [], stance: 'supports' }
}
