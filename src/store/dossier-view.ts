import type { Kysely } from 'kysely'
import { dayInLastZone } from '../record/dossier/day-in-zones.ts'
import type { Dossier } from '../record/dossier/dossier.ts'
import { type DossierStanding, dossierStanding } from '../record/dossier/dossier-standing.ts'
import type { ArticleFacts, ArticleOf } from '../record/dossier/quoted.ts'
import { quotedIn } from '../record/dossier/with-quoted.ts'
import type { Id } from '../record/id.ts'
import type { DossierGone, DossierView, Moment } from '../record/public-record.ts'
import type { ArticleSummary } from '../record/records.ts'
import type { DayNumber } from '../text/calendar-day.ts'
import { parseEdtf } from '../text/edtf-time.ts'
import { BoundedCache } from './bounded-cache.ts'
import type { DossierCache } from './dossier-cache.ts'
import type { DossierFold } from './dossier-fold.ts'
import { FOREVER } from './forever.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

/** A moment, and the time at which it is asked about. */
export type Asked = { readonly moment: Moment; readonly now: string }

/** Days that are kept of one dossier: today, and one that somebody compares it with. */
const DAYS = 2

const facts = new WeakMap<ArticleSummary, ArticleFacts>()

/** What weighing evidence needs of an article. */
function factsOf(summary: ArticleSummary): ArticleFacts {
  const known = facts.get(summary)
  if (known !== undefined) return known
  const parsed = summary.published === null ? null : parseEdtf(summary.published)
  const own = { outlet: summary.outlet, published: parsed?.ok === true ? parsed.time : null }
  facts.set(summary, own)
  return own
}

/** Looks up what weighing evidence needs, in articles as they stood. */
export function articleIn(articles: ReadonlyMap<Id, ArticleSummary>): ArticleOf {
  return (id) => {
    const summary = articles.get(id)
    return summary === undefined ? null : factsOf(summary)
  }
}

/** The day that is asked about, in the time zones of a dossier. */
export function dayAsked({ moment, now }: Asked, { timeZones }: Dossier): DayNumber {
  return moment.on ?? dayInLastZone(moment.at ?? now, timeZones)
}

/** The articles that a fold rests on, and what stands by them on the days that were asked about last. */
type Derived = {
  readonly articles: ReadonlyMap<Id, ArticleSummary>
  readonly articleOf: ArticleOf
  readonly standings: BoundedCache<DayNumber, DossierStanding>
}

const derived = new WeakMap<DossierFold, Derived>()

async function derivedOf(db: Db, cache: DossierCache, fold: DossierFold, dossier: Dossier): Promise<Derived> {
  const known = derived.get(fold)
  if (known !== undefined) return known
  const ids = quotedIn(dossier).map(({ article }) => article)
  const articles = await cache.articles(db, ids, fold.at)
  const own = {
    articles,
    articleOf: articleIn(articles),
    standings: new BoundedCache<DayNumber, DossierStanding>(DAYS),
  }
  derived.set(fold, own)
  return own
}

/** A dossier that was derived, with all that stands on the day that is asked about. */
async function viewOfFold(
  db: Db,
  fold: DossierFold,
  { cache, asked }: { readonly cache: DossierCache; readonly asked: Asked },
): Promise<DossierView | null> {
  const { dossier, gone, since, changedAt, publishedAt } = fold
  if (dossier === null) return null
  const { articles, articleOf, standings } = await derivedOf(db, cache, fold, dossier)
  const today = dayAsked(asked, dossier)
  const standing = standings.get(today) ?? dossierStanding(dossier, { today, articleOf })
  standings.set(today, standing)
  const at = asked.moment.at ?? asked.now
  return { dossier, gone, at, today, standing, articles, articleOf, since, changedAt, publishedAt }
}

/**
 * A dossier at a moment, with all that is derived of it.
 *
 * @param isPublic whether only what is public is seen
 * @returns null where there is nothing of it to be seen
 */
export async function dossierView(
  db: Db,
  id: Id,
  { cache, asked, isPublic }: { readonly cache: DossierCache; readonly asked: Asked; readonly isPublic: boolean },
): Promise<DossierView | DossierGone | null> {
  const fold = cache.fold(id, asked.moment.at ?? FOREVER, isPublic)
  if (fold === null || (isPublic && fold.publishedAt === null)) return null
  if (fold.dossier === null) return fold.gone.length === 0 ? null : { id, gone: fold.gone }
  return viewOfFold(db, fold, { cache, asked })
}
