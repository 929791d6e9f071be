import type { Id } from '../record/id.ts'
import type { ReviewedBy } from '../record/review/reviews.ts'
import { passageFault } from '../record/review/words-fault.ts'
import { StoreError } from '../record/store-error.ts'
import type { Span } from '../text/span.ts'
import type { NewestText } from './open-statement.ts'
import { reviewDecision } from './review-changes.ts'
import type { Writer } from './writer.ts'

/** Marks a passage of a text. */
export async function mark(
  writer: Writer,
  { textId, searched }: NewestText,
  span: Span,
  who: ReviewedBy,
): Promise<readonly Id[]> {
  const fault = passageFault(searched.text, span)
  if (fault !== null) throw new StoreError('refused', `${fault}; nothing was marked`)
  const { trx, now, newId } = writer
  const id = newId()
  const row = { id, passage_id: id, supersedes: null, text_id: textId, start: span[0], end: span[1], is_marked: 1 }
  await reviewDecision(writer, who, (decisionId) =>
    trx
      .insertInto('passages')
      .values({ ...row, decision_id: decisionId, recorded_at: now })
      .execute(),
  )
  return [id]
}

/** Marks a passage no longer. Where it is marked no more already, nothing is written. */
export async function unmark(writer: Writer, passageId: Id, who: ReviewedBy): Promise<readonly Id[]> {
  const { trx, now, newId } = writer
  const last = await trx
    .selectFrom('passages')
    .selectAll()
    .where('passage_id', '=', passageId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last === undefined) throw new StoreError('refused', `there is no passage ${passageId}; nothing was changed`)
  if (last.is_marked === 0) return []
  const { seq: _, ...row } = last
  await reviewDecision(writer, who, (decisionId) =>
    trx
      .insertInto('passages')
      .values({ ...row, id: newId(), supersedes: last.id, is_marked: 0, decision_id: decisionId, recorded_at: now })
      .execute(),
  )
  return [passageId]
}
