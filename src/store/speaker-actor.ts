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
import { openAmong } from './write-speaker-proposals.ts'
import type { Writer } from './writer.ts'

/** So many statements of an actor, the newest, are looked at for the roles beside its name. */
const LOOKED_AT_FOR_ROLES = 50
/** More would be no help to whoever decides. */
const MOST_PROPOSED = 10
/** By these, half of the record might be meant: they count only for actors of dossiers that the article concerns. */
const NEEDS_COMPANY: ReadonlySet<MatchReason> = new Set(['surname', 'role'])

/** The actors that articles print under a name, and those that one of these was split into. */
async function bearersOf({ trx }: Writer, { name, script }: ActorName, known: KnownSpeakers): Promise<readonly Id[]> {
  const rows = await trx
    .selectFrom('names')
    .innerJoin('actors', 'actors.id', 'names.actor_id')
    .select('actors.id')
    .distinct()
    .where('normalised', '=', normaliseName(name))
    .where('script', '=', script)
    .orderBy('actors.seq')
    .execute()
  const found = new Set(rows.map(({ id }) => id))
  for (const id of found) for (const part of known.partsOf.get(id) ?? []) found.add(part)
  return [...found]
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
  ids: readonly Id[],
  { mention, match, known }: { readonly mention: SpeakerMention; readonly match: SpeakerMatch } & Knowing,
): Promise<readonly Bearer[]> {
  const nowOf = known.identities.actorOf
  const isPlain = new Set(ids.map(nowOf)).size + (match.kind === 'none' ? 0 : 1) < 2 && mention.role === null
  if (isPlain) return ids.map((actorId) => ({ actorId, now: nowOf(actorId), roles: [], isOpen: false }))
  const open = await openAmong(writer, ids)
  const bearers: Bearer[] = []
  for (const actorId of ids) {
    const now = nowOf(actorId)
    // Statements are listed under the actor that somebody is known to be.
    bearers.push({ actorId, now, roles: await printedRoles(writer, now), isOpen: open.has(actorId) })
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
  const ids = await bearersOf(writer, own, known)
  const bearers = await bearersFrom(writer, ids, { mention, match, known })
  const { actorId, proposed } = assignSpeaker(mention, bearers, match)
  const isLikely = ({ actorId: id, reason }: Assigned['proposed'][number]) => here.has(id) || !NEEDS_COMPANY.has(reason)
  return { actorId, proposed: proposed.filter(isLikely).slice(0, MOST_PROPOSED) }
}
