import type { Id } from '../record/id.ts'
import type { Job, Queue } from '../record/queue.ts'

/** A page of the list of work, which is read whole. */
const LIMIT = 200

function isOf(outcome: Job['outcome'], articleId: Id): boolean {
  return outcome !== null && 'articleId' in outcome && outcome.articleId === articleId
}

/** Forgets the work by which an article came into the record: it holds its address or the name of its file, and its headline. */
export async function forgetJobsOf(queue: Pick<Queue, 'jobs' | 'remove'>, articleId: Id): Promise<void> {
  const found: Job[] = []
  let cursor: string | null = null
  do {
    const page = await queue.jobs({ state: 'done', cursor, limit: LIMIT })
    found.push(...page.items.filter(({ outcome }) => isOf(outcome, articleId)))
    cursor = page.next
  } while (cursor !== null)
  for (const { id } of found) await queue.remove(id)
}
