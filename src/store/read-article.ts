import type { Kysely } from 'kysely'
import type { NameMention, Statement } from '../reading/statement.ts'
import type { Id } from '../record/id.ts'
import type { ArticleRecord, StatementRecord } from '../record/records.ts'
import type { TimeCode } from '../text/time-code.ts'
import { summariesOf } from './list-articles.ts'
import { readCaptures } from './read-captures.ts'
import type { Tables } from './tables.ts'

/** Statements as they were last found, with their article's number and place for paging. */
export function statementRows(db: Kysely<Tables>) {
  return db
    .selectFrom('current_statements as c')
    .innerJoin('statement_readings as r', (join) =>
      join.onRef('r.statement_id', '=', 'c.statement_id').onRef('r.reading_id', '=', 'c.found_in'),
    )
    .innerJoin('articles as a', 'a.seq', 'c.article_seq')
    .select([
      'c.statement_id',
      'c.article_seq',
      'c.position',
      'c.still_read',
      'c.speaker_id',
      'r.found',
      'a.id as article_id',
    ])
}

/** One row of `statementRows` as the port gives it. */
export function statementOf(row: {
  readonly statement_id: Id
  readonly article_id: Id
  readonly still_read: number
  readonly speaker_id: Id | null
  readonly found: string | null
}): StatementRecord {
  return {
    ...(JSON.parse(row.found ?? 'null') as Statement),
    id: row.statement_id,
    articleId: row.article_id,
    speakerId: row.speaker_id,
    stillRead: row.still_read === 1,
  }
}

/** An article whole, or null. */
export async function readArticleRecord(db: Kysely<Tables>, id: Id): Promise<ArticleRecord | null> {
  const row = await db
    .selectFrom('current_articles as c')
    .innerJoin('texts as t', 't.id', 'c.text_id')
    .innerJoin('readings as r', 'r.id', 'c.reading_id')
    .leftJoin('text_times as w', 'w.text_id', 't.id')
    .select(['c.seq', 't.id as textId', 't.text', 'r.id as readingId', 'r.reader_name', 'r.reader_version', 'r.names'])
    .select(['r.recorded_at as readAt', 'w.codes'])
    .where('c.article_id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  const summary = (await summariesOf(db, [row.seq])).get(row.seq)
  if (summary === undefined) return null
  const statements = await statementRows(db)
    .where('c.article_seq', '=', row.seq)
    .where('c.still_read', '=', 1)
    .orderBy('c.position')
    .execute()
  return {
    ...summary,
    textId: row.textId,
    text: row.text,
    timeCodes: JSON.parse(row.codes ?? '[]') as readonly TimeCode[],
    readingId: row.readingId,
    reader: { name: row.reader_name, version: row.reader_version },
    readAt: row.readAt,
    names: JSON.parse(row.names) as readonly NameMention[],
    ...(await readCaptures(db, id)),
    statementRecords: statements.map(statementOf),
  }
}
