import type { Edtf } from '../../text/edtf-time.ts'
import { liesIn } from '../../text/edtf-time.ts'
import { fold } from '../../text/fold.ts'
import { surnameOf } from '../../text/name-kind.ts'
import type { Id } from '../id.ts'
import type { Actor, Role } from './actor.ts'
import { titlesContradict } from './contradicting-titles.ts'
import { sameTitle, sameTitleWords, wordsOfTitle } from './same-title.ts'
import { nameKey, type RelationOf, type SpeakerIndex } from './speaker-index.ts'
import { isTelling } from './telling-name.ts'

/** Who is named as the speaker of a new statement. */
export type SpeakerMention = {
  /** As the text has it, in full. */
  readonly name: string
  /** As printed beside the name; null where there is none. */
  readonly role: string | null
  /** When it was said, or printed; null where nobody knows. */
  readonly on: Edtf | null
}

/** Why an actor may be meant. */
export type MatchReason =
  | 'name and role'
  | 'name'
  /** Several bear the name. */
  | 'shared name'
  /** The name is an actor's, and the role beside it contradicts what the record knows of it, or was not held then. */
  | 'name, another role'
  /** A single word that the record has as somebody's name. */
  | 'short name'
  | 'surname'
  /** The name but for accents. */
  | 'spelling'
  /** A place or another actor whose name is used for it. */
  | 'also called'
  | 'role'

export type MatchedActor = { readonly actorId: Id; readonly reason: MatchReason }

/** Who the speaker is. What is not certain is proposed to a person, and never made. */
export type SpeakerMatch =
  | { readonly kind: 'certain'; readonly match: MatchedActor }
  /** The likeliest first: those of the dossiers at hand before others. */
  | { readonly kind: 'proposed'; readonly matches: readonly MatchedActor[] }
  | { readonly kind: 'none' }

/** Whether somebody held a role when the words were said; null where that is not known. */
function heldOn({ when }: Role, on: Edtf | null): boolean | null {
  if (when === null || on === null) return null
  const held = liesIn(on, when)
  return held === 'partly' ? null : held === 'wholly'
}

/** How the role beside a name fits an actor: one that it held, one that none of its own allows, or nothing to tell by. */
function roleFit({ roles }: Actor, { role, on }: SpeakerMention): 'fits' | 'differs' | 'unknown' {
  if (role === null || roles.length === 0) return 'unknown'
  const same = roles.filter(({ title }) => sameTitle(title, role))
  if (same.length === 0) return roles.every(({ title }) => titlesContradict(title, role)) ? 'differs' : 'unknown'
  if (same.every((one) => heldOn(one, on) === false)) return 'differs'
  return same.some((one) => heldOn(one, on) === true) ? 'fits' : 'unknown'
}

/** Those whose very name it is. */
function byName(mention: SpeakerMention, { actors, byName: names }: SpeakerIndex): SpeakerMatch | null {
  const found = (names.get(nameKey(mention.name)) ?? []).flatMap((id) => actors.get(id) ?? [])
  const [only, another] = found
  if (only === undefined) return null
  const fitting = found.filter((actor) => roleFit(actor, mention) === 'fits')
  const [fits, alsoFits] = fitting
  if (fits !== undefined && alsoFits === undefined)
    return { kind: 'certain', match: { actorId: fits.id, reason: 'name and role' } }
  if (another !== undefined)
    return proposed(
      found.map(({ id }) => id),
      'shared name',
    )
  if (roleFit(only, mention) === 'differs') return proposed([only.id], 'name, another role')
  return isTelling(mention.name, only.kind)
    ? { kind: 'certain', match: { actorId: only.id, reason: 'name' } }
    : proposed([only.id], 'short name')
}

function proposed(ids: readonly Id[], reason: MatchReason): SpeakerMatch {
  return { kind: 'proposed', matches: ids.map((actorId) => ({ actorId, reason })) }
}

/** Those who may have held an office when it was said. */
function holdersOf(title: string, on: Edtf | null, { rolesByWord }: SpeakerIndex): readonly Id[] {
  const words = wordsOfTitle(title)
  const near = new Set(words.flatMap((word) => rolesByWord.get(word) ?? []))
  return [...near]
    .filter(({ role, words: held }) => heldOn(role, on) !== false && sameTitleWords(held, words))
    .map(({ actorId }) => actorId)
}

/** Those whom the mention may mean without giving their name. */
function byOtherWays(mention: SpeakerMention, index: SpeakerIndex): readonly MatchedActor[] {
  const { name, role, on } = mention
  const isPossible = ({ relation }: RelationOf) =>
    relation.when === null || on === null || liesIn(on, relation.when) !== 'not'
  const because = (reason: MatchReason, ids: readonly Id[]) => ids.map((actorId): MatchedActor => ({ actorId, reason }))
  return [
    ...because('spelling', index.bySpelling.get(fold(name)) ?? []),
    ...because(
      'also called',
      (index.alsoCalled.get(nameKey(name)) ?? []).filter(isPossible).map(({ actorId }) => actorId),
    ),
    ...(/\s/.test(name.trim()) ? [] : because('surname', index.bySurname.get(surnameOf(name)) ?? [])),
    ...because('role', [...holdersOf(name, on, index), ...(role === null ? [] : holdersOf(role, on, index))]),
  ]
}

/**
 * Says who the speaker of a new statement is.
 *
 * Certain is only a whole name that one actor bears and that no role contradicts, or a name that several bear with
 * a role that one of them held then. A surname, an office, a place that stands for a government, a name but for its
 * accents: each is proposed, with its reason.
 *
 * @param here actors of the dossiers that the article belongs to: they are proposed first, and made no surer by it
 */
export function matchSpeaker(mention: SpeakerMention, index: SpeakerIndex, here: ReadonlySet<Id>): SpeakerMatch {
  const named = byName(mention, index)
  if (named?.kind === 'certain') return named
  const matches = named?.kind === 'proposed' ? named.matches : byOtherWays(mention, index)
  const once = matches.filter(({ actorId }, at) => matches.findIndex((match) => match.actorId === actorId) === at)
  if (once.length === 0) return { kind: 'none' }
  return {
    kind: 'proposed',
    matches: once.toSorted((a, b) => Number(here.has(b.actorId)) - Number(here.has(a.actorId))),
  }
}
