import type { Kysely } from 'kysely'
import type { NameMention, Statement } from '../reading/statement.ts'
import type { Id } from '../record/id.ts'
import type { StatementRecord } from '../record/records.ts'
import type { ReadVersion, TextVersion } from '../record/text-versions.ts'
import type { Tables } from './tables.ts'

/** Texts with the capture that each was recorded with. */
function versionRows(db: Kysely<Tables>, articleId: Id) {
  return db
    .selectFrom('texts as t')
    .innerJoin('text_blobs as b', (join) =>
      join.onRef('b.text_id', '=', 't.id').on('b.seq', '=', ({ selectFrom }) =>
        selectFrom('text_blobs as first')
          .select(({ fn }) => fn.min('first.seq').as('seq'))
          .whereRef('first.text_id', '=', 't.id'),
      ),
    )
    .leftJoin('captures as p', (join) =>
      join.onRef('p.sha256', '=', 'b.sha256').on('p.id', '=', ({ selectFrom }) =>
        selectFrom('captures as with')
          .select(({ fn }) => fn.max('with.id').as('id'))
          .whereRef('with.sha256', '=', 'b.sha256')
          .whereRef('with.recorded_at', '=', 't.recorded_at'),
      ),
    )
    .leftJoin('current_articles as c', 'c.text_id', 't.id')
    .select(['t.id as textId', 't.headline', 't.recorded_at as recordedAt', 'b.sha256', 'c.text_id as standing'])
    .select(({ fn }) => fn.coalesce('p.received_at', 't.recorded_at').as('capturedAt'))
    .where('t.article_id', '=', articleId)
    .orderBy('capturedAt')
    .orderBy('t.id')
}

/** The texts that an article had, as they were captured, the first one first. */
export async function readVersions(db: Kysely<Tables>, articleId: Id): Promise<readonly TextVersion[]> {
  const rows = await versionRows(db, articleId).execute()
  return rows.map(({ standing, ...row }) => ({ ...row, stands: standing !== null }))
}

/** What the last reading of a text found, under the ids it gave. */
async function statementsOf(db: Kysely<Tables>, articleId: Id, readingId: Id): Promise<readonly StatementRecord[]> {
  const rows = await db
    .selectFrom('statement_readings as r')
    .innerJoin('current_statements as c', 'c.statement_id', 'r.statement_id')
    .select(['r.statement_id', 'r.found', 'r.speaker_id', 'c.still_read'])
    .where('r.reading_id', '=', readingId)
    .where('r.found', 'is not', null)
    .orderBy('r.position')
    .execute()
  return rows.map((row) => ({
    ...(JSON.parse(row.found ?? 'null') as Statement),
    id: row.statement_id,
    articleId,
    speakerId: row.speaker_id,
    stillRead: row.still_read === 1,
  }))
}

/** A text version whole; null where the article has none of this id. */
export async function readVersion(db: Kysely<Tables>, articleId: Id, textId: Id): Promise<ReadVersion | null> {
  const row = await versionRows(db, articleId)
    .innerJoin('readings as i', 'i.text_id', 't.id')
    .select(['t.text', 't.language', 'p.url', 'i.id as readingId', 'i.names'])
    .where('t.id', '=', textId)
    .orderBy('i.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return null
  const { standing, readingId, names, ...version } = row
  return {
    ...version,
    stands: standing !== null,
    names: JSON.parse(names) as readonly NameMention[],
    statementRecords: await statementsOf(db, articleId, readingId),
  }
}
