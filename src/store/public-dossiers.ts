import type { Kysely } from 'kysely'
import type { DossierHead } from '../record/dossier/dossier.ts'
import type { Id } from '../record/id.ts'
import type { ListQuery, Page } from '../record/page.ts'
import type { DossierView } from '../record/public-record.ts'
import { passes, wordFilter } from '../text/word-filter.ts'
import { keysOf, limitOf, TOP } from './cursor.ts'
import { FOREVER } from './forever.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

/** The dossiers that were published at a record time, null for now, by their ids. */
export async function publishedIds(db: Db, at: string | null): Promise<readonly Id[]> {
  const rows = await db
    .selectFrom('publications as p')
    .select('p.dossier_id')
    .where('p.is_published', '=', 1)
    .where('p.recorded_at', '<=', at ?? FOREVER)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('publications as later')
            .select('later.id')
            .whereRef('later.supersedes', '=', 'p.id')
            .where('later.recorded_at', '<=', at ?? FOREVER),
        ),
      ),
    )
    .orderBy('p.dossier_id')
    .execute()
  return rows.map(({ dossier_id }) => dossier_id)
}

/** What of a dossier stands in lists. */
export function headOf({ dossier: { id, title, summary, timeZones } }: DossierView): DossierHead {
  return { id, title, summary, timeZones }
}

/** A page of dossiers, the last changed first. Its cursor counts: the list is short and read whole. */
export function publicDossierPage(
  views: readonly DossierView[],
  query: ListQuery,
): Page<DossierHead & { readonly changedAt: string }> {
  const asked = wordFilter(query.words ?? '')
  const lines = views
    .map((view) => ({ ...headOf(view), changedAt: view.changedAt }))
    .filter(({ title }) => passes(asked, title))
    .toSorted((a, b) => (a.changedAt === b.changedAt ? (a.id < b.id ? -1 : 1) : a.changedAt < b.changedAt ? 1 : -1))
  const [from = 0] = keysOf(query.cursor, 1).map((key) => (key === TOP ? 0 : key))
  const limit = limitOf(query.limit)
  const end = from + limit
  return { items: lines.slice(from, end), total: lines.length, next: end < lines.length ? String(end) : null }
}
