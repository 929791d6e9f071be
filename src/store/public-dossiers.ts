import type { Kysely } from 'kysely'
import type { DossierHead } from '../record/dossier/dossier.ts'
import type { Id } from '../record/id.ts'
import type { ListQuery, Page } from '../record/page.ts'
import type { DossierView, Moment } from '../record/public-record.ts'
import { passes, wordFilter } from '../text/word-filter.ts'
import { keysOf, limitOf, TOP } from './cursor.ts'
import { dossierView } from './dossier-view.ts'
import { FOREVER } from './forever.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

/** The dossiers that were published at a record time, by their ids. */
async function publishedIds(db: Db, at: string): Promise<readonly Id[]> {
  const rows = await db
    .selectFrom('publications as p')
    .select('p.dossier_id')
    .where('p.is_published', '=', 1)
    .where('p.recorded_at', '<=', at)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('publications as later')
            .select('later.id')
            .whereRef('later.supersedes', '=', 'p.id')
            .where('later.recorded_at', '<=', at),
        ),
      ),
    )
    .orderBy('p.dossier_id')
    .execute()
  return rows.map(({ dossier_id }) => dossier_id)
}

/** All dossiers that are public at a moment, with what is derived of them. */
export async function publicDossiers(db: Db, moment: Moment, now: string): Promise<readonly DossierView[]> {
  const views: DossierView[] = []
  for (const id of await publishedIds(db, moment.at ?? FOREVER)) {
    const view = await dossierView(db, id, { moment, now, isPublic: true })
    if (view !== null && 'dossier' in view) views.push(view)
  }
  return views
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
