import type { Kysely } from 'kysely'
import { normaliseName } from '../record/actor-name.ts'
import type { ListQuery } from '../record/page.ts'
import type { DossierView, OutletView } from '../record/public-record.ts'
import { summariesOf } from './list-articles.ts'
import { acceptedPage, articlesOfOutlet } from './public-statements.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

/** More articles than a page shows. */
const ARTICLES = 200

/** The spellings of an outlet's name that texts have. */
async function spellings(db: Db, name: string): Promise<readonly string[]> {
  const key = normaliseName(name)
  const rows = await db.selectFrom('texts').select('outlet').distinct().where('outlet', 'is not', null).execute()
  return rows.flatMap(({ outlet }) => (outlet !== null && normaliseName(outlet) === key ? [outlet] : []))
}

/** The articles of an outlet that something public rests on, the newest first. */
async function publicArticles(db: Db, outlets: readonly string[], views: readonly DossierView[]) {
  const accepted = await articlesOfOutlet(db, outlets)
    .where('a.seq', 'in', ({ selectFrom }) => selectFrom('current_accepted').select('article_seq'))
    .orderBy('a.seq', 'desc')
    .limit(ARTICLES)
    .execute()
  const evidence = new Map(views.flatMap(({ articles }) => [...articles]))
  const own = [...evidence.values()].filter(({ outlet }) => outlet !== null && outlets.includes(outlet))
  const summaries = await summariesOf(
    db,
    accepted.map(({ seq }) => seq),
  )
  const all = new Map([...summaries.values(), ...own].map((article) => [article.id, article]))
  return [...all.values()].toSorted((a, b) => (a.id < b.id ? 1 : -1)).slice(0, ARTICLES)
}

/**
 * An outlet by its name.
 *
 * @param views the public dossiers
 * @returns null where nothing public rests on an article of it
 */
export async function publicOutlet(
  db: Db,
  name: string,
  { query, at, views }: { readonly query: ListQuery; readonly at: string; readonly views: readonly DossierView[] },
): Promise<OutletView | null> {
  const outlets = await spellings(db, name)
  const [outlet] = outlets
  if (outlet === undefined) return null
  const articles = await publicArticles(db, outlets, views)
  if (articles.length === 0) return null
  return { outlet, articles, statements: await acceptedPage(db, query, { among: { outlets }, at }) }
}
