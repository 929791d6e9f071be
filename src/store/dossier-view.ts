import type { Kysely } from 'kysely'
import { identitiesAt } from '../record/actors/identities.ts'
import { dossierAt, type ThingRow } from '../record/as-of/dossier-at.ts'
import { dayInLastZone } from '../record/dossier/day-in-zones.ts'
import type { Dossier } from '../record/dossier/dossier.ts'
import { dossierStanding } from '../record/dossier/dossier-standing.ts'
import type { ArticleFacts } from '../record/dossier/quoted.ts'
import { withIdentities } from '../record/dossier/with-identities.ts'
import { quotedIn, withQuoted } from '../record/dossier/with-quoted.ts'
import type { Id } from '../record/id.ts'
import type { DossierGone, DossierView, Moment } from '../record/public-record.ts'
import type { ArticleSummary } from '../record/records.ts'
import { parseEdtf } from '../text/edtf-time.ts'
import { acceptedAmong } from './accepted-among.ts'
import { FOREVER } from './forever.ts'
import { identityDecisions } from './identity-decisions.ts'
import { summariesOf } from './list-articles.ts'
import { publicationOf } from './publications.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

export type ViewOptions = {
  /** All rows of the dossier. */
  readonly rows: readonly ThingRow[]
  readonly moment: Moment
  readonly now: string
  /** Whether only what is public is seen. */
  readonly isPublic: boolean
}

async function articlesOf(db: Db, dossier: Dossier): Promise<ReadonlyMap<Id, ArticleSummary>> {
  const ids = [...new Set(quotedIn(dossier).map(({ article }) => article))]
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('articles').select('seq').where('id', 'in', ids).execute()
  const summaries = await summariesOf(
    db,
    rows.map(({ seq }) => seq),
  )
  return new Map([...summaries.values()].map((summary) => [summary.id, summary]))
}

/** What weighing evidence needs of an article. */
export function factsOf({ outlet, published }: Pick<ArticleSummary, 'outlet' | 'published'>): ArticleFacts {
  const parsed = published === null ? null : parseEdtf(published)
  return { outlet, published: parsed?.ok === true ? parsed.time : null }
}

/** A dossier without the evidence whose statement is not accepted. */
async function withAccepted(db: Db, dossier: Dossier, at: string): Promise<Dossier> {
  const accepted = await acceptedAmong(
    db,
    quotedIn(dossier).flatMap(({ statementId }) => statementId ?? []),
    at,
  )
  return withQuoted(dossier, (quoted) =>
    quoted.statementId === null || accepted.has(quoted.statementId) ? quoted : null,
  )
}

/** A dossier at a moment, with all that is derived of it; null where there is nothing of it to be seen. */
export async function dossierView(
  db: Db,
  id: Id,
  { rows, moment, now, isPublic }: ViewOptions,
): Promise<DossierView | DossierGone | null> {
  const at = moment.at ?? FOREVER
  const publication = await publicationOf(db, id, at)
  const isPublished = publication?.isPublished ?? false
  if (isPublic && !isPublished) return null
  const { dossier: whole, gone, since } = dossierAt(rows, id, at)
  if (whole === null) return gone.length === 0 ? null : { id, gone }
  const known = withIdentities(whole, identitiesAt(await identityDecisions(db), at))
  const dossier = isPublic ? await withAccepted(db, known, at) : known
  const articles = await articlesOf(db, dossier)
  const articleOf = (article: Id) => {
    const summary = articles.get(article)
    return summary === undefined ? null : factsOf(summary)
  }
  const today = moment.on ?? dayInLastZone(moment.at ?? now, dossier.timeZones)
  return {
    dossier,
    gone,
    at: moment.at ?? now,
    today,
    standing: dossierStanding(dossier, { today, articleOf }),
    articles,
    articleOf,
    since,
    changedAt: rows.findLast(({ recordedAt }) => recordedAt <= at)?.recordedAt ?? now,
    publishedAt: publication !== null && isPublished ? publication.recordedAt : null,
  }
}
