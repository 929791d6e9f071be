import type { Kysely } from 'kysely'
import { quotedIn } from '../record/dossier/with-quoted.ts'
import type { Id } from '../record/id.ts'
import type { Page } from '../record/page.ts'
import type { QueueLine } from '../record/review/reviews.ts'
import { among } from './accepted-at.ts'
import { cutPage, limitOf } from './cursor.ts'
import type { DossierCache } from './dossier-cache.ts'
import { FOREVER } from './forever.ts'
import { summariesOf } from './list-articles.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

/** A millionth is as fine as confidences are kept here. */
const MILLION = 1_000_000

/** In which order articles come: those that public dossiers rest on, those of other dossiers, all others. */
const RANKS = ['published', 'followed', null] as const

type Waiting = { readonly article_seq: number; readonly undecided: number; readonly confidence: number }

/** The articles that public dossiers rest on, and those of other dossiers only. */
function articlesOfDossiers(cache: DossierCache): readonly (readonly Id[])[] {
  const articlesOf = (folds: ReturnType<DossierCache['publicFolds']>) =>
    folds.flatMap(({ dossier }) => (dossier === null ? [] : quotedIn(dossier).map(({ article }) => article)))
  const published = new Set(articlesOf(cache.publicFolds(FOREVER)))
  const followed = new Set(articlesOf(cache.deskFolds(FOREVER)).filter((id) => !published.has(id)))
  return [[...published], [...followed]]
}

/** Articles of one rank that wait, the least certain first, after a place. */
async function waitingOf(
  db: Db,
  rank: number,
  { groups, after, limit }: { groups: readonly (readonly Id[])[]; after: readonly [number, number]; limit: number },
): Promise<readonly Waiting[]> {
  const seqs = (ids: readonly Id[]) => db.selectFrom('articles').select('seq').where('id', 'in', among(ids))
  const own = groups[rank]
  const all = db.selectFrom('current_reviews').selectAll()
  const ranked =
    own === undefined
      ? all.where('article_seq', 'not in', seqs(groups.flat()))
      : all.where('article_seq', 'in', seqs(own))
  return ranked
    .where(({ eb, refTuple, tuple }) => eb(refTuple('confidence', 'article_seq'), '>', tuple(...after)))
    .orderBy('confidence')
    .orderBy('article_seq')
    .limit(limit)
    .execute()
}

/** The rank, confidence and number of the last article of the page before. */
function placeOf(cursor: string | null): readonly [rank: number, confidence: number, seq: number] {
  const [rank = 0, confidence = -1, seq = -1] = /^[0-2]\.\d{1,7}\.\d{1,15}$/u.test(cursor ?? '')
    ? (cursor ?? '').split('.').map(Number)
    : []
  return [rank, confidence, seq]
}

/** A page of the articles that wait to be reviewed. */
export async function reviewQueue(
  db: Db,
  query: { readonly cursor: string | null; readonly limit: number },
  cache: DossierCache,
): Promise<Page<QueueLine>> {
  const limit = limitOf(query.limit)
  const [first, ...after] = placeOf(query.cursor)
  const groups = articlesOfDossiers(cache)
  const found: (Waiting & { readonly rank: number })[] = []
  for (let rank = first; rank < RANKS.length && found.length <= limit; rank += 1) {
    const from = rank === first ? after : ([-1, -1] as const)
    const some = await waitingOf(db, rank, { groups, after: from, limit: limit + 1 - found.length })
    found.push(...some.map((each) => ({ ...each, rank })))
  }
  const { rows, next } = cutPage(found, { limit, keys: (row) => [row.rank, row.confidence, row.article_seq] })
  const summaries = await summariesOf(
    db,
    rows.map(({ article_seq }) => article_seq),
  )
  const { total } = await db
    .selectFrom('current_reviews')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const items = rows.flatMap(({ article_seq, undecided, confidence, rank }): QueueLine[] => {
    const article = summaries.get(article_seq)
    return article === undefined
      ? []
      : [{ article, undecided, confidence: confidence / MILLION, dossier: RANKS[rank] ?? null }]
  })
  return { items, total, next }
}
