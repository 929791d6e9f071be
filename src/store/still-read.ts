import { type Kysely, sql } from 'kysely'
import type { Id } from '../record/id.ts'
import type { Tables } from './tables.ts'

/**
 * Which of these statements were still read at a record time: the last reading that spoke of it by then found it. A
 * text that was captured before the one that stood then says nothing about that.
 */
export async function stillReadAt(db: Kysely<Tables>, ids: readonly Id[], at: string): Promise<ReadonlySet<Id>> {
  const rows = await db
    .selectFrom('statement_readings as s')
    .innerJoin('readings as r', 'r.id', 's.reading_id')
    .innerJoin('texts as t', 't.id', 'r.text_id')
    .select(['s.statement_id', 's.position', 't.id as textId', 't.supersedes'])
    .select(({ selectFrom }) =>
      selectFrom('texts as first')
        .innerJoin('text_blobs as b', 'b.text_id', 'first.id')
        .select('first.id')
        .whereRef('first.article_id', '=', 't.article_id')
        .orderBy('b.seq')
        .limit(1)
        .as('first'),
    )
    .where('s.statement_id', 'in', ids)
    .where('s.recorded_at', '<=', at)
    .orderBy(sql`r.rowid`)
    .execute()
  const found = new Set<Id>()
  for (const { statement_id, position, textId, supersedes, first } of rows) {
    if (supersedes === null && textId !== first) continue
    if (position === null) found.delete(statement_id)
    else found.add(statement_id)
  }
  return found
}
