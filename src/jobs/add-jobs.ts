import { NO_PAGE } from '../gather/input-files.ts'
import type { Fetcher } from '../record/fetcher.ts'
import type { AddInput, AddOutcome } from '../record/input.ts'
import type { JobEnd, JobHandler } from './job-handlers.ts'

/** What the record or the disk refused may be taken another time; what is wrong with an article stays wrong. */
function endOf(outcome: AddOutcome): JobEnd {
  if (outcome.state !== 'failed') return outcome
  const { fault } = outcome
  return { state: 'failed', fault, mayPass: fault.code === 'not-stored', retryAfterMs: null }
}

/** The job that adds what was handed in. */
export function addInputJob(add: AddInput): JobHandler<'add-input'> {
  return async ({ input }) => endOf(await add(input))
}

/** The job that fetches an address and adds what stands there. */
export function addUrlJob(fetcher: Fetcher, add: AddInput): JobHandler<'add-url'> {
  return async ({ url }, { progress }) => {
    progress({ stage: 'fetching', done: 0, total: null, unit: 'articles' })
    const outcome = await fetcher.fetch({ url, etag: null, lastModified: null })
    if (outcome.state === 'failed') return outcome
    if (outcome.state === 'unchanged') return { state: 'failed', fault: NO_PAGE, mayPass: true, retryAfterMs: null }
    progress({ stage: 'reading', done: 0, total: null, unit: 'articles' })
    return endOf(await add(outcome.input))
  }
}
