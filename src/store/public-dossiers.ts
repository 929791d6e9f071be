import type { DossierHead } from '../record/dossier/dossier.ts'
import type { ListQuery, Page } from '../record/page.ts'
import { passes, wordFilter } from '../text/word-filter.ts'
import { keysOf, limitOf, TOP } from './cursor.ts'
import type { DossierFold } from './dossier-fold.ts'
import { headOf } from './public-front.ts'

/** A page of dossiers, the last changed first. Its cursor counts: the list is short and read whole. */
export function publicDossierPage(
  folds: readonly DossierFold[],
  query: ListQuery,
): Page<DossierHead & { readonly changedAt: string }> {
  const asked = wordFilter(query.words ?? '')
  const lines = folds
    .flatMap(({ dossier, changedAt }) => (dossier === null ? [] : [{ ...headOf(dossier), changedAt }]))
    .filter(({ title }) => passes(asked, title))
    .toSorted((a, b) => (a.changedAt === b.changedAt ? (a.id < b.id ? -1 : 1) : a.changedAt < b.changedAt ? 1 : -1))
  const [from = 0] = keysOf(query.cursor, 1).map((key) => (key === TOP ? 0 : key))
  const limit = limitOf(query.limit)
  const end = from + limit
  return { items: lines.slice(from, end), total: lines.length, next: end < lines.length ? String(end) : null }
}
