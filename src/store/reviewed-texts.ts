import type { Kysely } from 'kysely'
import type { Id } from '../record/id.ts'
import type { ReviewedText } from '../record/review/reviews.ts'
import { readReview } from './read-review.ts'
import type { Tables } from './tables.ts'

/** The next article, by id, about whose statements persons decided and that was not removed. */
async function nextDecided(db: Kysely<Tables>, after: Id): Promise<Id | null> {
  const row = await db
    .selectFrom('statement_decisions as d')
    .innerJoin('statements as s', 's.id', 'd.statement_id')
    .innerJoin('current_articles as c', 'c.article_id', 's.article_id')
    .select('s.article_id as id')
    .where('s.article_id', '>', after)
    .orderBy('s.article_id')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** The newest text of the next article that persons reviewed, with what they decided; null at the end. */
export async function reviewedText(db: Kysely<Tables>, after: Id): Promise<ReviewedText | null> {
  const articleId = await nextDecided(db, after)
  const review = articleId === null ? null : await readReview(db, articleId)
  if (articleId === null || review === null) return null
  const of = (...verdicts: readonly string[]) =>
    review.statements.filter(({ state }) => verdicts.includes(state.verdict))
  return {
    articleId,
    text: review.article.text,
    language: review.article.language,
    accepted: of('accepted').map(({ standing }) => standing),
    rejected: of('rejected', 'withdrawn').flatMap(({ machine }) => machine ?? []),
    undecided: of('open').length,
  }
}
