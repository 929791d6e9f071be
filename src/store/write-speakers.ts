import { sql } from 'kysely'
import type { Id } from '../record/id.ts'
import type { Writer } from './writer.ts'

/** Counts again what the record holds of these actors; one without a statement leaves the list. */
export async function refreshSpeakers({ trx }: Writer, actorIds: Iterable<Id>): Promise<void> {
  for (const actorId of new Set(actorIds)) {
    await trx.deleteFrom('current_speakers').where('actor_id', '=', actorId).execute()
    await sql`
      insert into current_speakers (seq, actor_id, statements, articles)
      select actors.seq, actors.id, count(*), count(distinct article_seq)
      from actors join current_statements on speaker_id = actors.id and still_read = 1
      where actors.id = ${actorId} group by actors.id
    `.execute(trx)
  }
}
