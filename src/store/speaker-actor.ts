import { sql } from 'kysely'
import { normaliseName } from '../record/actor-name.ts'
import { type Assigned, assignSpeaker, type Bearer } from '../record/actors/assign-speaker.ts'
import {
  type MatchReason,
  matchSpeaker,
  type SpeakerMatch,
  type SpeakerMention,
} from '../record/actors/match-speaker.ts'
import type { Id } from '../record/id.ts'
import type { ActorName } from '../record/records.ts'
import type { KnownSpeakers } from './known-speakers.ts'
import type { Writer } from './writer.ts'

/** So many statements of an actor, the newest, are looked at for the roles beside its name. */
const LOOKED_AT_FOR_ROLES = 50
/** So many of one name are looked at: more make nobody surer, and each costs a look at its statements. */
const MOST_TOLD_APART = 20
const MOST_OPEN = 10
/** More would be no help to whoever decides. */
const MOST_PROPOSED = 10
/** By these, half of the record might be meant: they count only for actors of dossiers that the article concerns. */
const NEEDS_COMPANY: ReadonlySet<MatchReason> = new Set(['surname', 'role'])

type Printed = { readonly actorId: Id; readonly isOpen: boolean }

/**
 * The actors that articles print under a name, and those that one of these was split into: those that are told apart,
 * then those that wait for a person, the first of each. Of a name in the news thousands may wait.
 */
async function printedUnder(
  { trx }: Writer,
  { name, script }: ActorName,
  known: KnownSpeakers,
): Promise<readonly Printed[]> {
  const { rows } = await sql<{ id: Id; isOpen: number }>`
    select a.id, exists (select 1 from speaker_proposals p join current_speaker_proposals c on c.seq = p.seq
      where p.actor_id = a.id) as "isOpen"
    from actors a where a.id in (select actor_id from names where normalised = ${normaliseName(name)} and script = ${script})
    order by a.seq`.execute(trx)
  const [settled, open] = [0, 1].map((isOpen) => rows.filter((row) => row.isOpen === isOpen).map(({ id }) => id))
  const told = new Set(settled)
  for (const { id } of rows) for (const part of known.partsOf.get(id) ?? []) told.add(part)
  return [
    ...[...told].slice(0, MOST_TOLD_APART).map((actorId) => ({ actorId, isOpen: false })),
    ...(open ?? [])
      .filter((id) => !told.has(id))
      .slice(0, MOST_OPEN)
      .map((actorId) => ({ actorId, isOpen: true })),
  ]
}

/** The roles that stand beside an actor's name in what it said last. */
export async function printedRoles({ trx }: Pick<Writer, 'trx'>, actorId: Id): Promise<readonly string[]> {
  const { rows } = await sql<{ role: string | null }>`
    select distinct json_extract(r.found, '$.speaker.role') as role
    from (select statement_id, found_in from current_statements where speaker_id = ${actorId} and still_read = 1
      order by article_seq desc limit ${LOOKED_AT_FOR_ROLES}) c
    join statement_readings r on r.statement_id = c.statement_id and r.reading_id = c.found_in`.execute(trx)
  return rows.flatMap(({ role }) => role ?? [])
}

/** What tells those of one name apart is read only where there is something to tell. */
async function bearersFrom(
  writer: Writer,
  printed: readonly Printed[],
  { mention, match, known }: { readonly mention: SpeakerMention; readonly match: SpeakerMatch } & Knowing,
): Promise<readonly Bearer[]> {
  const nowOf = known.identities.actorOf
  const several = new Set(printed.map(({ actorId }) => nowOf(actorId))).size + (match.kind === 'none' ? 0 : 1) > 1
  const bearers: Bearer[] = []
  const apart = new Set<Id>()
  for (const { actorId, isOpen } of printed) {
    const now = nowOf(actorId)
    // Where no role stands beside the name, roles only say whether two can be told apart: more than two tell no more.
    const isTold = mention.role !== null || (several && isOpen && apart.size < 2)
    // Statements are listed under the actor that somebody is known to be.
    const roles = isTold ? await printedRoles(writer, now) : []
    if (!isOpen || roles.length > 0) apart.add(now)
    bearers.push({ actorId, now, roles, isOpen })
  }
  return bearers
}

type Knowing = { readonly known: KnownSpeakers }

/**
 * Who a speaker is taken for, and whom it may be besides.
 *
 * @param own  the name that the reading gives
 * @param here actors of the dossiers that the article concerns
 */
export async function assignedActor(
  writer: Writer,
  own: ActorName,
  about: { readonly mention: SpeakerMention; readonly known: KnownSpeakers; readonly here: ReadonlySet<Id> },
): Promise<Assigned> {
  const { mention, known, here } = about
  const match = matchSpeaker(mention, known.index, here)
  const printed = await printedUnder(writer, own, known)
  const bearers = await bearersFrom(writer, printed, { mention, match, known })
  const { actorId, proposed } = assignSpeaker(mention, bearers, match)
  const isLikely = ({ actorId: id, reason }: Assigned['proposed'][number]) => here.has(id) || !NEEDS_COMPANY.has(reason)
  return { actorId, proposed: proposed.filter(isLikely).slice(0, MOST_PROPOSED) }
}
