import type { Context, Hono } from 'hono'
import type { ReviewArticle, ReviewedStatement, ReviewOutcome, ReviewStep } from '../../record/review/reviews.ts'
import { StoreError } from '../../record/store-error.ts'
import { fieldsOf } from '../../web/fields.ts'
import { fail, formNeeds, PAGE_LENGTH, show } from '../../web/web.ts'
import { decidedBy, needs } from '../../web/who-asks.ts'
import type { Desk } from '../desk.ts'
import { queuePage } from './queue-page.ts'
import { changeAsked, type Field, typedWords } from './review-form.ts'
import { reviewPage } from './review-page.ts'

/** The statement that is asked for, else the first that nobody decided about, else the first. */
function inFocus({ statements }: ReviewArticle, id: string): ReviewedStatement | null {
  const asked = statements.find(({ standing }) => standing.id === id)
  return asked ?? statements.find(({ state }) => state.verdict === 'open') ?? statements[0] ?? null
}

/** The next statement that nobody decided about, after this one and round to it. */
function nextOpen({ statements }: ReviewArticle, id: string): ReviewedStatement | null {
  const at = statements.findIndex(({ standing }) => standing.id === id)
  const others = [...statements.slice(at + 1), ...statements.slice(0, Math.max(0, at))]
  return others.find(({ state }) => state.verdict === 'open') ?? null
}

/** The step that a form asks for, or the sentence that says why it cannot be taken; null for no such form. */
function stepAsked(
  field: Field,
  review: ReviewArticle,
  { messages }: Desk,
): { readonly step: ReviewStep } | { readonly sentence: string } | null {
  const { id: articleId, text } = review.article
  const textId = field('text')
  const seen = { statementId: field('statement'), decisionId: field('seen') || null }
  if (field('deed') === 'add') {
    const typed = typedWords(field, text, messages)
    return 'sentence' in typed ? typed : { step: { kind: 'add', articleId, textId, words: typed.words } }
  }
  const reviewed = review.statements.find(({ standing }) => standing.id === seen.statementId)
  if (reviewed === undefined) return null
  if (field('deed') === 'undo') return { step: { kind: 'undo', seen } }
  const other = { statementId: field('other'), decisionId: field('otherSeen') || null }
  if (field('deed') === 'join') return { step: { kind: 'join', seen, other, textId } }
  const asked = changeAsked(field, { text, reviewed, messages })
  if (asked === null || 'sentence' in asked) return asked
  return { step: { kind: 'change', seen, textId, change: asked.change } }
}

async function taken(desk: Desk, context: Context, step: ReviewStep): Promise<ReviewOutcome | { sentence: string }> {
  try {
    return await desk.store.reviews.take(step, { by: decidedBy(context), reason: null })
  } catch (error) {
    if (error instanceof StoreError && (error.code === 'refused' || error.code === 'no-such-statement'))
      return { sentence: error.message }
    throw error
  }
}

/** Where a person goes on: after a verdict to what waits next, after all else to the same statement. */
async function goOn(desk: Desk, articleId: string, field: Field, ids: readonly string[]): Promise<string> {
  const isVerdict = field('deed') === 'accept' || field('deed') === 'reject'
  const review = isVerdict ? await desk.store.reviews.article(articleId) : null
  if (review === null) return `/desk/review/${articleId}?statement=${ids[0] ?? ''}`
  const next = nextOpen(review, field('statement'))
  if (next !== null) return `/desk/review/${articleId}?statement=${next.standing.id}`
  const [line] = (await desk.store.reviews.queue({ cursor: null, limit: 1 })).items
  return line === undefined ? '/desk/review' : `/desk/review/${line.article.id}`
}

/** The queue of what waits to be reviewed, and an article before those who review. */
export function mountReview(app: Hono, desk: Desk): void {
  const { messages } = desk
  const { reviews } = desk.store
  app.get('/review', needs('decide-statements'), async (context) => {
    const queue = await reviews.queue({ cursor: context.req.query('after') ?? null, limit: PAGE_LENGTH })
    return show(desk, context, queuePage(queue, messages))
  })
  app.get('/review/:id', needs('decide-statements'), async (context) => {
    const review = await reviews.article(context.req.param('id'))
    if (review === null) return fail(desk, context, 404)
    const focus = inFocus(review, context.req.query('statement') ?? '')
    const { token } = formNeeds(desk, context)
    return show(desk, context, reviewPage({ review, focus, token, sentence: null, typed: null, messages }))
  })
  app.post('/review/:id', needs('decide-statements'), async (context) => {
    const { form, field } = await fieldsOf(desk, context)
    if (!form.ok) return fail(desk, context, form.status)
    const review = await reviews.article(context.req.param('id'))
    const asked = review && stepAsked(field, review, desk)
    if (review === null || asked === null) return fail(desk, context, 404)
    const outcome = 'sentence' in asked ? asked : await taken(desk, context, asked.step)
    if ('state' in outcome && outcome.state === 'done')
      return context.redirect(await goOn(desk, review.article.id, field, outcome.ids), 303)
    const sentence = 'sentence' in outcome ? outcome.sentence : messages.review.overtaken
    const now = (await reviews.article(review.article.id)) ?? review
    const { token } = formNeeds(desk, context)
    const focus = inFocus(now, field('statement'))
    return show(desk, context, reviewPage({ review: now, focus, token, sentence, typed: field, messages }), 400)
  })
}
