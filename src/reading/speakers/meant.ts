import type { Span } from '../../text/span.ts'
import { printedName } from '../names.ts'
import type { Candidate, Speaker } from '../statement.ts'
import type { Actor } from './actors.ts'

/** Several who say it together, where the text gives them side by side, or counts them ("192 rights groups"): then without members. */
export type Group = { readonly group: Span; readonly members: readonly Actor[] }

/**
 * Whom or what words mean: an actor, or several that fit equally well, or none; a group printed as one; or, where
 * nobody is named, the words of a description.
 */
export type Meant = { readonly actors: readonly Actor[] } | Group | { readonly described: Span | null }

/** Nothing is known of whom it means. */
export const NOBODY: Meant = { described: null }

/** Who a source is. */
export type ResolvedSource = {
  readonly speaker: Speaker | null
  /** Those who might be meant, where two or more are equally good; else empty. */
  readonly candidates: readonly Candidate[]
  /** Where nobody is named: the words of whom or what it is ("officials" for "they"); null where that is not known. */
  readonly described: Span | null
}

/** The one actor that is meant, else null. */
export function oneMeant(meant: Meant | undefined): Actor | null {
  return meant !== undefined && 'actors' in meant && meant.actors.length === 1 ? (meant.actors[0] ?? null) : null
}

/** How far from one another the full names of a group stand at most where it is named in full; code units. */
const MAX_GROUP = 160

/** A group as one speaker: where its members are named in full side by side, else as printed. */
function groupSpeaker(text: string, { group, members }: Group): Speaker {
  if (members.length === 0) return { name: printedName(text, group), mention: group, role: null }
  const start = Math.min(...members.map(({ mention }) => mention[0]))
  const end = Math.max(...members.map(({ mention }) => mention[1]))
  if (end - start > MAX_GROUP) return { name: printedName(text, group), mention: group, role: null }
  const names = members.map(({ name }) => name)
  return { name: `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`, mention: [start, end], role: null }
}

/**
 * What a source is in the end.
 *
 * @param roles what the text says the actors are, as printed
 */
export function resolved(text: string, meant: Meant, roles: ReadonlyMap<Actor, string>): ResolvedSource {
  const nobody = { speaker: null, candidates: [], described: null }
  if ('described' in meant) return { ...nobody, described: meant.described }
  if ('group' in meant) return { ...nobody, speaker: groupSpeaker(text, meant) }
  const [actor, ...others] = meant.actors
  if (actor === undefined) return nobody
  if (others.length > 0) return { ...nobody, candidates: meant.actors.map(({ name, mention }) => ({ name, mention })) }
  return { ...nobody, speaker: { name: actor.name, mention: actor.mention, role: roles.get(actor) ?? null } }
}
