import type { Id } from '../id.ts'
import type { MatchedActor, MatchReason, SpeakerMatch } from './match-speaker.ts'
import { sameTitle } from './same-title.ts'

/** An actor that articles print under a name. */
export type Bearer = {
  readonly actorId: Id
  /** Who it is known to be now: itself, or whom it was merged into. */
  readonly now: Id
  /** The roles that stand beside the name where it speaks. */
  readonly roles: readonly string[]
}

/** Who speaks: an actor that is there, or a new one (`actorId` is null), and who else may be meant. */
export type Assigned = { readonly actorId: Id | null; readonly proposed: readonly MatchedActor[] }

/** Reasons by which somebody else may bear the very name: then no one who bears it is certain to be meant. */
const BY_NAME: ReadonlySet<MatchReason> = new Set(['shared name', 'name, another role'])

/**
 * Says who the speaker of a new statement is taken for, by what is known of actors in dossiers (`match`) and of those
 * whom articles print under the same name (`bearers`). Only who is certain is taken; whom else it may be is proposed to
 * a person. A name that several bear is a new actor's in each article, unless the same role stands beside it.
 *
 * @param role as printed beside the name; null where there is none
 */
export function assignSpeaker(role: string | null, bearers: readonly Bearer[], match: SpeakerMatch): Assigned {
  const known = new Set(bearers.map(({ now }) => now))
  if (match.kind === 'certain') {
    const { actorId, reason } = match.match
    known.add(actorId)
    if (reason === 'name and role' || known.size === 1) return { actorId, proposed: [] }
  }
  const named = match.kind === 'proposed' ? match.matches.filter(({ reason }) => BY_NAME.has(reason)) : []
  for (const { actorId } of named) known.add(actorId)
  const [only, another] = known
  if (only === undefined || (another === undefined && named.length === 0)) return aloneIn(bearers, match)
  const fitting = role === null ? [] : bearers.filter((bearer) => bearer.roles.some((title) => sameTitle(title, role)))
  const [fits] = fitting
  if (fits !== undefined && new Set(fitting.map(({ now }) => now)).size === 1)
    return { actorId: fits.actorId, proposed: [] }
  const proposed = [...known].map(
    (actorId) => named.find((one) => one.actorId === actorId) ?? ({ actorId, reason: 'shared name' } as const),
  )
  return { actorId: null, proposed }
}

/** The only one of the name, or nobody yet; whom it may be by other ways is proposed. */
function aloneIn([bearer]: readonly Bearer[], match: SpeakerMatch): Assigned {
  const others = match.kind === 'proposed' ? match.matches.filter(({ actorId }) => actorId !== bearer?.now) : []
  return { actorId: bearer?.actorId ?? null, proposed: others }
}
