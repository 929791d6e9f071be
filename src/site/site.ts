import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { MAX_INPUT_BYTES } from '../article/limits.ts'
import type { Clock } from '../record/clock.ts'
import type { Following } from '../record/following.ts'
import type { HandedIn } from '../record/handed-in.ts'
import type { Input } from '../record/input.ts'
import type { ListQuery } from '../record/page.ts'
import type { PageToken } from '../record/page-token.ts'
import type { Queue } from '../record/queue.ts'
import type { SampleSet } from '../record/sample-set.ts'
import type { Store } from '../record/store.ts'
import { StoreError } from '../record/store-error.ts'
import type { Assets } from '../view/assets.ts'
import { layout, type PageBody } from '../view/layout.ts'
import type { Messages } from '../view/messages/messages.ts'
import type { FormNeeds } from './add-page.ts'
import { type ErrorStatus, errorPage, errorSentence } from './error-page.ts'
import { FORM_COOKIE, type FormTokens } from './form-token.ts'
import type { SampleOf } from './sample-mark.ts'

/** What the site needs from the rest of the house. */
export type SiteOptions = {
  readonly store: Pick<
    Store,
    'articles' | 'article' | 'removal' | 'speakers' | 'speaker' | 'versions' | 'version' | 'pages' | 'blob' | 'evidence'
  >
  readonly queue: Queue
  readonly following: Following
  readonly pageToken: PageToken
  readonly handedIn: Pick<HandedIn, 'keep'>
  readonly clock: Clock
  /** The sample articles of a set, read when somebody asks for them. */
  readonly samples: (set: SampleSet) => Promise<readonly Input[]>
  /** Adds the dossier that ships with the program, and the articles it rests on. */
  readonly addSampleDossier: () => Promise<void>
  /** The port that the server listens on; asked on every request, since it may be known late. */
  readonly port: () => number
  /** Told of every error that is ours, for the terminal. */
  readonly report: (error: unknown) => void
}

/** The options, and what the site holds in memory. */
export type Site = SiteOptions & {
  readonly assets: Assets
  readonly messages: Messages
  readonly tokens: FormTokens
  readonly sampleMark: () => Promise<SampleOf>
}

/** Lines of a list on one page. */
export const PAGE_LENGTH = 50
/** A longer query is a pasted text, not words to search for. */
const MAX_QUERY_LENGTH = 200

/** Answers with a page in its frame. */
export async function show(site: Site, context: Context, body: PageBody, status: 200 | 410 | ErrorStatus = 200) {
  return context.html(layout(body, { ...site, hasWork: await hasWork(site.queue) }), status)
}

/** Whether there is any work to show. A list of work that cannot be read must not take the other pages with it. */
async function hasWork(queue: Queue): Promise<boolean> {
  try {
    return Object.values(await queue.counts(null)).some((count) => count > 0)
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    return true
  }
}

/** Whether the answer goes to a page's script, which wants data, and not into a window. */
export function isForScript(context: Context): boolean {
  return context.req.header('Accept') === 'application/json'
}

/** Answers with what went wrong: a page, or for a script a sentence. */
export async function fail(site: Site, context: Context, status: ErrorStatus) {
  const { path } = context.req
  if (isForScript(context)) return context.json({ sentence: errorSentence(status, path, site.messages) }, status)
  return show(site, context, errorPage(status, path, site.messages), status)
}

/** What a list is asked for. The store takes no NUL and no half of a character, and neither is ever searched for. */
export function queryOf(context: Context): ListQuery {
  const typed = (context.req.query('q') ?? '').slice(0, MAX_QUERY_LENGTH).toWellFormed().replaceAll('\0', '').trim()
  return { words: typed === '' ? null : typed, cursor: context.req.query('after') ?? null, limit: PAGE_LENGTH }
}

/** The token for the forms of a page, with its cookie. */
export function formNeeds({ tokens, messages }: Site, context: Context): FormNeeds {
  const received = getCookie(context, FORM_COOKIE)
  const cookie = tokens.cookie(received)
  if (cookie !== received) setCookie(context, FORM_COOKIE, cookie, { path: '/', httpOnly: true, sameSite: 'Strict' })
  return { token: tokens.token(cookie), maxBytes: MAX_INPUT_BYTES, messages }
}
