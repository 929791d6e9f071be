import type { Kysely, NotNull } from 'kysely'
import type { ListQuery, Page } from '../record/page.ts'
import type { ArticleSummary } from '../record/records.ts'
import { type WordQuery, wordQuery } from '../text/words.ts'
import { cutPage, keysOf, limitOf, TOP } from './cursor.ts'
import type { Tables } from './tables.ts'
import { newestMatches } from './word-index.ts'

type Slice = { readonly before: number; readonly limit: number }

/** What of an article's row lists show; `db` may be a transaction. */
function summaryRows(db: Kysely<Tables>) {
  return db
    .selectFrom('current_articles as c')
    .innerJoin('articles as a', 'a.seq', 'c.seq')
    .innerJoin('texts as t', 't.id', 'c.text_id')
    .select(({ selectFrom }) => [
      'c.seq',
      'a.id',
      't.headline',
      't.byline',
      't.outlet',
      't.published',
      't.language',
      't.url',
      selectFrom('text_blobs')
        .select('sha256')
        .whereRef('text_blobs.text_id', '=', 'c.text_id')
        .orderBy('text_blobs.seq')
        .limit(1)
        .as('sha256'),
      selectFrom('captures')
        .select('name')
        .whereRef('captures.sha256', '=', 'a.sha256')
        .orderBy('captures.id')
        .limit(1)
        .as('name'),
      'a.recorded_at as recordedAt',
      'c.statements',
    ])
    .$narrowType<{ name: NotNull; sha256: NotNull }>()
}

/** The summaries of those articles that are there, by `seq`. */
export async function summariesOf(
  db: Kysely<Tables>,
  seqs: readonly number[],
): Promise<ReadonlyMap<number, ArticleSummary>> {
  if (seqs.length === 0) return new Map()
  const rows = await summaryRows(db)
    .where('c.seq', 'in', [...new Set(seqs)])
    .execute()
  return new Map(rows.map(({ seq, ...summary }) => [seq, summary]))
}

/** The article that a blob was read as, or null. */
export async function summaryOfBlob(db: Kysely<Tables>, sha256: string): Promise<ArticleSummary | null> {
  const row = await summaryRows(db)
    .where('a.id', 'in', ({ selectFrom }) =>
      selectFrom('text_blobs')
        .innerJoin('texts', 'texts.id', 'text_blobs.text_id')
        .select('texts.article_id')
        .where('text_blobs.sha256', '=', sha256),
    )
    .orderBy('a.seq')
    .executeTakeFirst()
  if (row === undefined) return null
  const { seq: _, ...summary } = row
  return summary
}

async function newest(db: Kysely<Tables>, { before, limit }: Slice) {
  const rows = await db
    .selectFrom('current_articles')
    .select('seq')
    .where('seq', '<', before)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
  const { total } = await db
    .selectFrom('current_articles')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { seqs: rows.map(({ seq }) => seq), total }
}

function found(db: Kysely<Tables>, query: WordQuery, slice: Slice) {
  return query.length === 0 ? newest(db, slice) : newestMatches(db, 'article_words', { query, ...slice })
}

/** A page of articles, newest first. Words without a letter or digit in them ask for nothing, and all is found. */
export async function listArticles(db: Kysely<Tables>, query: ListQuery): Promise<Page<ArticleSummary>> {
  const [before = TOP] = keysOf(query.cursor, 1)
  const limit = limitOf(query.limit)
  const { seqs, total } = await found(db, wordQuery(query.words ?? ''), { before, limit: limit + 1 })
  const { rows, next } = cutPage(seqs, { limit, keys: (seq) => [seq] })
  const summaries = await summariesOf(db, rows)
  return { items: rows.flatMap((seq) => summaries.get(seq) ?? []), total, next }
}
