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
const LOOKED_AT_FOR_ROLES = 200
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

async function rolesOf({ trx }: Writer, actorId: Id): Promise<readonly string[]> {
  const { rows } = await sql<{ role: string | null }>`
    select distinct json_extract(r.found, '$.speaker.role') as role
    from (select statement_id, found_in from current_statements where speaker_id = ${actorId} and still_read = 1
      order by article_seq desc limit ${LOOKED_AT_FOR_ROLES}) c
    join statement_readings r on r.statement_id = c.statement_id and r.reading_id = c.found_in`.execute(trx)
  return rows.flatMap(({ role }) => role ?? [])
}

/** Roles tell something only where there is one to compare, and somebody to choose from. */
async function withRoles(
  writer: Writer,
  ids: readonly Id[],
  {
    mention,
    match,
    known,
  }: { readonly mention: SpeakerMention; readonly match: SpeakerMatch; readonly known: KnownSpeakers },
): Promise<readonly Bearer[]> {
  const isPlain = match.kind === 'none' && new Set(ids.map(known.identities.actorOf)).size < 2
  const bearers: Bearer[] = []
  for (const actorId of ids) {
    const now = known.identities.actorOf(actorId)
    // Statements are listed under the actor that somebody is known to be.
    const roles = mention.role === null || isPlain ? [] : await rolesOf(writer, now)
    bearers.push({ actorId, now, roles })
  }
  return bearers
}

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
  const { actorId, proposed } = assignSpeaker(
    mention.role,
    await withRoles(writer, ids, { mention, match, known }),
    match,
  )
  const isLikely = ({ actorId: id, reason }: Assigned['proposed'][number]) => here.has(id) || !NEEDS_COMPANY.has(reason)
  return { actorId, proposed: proposed.filter(isLikely).slice(0, MOST_PROPOSED) }
}
