import { spellings } from '../article/feed/link-key.ts'
import { NO_PAGE } from '../gather/input-files.ts'
import type { Fetcher } from '../record/fetcher.ts'
import type { AddInput, AddOutcome, Input } from '../record/input.ts'
import type { Store } from '../record/store.ts'
import type { JobEnd, JobHandler } from './job-handlers.ts'
import type { KeepPicture } from './keep-picture.ts'

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

/** What is in the record under the address that a fetch arrived at; null where it was not led on. */
async function arrivedAt(store: UrlParts['store'], { name, url, received }: Input): Promise<JobEnd | null> {
  if (url === null || (received?.askedUrl ?? null) === null) return null
  const article = await store.articleAt(spellings(url))
  if (article === null) return null
  const { id: articleId, headline, statements } = article
  return { state: 'known', input: name, articleId, headline, statements }
}

export type UrlParts = {
  readonly fetcher: Fetcher
  readonly add: AddInput
  readonly store: Pick<Store, 'articleAt'>
}

export type PageParts = Pick<UrlParts, 'fetcher' | 'add'> & { readonly keepPicture: KeepPicture }

/** The job that fetches an address, adds what stands there, and keeps it as a browser shows it. */
export function addPageJob({ fetcher, add, keepPicture }: PageParts): JobHandler<'add-page'> {
  return async ({ url }, { progress }) => {
    progress({ stage: 'fetching', done: 0, total: null, unit: 'articles' })
    const outcome = await fetcher.fetch({ url, etag: null, lastModified: null })
    if (outcome.state === 'failed') return outcome
    if (outcome.state === 'unchanged') return { state: 'failed', fault: NO_PAGE, mayPass: true, retryAfterMs: null }
    progress({ stage: 'reading', done: 0, total: null, unit: 'articles' })
    const added = endOf(await add(outcome.input))
    if (added.state === 'failed') return added
    return (await keepPicture(outcome.input)) ?? added
  }
}

/** The job that fetches an address and adds what stands there. */
export function addUrlJob({ fetcher, add, store }: UrlParts): JobHandler<'add-url'> {
  return async ({ url, isFromFeed = false }, { progress }) => {
    progress({ stage: 'fetching', done: 0, total: null, unit: 'articles' })
    const outcome = await fetcher.fetch({ url, etag: null, lastModified: null })
    if (outcome.state === 'failed') return outcome
    if (outcome.state === 'unchanged') return { state: 'failed', fault: NO_PAGE, mayPass: true, retryAfterMs: null }
    // A feed that counts its readers leads to one page by a new address every time.
    const known = isFromFeed ? await arrivedAt(store, outcome.input) : null
    if (known !== null) return known
    progress({ stage: 'reading', done: 0, total: null, unit: 'articles' })
    return endOf(await add(outcome.input))
  }
}
