import type { Kysely } from 'kysely'
import type { Article } from '../article/article.ts'
import type { NameMention, Reading, Statement } from '../reading/statement.ts'
import type { Id } from '../record/id.ts'
import type { TimeCode } from '../text/time-code.ts'
import type { Tables } from './tables.ts'

/** A text version as it was stored. */
export async function storedText(db: Kysely<Tables>, textId: Id): Promise<Article> {
  const row = await db
    .selectFrom('texts as t')
    .leftJoin('text_times as w', 'w.text_id', 't.id')
    .select(['headline', 'byline', 'outlet', 'published', 'language', 'url', 'text', 'codes'])
    .where('t.id', '=', textId)
    .executeTakeFirstOrThrow()
  const { codes, ...article } = row
  return { ...article, timeCodes: JSON.parse(codes ?? '[]') as readonly TimeCode[] }
}

/** The last reading of a text version, as it was handed in. */
export async function lastReading(db: Kysely<Tables>, textId: Id): Promise<Reading & { readonly id: Id }> {
  const row = await db
    .selectFrom('readings')
    .selectAll()
    .where('text_id', '=', textId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const found = await db
    .selectFrom('statement_readings')
    .select('found')
    .where('reading_id', '=', row.id)
    .where('found', 'is not', null)
    .orderBy('position')
    .execute()
  return {
    id: row.id,
    reader: { name: row.reader_name, version: row.reader_version },
    names: JSON.parse(row.names) as readonly NameMention[],
    statements: found.map((each) => JSON.parse(each.found ?? 'null') as Statement),
  }
}

/** The newest text that some bytes were read as, with its article and the text that stands of it; null where there is none. */
export async function textOfBlob(db: Kysely<Tables>, sha256: string) {
  const row = await db
    .selectFrom('text_blobs as b')
    .innerJoin('texts as t', 't.id', 'b.text_id')
    .innerJoin('current_articles as c', 'c.article_id', 't.article_id')
    .select(['b.text_id as textId', 'c.article_id as articleId', 'c.seq as articleSeq', 'c.text_id as standing'])
    .where('b.sha256', '=', sha256)
    .orderBy('c.seq')
    .orderBy('b.seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** The article that was captured last at an address, and the text that stands of it; null where there is none. */
export async function articleOfAddress(db: Kysely<Tables>, url: string) {
  const row = await db
    .selectFrom('captures as p')
    .innerJoin('text_blobs as b', 'b.sha256', 'p.sha256')
    .innerJoin('texts as t', 't.id', 'b.text_id')
    .innerJoin('current_articles as c', 'c.article_id', 't.article_id')
    .select(['c.article_id as articleId', 'c.seq as articleSeq', 'c.text_id as standing'])
    .where('p.url', '=', url)
    .orderBy('p.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** When a text was captured last, in milliseconds. */
export async function lastCaptured(db: Kysely<Tables>, textId: Id): Promise<number> {
  const rows = await db
    .selectFrom('captures as p')
    .innerJoin('text_blobs as b', 'b.sha256', 'p.sha256')
    .select(({ fn }) => [fn.max(fn.coalesce('p.received_at', 'p.recorded_at')).as('at')])
    .where('b.text_id', '=', textId)
    .execute()
  return Date.parse(rows[0]?.at ?? '')
}
