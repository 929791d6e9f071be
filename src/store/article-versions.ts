import { type Kysely, type NotNull, sql } from 'kysely'
import type { Id } from '../record/id.ts'
import type { ArticleSummary } from '../record/records.ts'
import type { Tables } from './tables.ts'

/** An article as lists show it from a record time on, until the next version of it stands. */
export type ArticleVersion = {
  /** UTC. */
  readonly from: string
  readonly summary: ArticleSummary
}

/** So many values a query takes. */
const IDS_A_QUERY = 10_000

/** Every reading of these articles, in the order in which they were recorded; of none that was removed. */
function versionRows(db: Kysely<Tables>, ids: readonly Id[]) {
  return db
    .selectFrom('readings as r')
    .innerJoin('texts as t', 't.id', 'r.text_id')
    .innerJoin('articles as a', 'a.id', 't.article_id')
    .select(({ selectFrom }) => [
      'r.recorded_at as from',
      't.id as textId',
      't.supersedes',
      'a.id',
      't.headline',
      't.byline',
      't.outlet',
      't.published',
      't.language',
      't.url',
      selectFrom('text_blobs')
        .select('sha256')
        .whereRef('text_blobs.text_id', '=', 't.id')
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
      selectFrom('statement_readings')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('statement_readings.reading_id', '=', 'r.id')
        .where('found', 'is not', null)
        .as('statements'),
    ])
    .$narrowType<{ name: NotNull; sha256: NotNull; statements: NotNull }>()
    .where('a.id', 'in', ids)
    .where('a.id', 'not in', ({ selectFrom }) => selectFrom('removals').select('article_id'))
    .orderBy(sql`r.rowid`)
}

/** The versions of articles, the first one first. A text that was captured before the one that stood then never stood. */
export async function articleVersions(
  db: Kysely<Tables>,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, readonly ArticleVersion[]>> {
  const found = new Map<Id, ArticleVersion[]>()
  const firsts = new Map<Id, Id>()
  for (let at = 0; at < ids.length; at += IDS_A_QUERY)
    for (const { from, textId, supersedes, ...summary } of await versionRows(
      db,
      ids.slice(at, at + IDS_A_QUERY),
    ).execute()) {
      const first = firsts.get(summary.id) ?? textId
      firsts.set(summary.id, first)
      if (supersedes === null && textId !== first) continue
      const versions = found.get(summary.id)
      if (versions === undefined) found.set(summary.id, [{ from, summary }])
      else versions.push({ from, summary })
    }
  return found
}

/** The version that stood at a record time; null before the first. */
export function versionAt(versions: readonly ArticleVersion[], at: string): ArticleSummary | null {
  return versions.findLast(({ from }) => from <= at)?.summary ?? null
}

/** Articles as they stood at a record time, by their ids; those that were not there yet, or were removed, are not. */
export async function articlesAt(
  db: Kysely<Tables>,
  ids: readonly Id[],
  at: string,
): Promise<ReadonlyMap<Id, ArticleSummary>> {
  const versions = await articleVersions(db, [...new Set(ids)])
  return new Map(
    [...versions].flatMap(([id, own]) => {
      const summary = versionAt(own, at)
      return summary === null ? [] : [[id, summary] as const]
    }),
  )
}
