import type { Id } from '../record/id.ts'
import { stateAfter } from '../record/review/review-state.ts'
import type { ReviewedBy, ReviewOutcome, ReviewStep } from '../record/review/reviews.ts'
import { StoreError } from '../record/store-error.ts'
import { mark, unmark } from './mark-passage.ts'
import { newestText, type OpenStatement, openStatement } from './open-statement.ts'
import { addOne, changeOne, joinTwo, splitOne } from './review-changes.ts'
import { undoLast } from './undo-review.ts'
import type { Writer } from './writer.ts'

/** A statement that stands as the person saw it, or that somebody decided about since. */
async function seenStatements(
  writer: Writer,
  seen: readonly { readonly statementId: Id; readonly decisionId: Id | null }[],
): Promise<readonly OpenStatement[] | Extract<ReviewOutcome, { state: 'overtaken' }>> {
  const open: OpenStatement[] = []
  for (const { statementId, decisionId } of seen) {
    const statement = await openStatement(writer, statementId)
    const at = statement.decisions.findIndex(({ id }) => id === decisionId)
    if (decisionId !== null && at === -1)
      throw new StoreError('refused', 'the page is of another record; load it again')
    const since = statement.decisions.slice(at + 1)
    if (since.length > 0) return { state: 'overtaken', statementId, since }
    open.push(statement)
  }
  return open
}

async function stepOver(
  writer: Writer,
  step: Exclude<ReviewStep, { kind: 'add' | 'mark' | 'unmark' }>,
  { statements, who }: { readonly statements: readonly OpenStatement[]; readonly who: ReviewedBy },
): Promise<readonly Id[]> {
  const [first, other] = statements
  if (first === undefined) return []
  if (step.kind === 'undo') return undoLast(writer, first, who)
  const text = await newestText(writer, first.articleId, step.textId)
  if (step.kind === 'change') return changeOne(writer, { statement: first, text, change: step.change }, who)
  if (step.kind === 'join') {
    if (other === undefined || other.articleId !== first.articleId || other.id === first.id)
      throw new StoreError('refused', 'only two statements of one article can be joined; nothing was decided')
    return joinTwo(writer, { first, other, text }, who)
  }
  return splitOne(writer, { statement: first, text, at: step.at }, who)
}

/** Takes a step of a review: see the port. */
export async function takeReviewStep(writer: Writer, step: ReviewStep, who: ReviewedBy): Promise<ReviewOutcome> {
  if (step.kind === 'unmark') return { state: 'done', ids: await unmark(writer, step.passageId, who) }
  if (step.kind === 'add' || step.kind === 'mark') {
    const text = await newestText(writer, step.articleId, step.textId)
    return {
      state: 'done',
      ids:
        step.kind === 'mark' ? await mark(writer, text, step.span, who) : await addOne(writer, text, step.words, who),
    }
  }
  const seen = step.kind === 'join' ? [step.seen, step.other] : [step.seen]
  const statements = await seenStatements(writer, seen)
  if ('state' in statements) return statements
  if (step.kind !== 'undo' && statements.some(isGone))
    throw new StoreError('refused', 'this statement is no more: it was added, and that was undone')
  return { state: 'done', ids: await stepOver(writer, step, { statements, who }) }
}

/** Whether a statement that was added is there no more, because that was undone. */
function isGone({ foundIn, decisions }: OpenStatement): boolean {
  return foundIn === null && stateAfter(decisions.at(-1) ?? null).values.words === null
}
