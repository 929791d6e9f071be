import type { Fault } from '../article/fault.ts'
import { compareVersions } from '../record/anchors/compare-versions.ts'
import type { Clock } from '../record/clock.ts'
import { nextTry } from '../record/feed-schedule.ts'
import type { Fetcher, FetchOutcome } from '../record/fetcher.ts'
import type { Id } from '../record/id.ts'
import type { AddInput } from '../record/input.ts'
import type { Store } from '../record/store.ts'
import type { PageState, WatchedPage } from '../record/watched-pages.ts'
import type { JobContext, JobEnd, JobHandler } from './job-handlers.ts'

const DAY_MS = 24 * 3600 * 1000

export type LookAtPageParts = {
  readonly store: Pick<Store, 'pages' | 'versions' | 'version'>
  readonly fetcher: Fetcher
  readonly add: AddInput
  readonly clock: Clock
}

function said(sentence: string): JobEnd {
  return { state: 'said', sentence }
}

function tomorrow(now: string): string {
  return new Date(Date.parse(now) + DAY_MS).toISOString()
}

/** The text of an article that stands; null for none. */
async function standing({ store }: LookAtPageParts, articleId: Id | null): Promise<Id | null> {
  if (articleId === null) return null
  return (await store.versions(articleId)).find(({ stands }) => stands)?.textId ?? null
}

/** What a new text changed of the one before, in a sentence. */
async function changeSentence({ store }: LookAtPageParts, articleId: Id, texts: readonly [Id, Id]): Promise<string> {
  const [before, after] = [await store.version(articleId, texts[0]), await store.version(articleId, texts[1])]
  if (before === null || after === null) return 'the text has changed'
  const { kept, changed, gone, added } = compareVersions(before, after)
  return `the text has changed: of its statements ${kept.length} kept, ${changed.length} changed, ${gone.length} gone, ${added.length} new`
}

type Fetched = Extract<FetchOutcome, { readonly state: 'fetched' }>

/** Adds what stands there now, and says what changed. */
async function take(
  parts: LookAtPageParts,
  page: WatchedPage,
  { input, etag, lastModified }: Fetched,
): Promise<JobEnd> {
  const before = await standing(parts, page.articleId)
  const outcome = await parts.add(input)
  if (outcome.state === 'failed') return failed(parts, page, outcome.fault, null)
  const { articleId } = outcome
  const after = await standing(parts, articleId)
  await went(parts, page, { articleId, etag, lastModified })
  if (before === null || after === null || page.articleId !== articleId) return outcome
  if (before === after) return said('the page has changed, but not its text; it is kept as another capture')
  return said(await changeSentence(parts, articleId, [before, after]))
}

async function went({ store, clock }: LookAtPageParts, { id }: WatchedPage, more: Partial<PageState>): Promise<void> {
  const now = clock.now()
  const state = { lookedAt: now, nextAt: tomorrow(now), failures: 0, fault: null, goneSince: null }
  await store.pages.update(id, { ...state, ...more })
}

async function failed(
  { store, clock }: LookAtPageParts,
  page: WatchedPage,
  fault: Fault,
  retryAfterMs: number | null,
): Promise<JobEnd> {
  const now = clock.now()
  const failures = page.failures + 1
  const isGone = fault.code === 'gone' || fault.code === 'not-found'
  const goneSince = isGone ? (page.goneSince ?? now) : page.goneSince
  // It may come back, and if only to say why it went: it is asked for once a day all the same.
  const nextAt = isGone ? tomorrow(now) : nextTry(now, failures, retryAfterMs)
  await store.pages.update(page.id, { lookedAt: now, nextAt, failures, fault, goneSince })
  return said(isGone && goneSince !== null ? `the page is gone since ${goneSince}: ${fault.sentence}` : fault.sentence)
}

async function look(parts: LookAtPageParts, page: WatchedPage, { progress, signal }: JobContext): Promise<JobEnd> {
  const { store, fetcher, clock } = parts
  const { id, address: url, etag, lastModified, failures } = page
  // Until it ends well it counts as failed: a page that takes the process with it is not tried again at once.
  await store.pages.update(id, { failures: failures + 1, nextAt: nextTry(clock.now(), failures + 1, null) })
  progress({ stage: 'fetching', done: 0, total: null, unit: 'articles' })
  const outcome = await fetcher.fetch({ url, etag, lastModified })
  if (signal.aborted) return said('it was broken off before its end')
  if (outcome.state === 'failed') return failed(parts, page, outcome.fault, outcome.retryAfterMs)
  if (outcome.state === 'fetched') return take(parts, page, outcome)
  await went(parts, page, {})
  return said('nothing has changed since the last look')
}

/**
 * The job that looks at a page again: fetches it if it changed, adds what stands there, and says what became of its
 * statements. A look that fails is no failed job: the page itself remembers why, and when it is tried again.
 */
export function lookAtPageJob(parts: LookAtPageParts): JobHandler<'look-at-page'> {
  return async ({ pageId }, context) => {
    const page = await parts.store.pages.page(pageId)
    return page === null ? said('nobody watches this page any more') : look(parts, page, context)
  }
}
