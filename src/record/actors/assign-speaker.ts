import type { Id } from '../id.ts'
import { titlesContradict } from './contradicting-titles.ts'
import type { MatchedActor, MatchReason, SpeakerMatch } from './match-speaker.ts'
import { sameTitle, wordsOfTitle } from './same-title.ts'
import { isTellingInPrint } from './telling-name.ts'

/** An actor that articles print under a name. */
export type Bearer = {
  readonly actorId: Id
  /** Who it is known to be now: itself, or whom it was merged into. */
  readonly now: Id
  /** The roles that stand beside the name where it speaks. */
  readonly roles: readonly string[]
  /** Whether it was proposed to be somebody else, and nobody has decided yet. */
  readonly isOpen: boolean
}

/** Who speaks: an actor that is there, or a new one (`actorId` is null), and who else may be meant. */
export type Assigned = { readonly actorId: Id | null; readonly proposed: readonly MatchedActor[] }

/** Who is named: whether the name by itself names one and no other, and the roles that stand beside it. */
type Named = { readonly isTelling: boolean; readonly roles: readonly string[] }

/** How the role beside a name fits one who bears it: the same, much the same, another one, or nothing to tell by. */
type Fit = 'same' | 'near' | 'differs' | 'unknown'

type Candidate = Bearer & { readonly fit: Fit; readonly reason: MatchReason | null }

/** By a surname, a role of one word is not enough: "Lee, a spokesman" may be any. */
const ENOUGH_BY_SURNAME = 2

/** Reasons by which an actor of a dossier bears the very name. */
const BY_NAME: ReadonlySet<MatchReason> = new Set(['name', 'shared name', 'name, another role', 'short name'])

/** How the roles that are known of somebody go with those of whoever is named. */
function fitOf(roles: readonly string[], own: readonly string[]): Fit {
  if (own.length === 0 || roles.length === 0) return 'unknown'
  const pairs = roles.flatMap((title) => own.map((role) => [title, role] as const))
  if (pairs.some((pair) => sameTitle(...pair))) return 'same'
  return pairs.every((pair) => titlesContradict(...pair)) ? 'differs' : 'near'
}

/** Those of dossiers who bear the name. */
function namedBy(match: SpeakerMatch): readonly MatchedActor[] {
  if (match.kind === 'none') return []
  return match.kind === 'certain' ? [match.match] : match.matches.filter(({ reason }) => BY_NAME.has(reason))
}

/** Whoever bears the name, each once, as it is known now. */
function candidatesFor(
  roles: readonly string[],
  bearers: readonly Bearer[],
  named: readonly MatchedActor[],
): readonly Candidate[] {
  const byNow = Map.groupBy(bearers, ({ now }) => now)
  const printed = [...byNow].flatMap(([now, own]): readonly Candidate[] => {
    const [first] = own
    if (first === undefined) return []
    const reason = named.find(({ actorId }) => actorId === now)?.reason ?? null
    const known = [...new Set(own.flatMap((one) => one.roles))]
    const fit = fitOf(known, roles)
    const isOpen = reason === null && own.every((one) => one.isOpen)
    const actorId = reason === null ? first.actorId : now
    return [{ now, actorId, roles: known, isOpen, reason, fit: fit === 'unknown' ? fitInDossier(reason) : fit }]
  })
  const others = named.filter(({ actorId }) => !byNow.has(actorId))
  return [
    ...printed,
    ...others.map(({ actorId, reason }): Candidate => {
      return { actorId, now: actorId, roles: [], isOpen: false, reason, fit: fitInDossier(reason) }
    }),
  ]
}

const fitInDossier = (reason: MatchReason | null): Fit => (reason === 'name, another role' ? 'differs' : 'unknown')

/** Those who may be told apart: whoever may be another bearer, and has no role of its own, adds nobody. */
function settledOf(candidates: readonly Candidate[]): readonly Candidate[] {
  const settled = candidates.filter(({ isOpen, roles }) => !isOpen || roles.length > 0)
  return settled.length === 0 ? candidates : settled
}

/** The one of those who bear the name who is meant for certain; null where that is nobody. */
function certainOf(candidates: readonly Candidate[], { isTelling, roles }: Named): Candidate | null {
  const tells = isTelling || roles.some((role) => wordsOfTitle(role).length >= ENOUGH_BY_SURNAME)
  const having = (fit: Fit) => candidates.filter((one) => one.fit === fit)
  const [same, alsoSame] = having('same')
  if (tells && same !== undefined) return alsoSame === undefined ? same : null
  if (!isTelling) return null
  const [possible, another] = candidates.filter(({ fit }) => fit !== 'differs')
  if (possible === undefined || another !== undefined) return null
  // Of several, the only one whom no role speaks against has to have one that speaks for it.
  return candidates.length === 1 || possible.fit === 'near' ? possible : null
}

function reasonFor({ fit, reason }: Candidate, isTelling: boolean): MatchReason {
  if (reason !== null && reason !== 'name') return reason
  if (fit === 'differs') return 'name, another role'
  return isTelling ? 'shared name' : 'short name'
}

/**
 * Whom a new actor may be: not one that itself waits to be told apart, unless the role beside the name speaks for it,
 * so that however many articles wait, each asks about as few as can be. By a surname nobody of another role is meant.
 */
function proposedFrom(candidates: readonly Candidate[], isTelling: boolean): readonly MatchedActor[] {
  const possible = candidates.filter(({ fit }) => isTelling || fit !== 'differs')
  const told = possible.filter(({ isOpen, fit }) => !isOpen || fit === 'same' || fit === 'near')
  const asked = told.length === 0 ? possible.slice(0, 1) : told
  return asked.map((one) => ({ actorId: one.now, reason: reasonFor(one, isTelling) }))
}

/**
 * Says who is meant among those who bear a name. Only who is certain is taken: the one who bears a full name, or the
 * name of a body, and whose roles do not contradict those of whoever is named; of several the one with the same role.
 * Anybody else is a new actor, and whom it may be is proposed to a person.
 *
 * @param bearers in the order of the record
 * @param known   actors of dossiers who bear the name, each with the reason for which it may be meant
 */
export function meantAmong(bearers: readonly Bearer[], named: Named, known: readonly MatchedActor[] = []): Assigned {
  const candidates = settledOf(candidatesFor(named.roles, bearers, known))
  const certain = certainOf(candidates, named)
  return certain === null
    ? { actorId: null, proposed: proposedFrom(candidates, named.isTelling) }
    : { actorId: certain.actorId, proposed: [] }
}

/**
 * Says who the speaker of a new statement is taken for, by what is known of actors in dossiers (`match`) and of those
 * whom articles print under the same name (`bearers`).
 *
 * @param mention the name as printed, and the role beside it; null where there is none
 */
export function assignSpeaker(
  { name, role }: { readonly name: string; readonly role: string | null },
  bearers: readonly Bearer[],
  match: SpeakerMatch,
): Assigned {
  if (match.kind === 'certain' && match.match.reason === 'name and role')
    return { actorId: match.match.actorId, proposed: [] }
  const isTelling = match.kind === 'certain' || isTellingInPrint(name, role)
  const known = namedBy(match)
  const meant = meantAmong(bearers, { isTelling, roles: role === null ? [] : [role] }, known)
  // Where the record knows somebody of this very name, others are not asked about again.
  if (match.kind !== 'proposed' || known.length > 0) return meant
  const bearing = new Set(bearers.map(({ now }) => now))
  return { ...meant, proposed: [...meant.proposed, ...match.matches.filter(({ actorId }) => !bearing.has(actorId))] }
}
