import { assertClean } from '../record/clean.ts'
import type { Id } from '../record/id.ts'
import type { ReviewedBy, ReviewStep, Reviews } from '../record/review/reviews.ts'
import type { Access } from './access.ts'
import type { DossierCache } from './dossier-cache.ts'
import { readReview } from './read-review.ts'
import { reviewQueue } from './review-queue.ts'
import { reviewedText } from './reviewed-texts.ts'
import { takeReviewStep } from './take-review-step.ts'

/** What persons decide about statements, in the record's own file. */
export function sqliteReviews({ read, write }: Access, cache: DossierCache): Reviews {
  return {
    take: async (step: ReviewStep, who: ReviewedBy) => {
      assertClean({ step, who })
      return write((writer) => takeReviewStep(writer, step, who))
    },
    queue: (query) =>
      read(async (db) => {
        await cache.refresh(db)
        return reviewQueue(db, query, cache)
      }),
    article: (id: Id) => read((db) => readReview(db, id)),
    articleOf: (statementId: Id) =>
      read(async (db) => {
        const row = await db
          .selectFrom('statements')
          .select('article_id')
          .where('id', '=', statementId)
          .executeTakeFirst()
        return row?.article_id ?? null
      }),
    reviewedText: (after: Id) => read((db) => reviewedText(db, after)),
  }
}
