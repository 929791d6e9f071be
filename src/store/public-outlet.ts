import type { Kysely } from 'kysely'
import { normaliseName } from '../record/actor-name.ts'
import { quotedIn } from '../record/dossier/with-quoted.ts'
import type { Id } from '../record/id.ts'
import type { DatedQuery, OutletView } from '../record/public-record.ts'
import type { ArticleSummary } from '../record/records.ts'
import { acceptancesAt, among } from './accepted-at.ts'
import type { DossierCache } from './dossier-cache.ts'
import { FOREVER } from './forever.ts'
import { acceptedPage } from './public-statements.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

/** More articles than a page shows. */
const ARTICLES = 200

/** The articles that had an outlet's name in any of their texts, in any spelling of case and spaces. */
async function articlesNaming(db: Db, name: string): Promise<readonly Id[]> {
  const key = normaliseName(name)
  const rows = await db.selectFrom('texts').select('outlet').distinct().where('outlet', 'is not', null).execute()
  const spellings = rows.flatMap(({ outlet }) => (outlet !== null && normaliseName(outlet) === key ? [outlet] : []))
  if (spellings.length === 0) return []
  const found = await db.selectFrom('texts').select('article_id').distinct().where('outlet', 'in', spellings).execute()
  return found.map(({ article_id }) => article_id)
}

/** Which of these articles had an accepted statement at a record time. */
async function withAccepted(db: Db, ids: readonly Id[], at: string): Promise<ReadonlySet<Id>> {
  const rows = await acceptancesAt(db, at)
    .innerJoin('statements as s', 's.id', 'd.statement_id')
    .where('s.article_id', 'in', among(ids))
    .select('s.article_id')
    .distinct()
    .execute()
  return new Set(rows.map(({ article_id }) => article_id))
}

/**
 * An outlet by its name, at a record time.
 *
 * @returns null where nothing public rested on an article of it
 */
export async function publicOutlet(
  db: Db,
  name: string,
  { query, cache }: { readonly query: DatedQuery; readonly cache: DossierCache },
): Promise<OutletView | null> {
  const at = query.at ?? FOREVER
  const key = normaliseName(name)
  const all = await cache.articles(db, await articlesNaming(db, name), at)
  const own = [...all.values()].filter(({ outlet }) => outlet !== null && normaliseName(outlet) === key)
  const ids = own.map(({ id }) => id)
  const accepted = await withAccepted(db, ids, at)
  const quoted = new Set(
    cache
      .publicFolds(at)
      .flatMap(({ dossier }) => (dossier === null ? [] : quotedIn(dossier).map((one) => one.article))),
  )
  const articles: readonly ArticleSummary[] = own
    .filter(({ id }) => accepted.has(id) || quoted.has(id))
    .toSorted((a, b) => (a.id < b.id ? 1 : -1))
    .slice(0, ARTICLES)
  const [newest] = articles
  if (newest === undefined) return null
  const statements = await acceptedPage(db, query, { articleIds: ids })
  return { outlet: newest.outlet ?? name, articles, statements }
}
