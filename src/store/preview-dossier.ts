import type { Kysely } from 'kysely'
import { identitiesAt } from '../record/actors/identities.ts'
import { dossierAt, type ThingRow } from '../record/as-of/dossier-at.ts'
import type { Dossier } from '../record/dossier/dossier.ts'
import { dossierStanding } from '../record/dossier/dossier-standing.ts'
import { withIdentities } from '../record/dossier/with-identities.ts'
import { quotedIn, withQuoted } from '../record/dossier/with-quoted.ts'
import { applyEdit } from '../record/dossier-edit/apply-edit.ts'
import type { DossierEdit, EditRefusal } from '../record/dossier-edit/dossier-edit.ts'
import type { Id } from '../record/id.ts'
import type { DossierView } from '../record/public-record.ts'
import { among } from './accepted-at.ts'
import type { DossierCache } from './dossier-cache.ts'
import { rowsOfDossier } from './dossier-rows.ts'
import { articleIn, dayAsked } from './dossier-view.ts'
import { FOREVER } from './forever.ts'
import { identityDecisions } from './identity-decisions.ts'
import { publicationOf } from './publications.ts'
import type { Tables } from './tables.ts'

/** Statements that a person rejected or withdrew: publishing a dossier does not accept these. */
async function refusedOf(db: Kysely<Tables>, dossier: Dossier): Promise<ReadonlySet<Id>> {
  const ids = quotedIn(dossier).flatMap(({ statementId }) => statementId ?? [])
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('statement_decisions as d')
    .select(['d.statement_id', 'd.verdict'])
    .where('d.statement_id', 'in', among([...new Set(ids)]))
    .orderBy('d.seq')
    .execute()
  const last = new Map(rows.map(({ statement_id, verdict }) => [statement_id, verdict]))
  return new Set([...last].flatMap(([id, verdict]) => (verdict === 'accepted' ? [] : [id])))
}

/** A dossier with an edit, as the public will see it: see the port. */
export async function previewDossier(
  db: Kysely<Tables>,
  edit: DossierEdit,
  { cache, now }: { readonly cache: DossierCache; readonly now: string },
): Promise<DossierView | EditRefusal | null> {
  const rows = await rowsOfDossier(db, edit.dossierId)
  const edited = applyEdit(rows, edit)
  if (edited.state !== 'edited') return edited
  const after = edited.rows.map(
    (row, at): ThingRow => ({ ...row, rowId: `~${String(at).padStart(9, '0')}`, recordedAt: now }),
  )
  const { dossier: whole, gone, since } = dossierAt([...rows, ...after], edit.dossierId, now)
  if (whole === null) return null
  const refused = await refusedOf(db, whole)
  const shown = withQuoted(whole, (quoted) => (refused.has(quoted.statementId ?? '') ? null : quoted))
  const dossier = withIdentities(shown, identitiesAt(await identityDecisions(db), FOREVER))
  const articles = await cache.articles(
    db,
    quotedIn(dossier).map(({ article }) => article),
    now,
  )
  const articleOf = articleIn(articles)
  const today = dayAsked({ moment: { at: null, on: null }, now }, dossier)
  const publication = await publicationOf(db, edit.dossierId, FOREVER)
  return {
    dossier,
    gone,
    since,
    at: now,
    today,
    standing: dossierStanding(dossier, { today, articleOf }),
    articles,
    articleOf,
    changedAt: after.length > 0 ? now : (rows.at(-1)?.recordedAt ?? now),
    publishedAt: publication?.isPublished === true ? publication.recordedAt : now,
  }
}
