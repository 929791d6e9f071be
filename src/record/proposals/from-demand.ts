import { matchSpeaker, type SpeakerMatch } from '../actors/match-speaker.ts'
import type { Commitment } from '../commitments/commitment.ts'
import { asksByCue, asksFor, isExpected } from './asking.ts'
import { declaredIn } from './declared.ts'
import type { Found } from './found.ts'
import { type Nearest, nearestMatter } from './nearest-matter.ts'
import { isSomebodys, lineOf, type Told } from './told.ts'

/** Cue and content of fewer words of their own ask for nothing that stands by itself. */
const MIN_OWN_WORDS = 3
/** "Called for | his dismissal" asks in two. */
const MIN_ASKING = 2

/** What is asked for may be: a term that is sought, one more voice for a demand that is there, or a new demand. */
export function fromDemand(told: Told, nearest: Nearest | null): Found | null {
  if (nearest !== null) {
    const demand = nearestMatter(told, nearest.matters.demands)
    if (demand !== null)
      return { draft: { kind: 'evidence', for: demand.thing.id }, because: demand.words, stance: 'supports' }
    const term = nearestMatter(told, nearest.matters.terms)
    if (term !== null)
      return {
        draft: { kind: 'step', termId: term.thing.id, state: 'sought' },
        because: term.words,
        stance: 'supports',
      }
  }
  const enough = asksByCue(told.cue, told.content) ? MIN_ASKING : MIN_OWN_WORDS
  const isAsked = asksFor(told.cue, told.content) || (nearest !== null && isExpected(told.content))
  if (!isSomebodys(told) || told.words.size < enough || !isAsked) return null
  const about = nearest === null ? null : nearestMatter(told, nearest.matters.commitments)
  return {
    draft: {
      kind: 'demand',
      what: lineOf(told),
      addressee: nearest === null ? { kind: 'none' } : addresseeIn(told, nearest, about?.thing ?? null),
      commitmentId: about?.thing.id ?? null,
      declared: declaredIn(told),
    },
    because: about?.words ?? [],
    stance: 'supports',
  }
}

/** Whom the text names; else whoever undertook what is asked for, unless the demand comes from that very side. */
function addresseeIn(
  { reading: { statement }, date }: Told,
  { matters, voices }: Nearest,
  about: Commitment | null,
): SpeakerMatch {
  const { addressee } = statement
  if (addressee !== null) {
    const named = matchSpeaker({ name: addressee.name, role: null, on: date }, matters.speakers, new Set())
    if (named.kind !== 'none') return named
  }
  return about === null || voices?.has(about.actorId) === true
    ? { kind: 'none' }
    : { kind: 'proposed', matches: [{ actorId: about.actorId, reason: 'role' }] }
}
