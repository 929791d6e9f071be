import type { Actor } from '../../record/actors/actor.ts'
import { type MatchReason, matchSpeaker } from '../../record/actors/match-speaker.ts'
import { nameKey, speakerIndex } from '../../record/actors/speaker-index.ts'
import type { Dossier } from '../../record/dossier/dossier.ts'
import { plainName } from '../../record/dossier-file/to-dossier.ts'
import type { Id } from '../../record/id.ts'
import { MAX_NAME } from '../../record/line-fault.ts'
import { kindOfName } from '../../text/name-kind.ts'
import type { TypedFields } from './typed.ts'

/** So many names are taken at once. */
export const MAX_SIGNATORIES = 1_000

/** A name of the list that is nobody’s of the dossier, and who it may be; a person chooses. */
export type OpenName = {
  readonly name: string
  /** The field in which a person chooses: an actor’s id, `new KIND`, or `leave out`. */
  readonly field: string
  readonly mayBe: readonly { readonly actor: Actor; readonly reason: MatchReason }[]
  /** What is offered first; nothing is made before the form is sent again. */
  readonly offered: string
}

/** What came of a list of names. */
export type Signatories = {
  readonly listed: readonly Id[]
  /** Actors of other dossiers, and new ones, that a person chose. */
  readonly added: readonly Actor[]
  readonly open: readonly OpenName[]
}

/** The field of a name's choice. */
const fieldOf = (name: string) => `who.${name}`

function newActor(id: Id, name: string, kind: Actor['kind']): Actor {
  return { id, kind, names: [plainName(name, true)], roles: [], relations: [], identifiers: [] }
}

const KINDS: readonly Actor['kind'][] = ['person', 'organisation', 'public body', 'group']

/** List marks and numbers that a pasted list has in front of its names, and what stands behind them. */
function nameIn(line: string): string {
  return line
    .replace(/^(?:[-–—•*·]\s*|\(?\d{1,4}[.)]\s+)/u, '')
    .replace(/[;,]$/u, '')
    .trim()
}

function openName(name: string, known: readonly Actor[]): OpenName {
  const match = matchSpeaker({ name, role: null, on: null }, speakerIndex(known, []), new Set())
  const matches = match.kind === 'certain' ? [match.match] : match.kind === 'proposed' ? match.matches : []
  const byId = new Map(known.map((actor) => [actor.id, actor]))
  const mayBe = matches.flatMap(({ actorId, reason }) => {
    const actor = byId.get(actorId)
    return actor === undefined ? [] : [{ actor, reason }]
  })
  const kind = kindOfName(name) === 'person' ? 'person' : 'organisation'
  const offered = match.kind === 'certain' ? match.match.actorId : mayBe.length === 0 ? `new ${kind}` : ''
  return { name, field: fieldOf(name), mayBe, offered }
}

/**
 * Finds the actors that a pasted list of signatories names, one a line. Those of the dossier are found by their names;
 * of all others a person says who they are, and only then they are made.
 *
 * @param known actors of all dossiers
 */
export function signatoriesTyped(
  fields: TypedFields,
  { dossier, known, newId }: { readonly dossier: Dossier; readonly known: readonly Actor[]; readonly newId: () => Id },
): Signatories {
  const names = [...new Set(fields.lines('signatories', MAX_NAME).map(nameIn))].filter((name) => name !== '')
  if (names.length > MAX_SIGNATORIES)
    fields.refuse(
      'signatories',
      `has ${names.length} names, and ${MAX_SIGNATORIES} are the most that are taken at once`,
    )
  const own = Map.groupBy(
    dossier.actors.flatMap((actor) => actor.names.map(({ name }) => ({ key: nameKey(name), actor }))),
    ({ key }) => key,
  )
  const others = [...new Map(known.map((actor) => [actor.id, actor])).values()]
  const [listed, added, open]: [Id[], Actor[], OpenName[]] = [[], [], []]
  for (const name of names.slice(0, MAX_SIGNATORIES)) {
    const here = [...new Set((own.get(nameKey(name)) ?? []).map(({ actor }) => actor.id))]
    const chosen = fields.text(fieldOf(name))
    const kind = KINDS.find((one) => chosen === `new ${one}`)
    const other = others.find(({ id }) => id === chosen)
    if (here.length === 1) listed.push(...here)
    else if (dossier.actors.some(({ id }) => id === (chosen || name))) listed.push(chosen || name)
    else if (kind !== undefined) added.push(newActor(newId(), name, kind))
    else if (other !== undefined) added.push({ ...other, roles: [], relations: [] })
    else if (chosen !== 'leave out') open.push(openName(name, [...dossier.actors, ...others]))
  }
  return { listed: [...new Set([...listed, ...added.map(({ id }) => id)])], added, open }
}
