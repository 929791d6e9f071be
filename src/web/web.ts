import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { MAX_INPUT_BYTES } from '../article/limits.ts'
import type { ListQuery } from '../record/page.ts'
import type { FormNeeds } from '../view/add-box.ts'
import type { Assets } from '../view/assets.ts'
import { layout, type Navigation, type PageBody } from '../view/layout.ts'
import type { Messages } from '../view/messages/messages.ts'
import { type ErrorStatus, errorPage, errorSentence } from './error-page.ts'
import { FORM_COOKIE, type FormTokens } from './form-token.ts'
import type { Place } from './place.ts'
import { sessionToken } from './session-cookie.ts'

/** What every page needs, the desk's and the public's. */
export type Web = Place & {
  readonly assets: Assets
  readonly messages: Messages
  readonly tokens: FormTokens
  /** Where the navigation leads to from the page that is asked for. */
  readonly navigation: (context: Context) => Promise<Navigation>
  /** Told of every error that is ours, for the terminal. */
  readonly report: (error: unknown) => void
}

/** Lines of a list on one page. */
export const PAGE_LENGTH = 50
/** A longer query is a pasted text, not words to search for. */
const MAX_QUERY_LENGTH = 200

/** Answers with a page in its frame. */
export async function show(web: Web, context: Context, body: PageBody, status: 200 | 410 | ErrorStatus = 200) {
  return context.html(layout(body, { ...web, navigation: await web.navigation(context) }), status)
}

/** Whether the answer goes to a page's script, which wants data, and not into a window. */
export function isForScript(context: Context): boolean {
  return context.req.header('Accept') === 'application/json'
}

/** Answers with what went wrong: a page, or for a script a sentence. */
export async function fail(web: Web, context: Context, status: ErrorStatus) {
  const { path } = context.req
  if (isForScript(context)) return context.json({ sentence: errorSentence(status, path, web.messages) }, status)
  return show(web, context, errorPage(status, path, web.messages), status)
}

/** What a list is asked for. The store takes no NUL and no half of a character, and neither is ever searched for. */
export function queryOf(context: Context): ListQuery {
  const typed = (context.req.query('q') ?? '').slice(0, MAX_QUERY_LENGTH).toWellFormed().replaceAll('\0', '').trim()
  return { words: typed === '' ? null : typed, cursor: context.req.query('after') ?? null, limit: PAGE_LENGTH }
}

/** The token for the forms of a page, with its cookie. */
export function formNeeds(web: Web, context: Context): FormNeeds {
  const { tokens, messages } = web
  const received = getCookie(context, FORM_COOKIE)
  const cookie = tokens.cookie(received)
  if (cookie !== received) setCookie(context, FORM_COOKIE, cookie, { path: '/', httpOnly: true, sameSite: 'Strict' })
  return { token: tokens.token(cookie, sessionToken(web, context)), maxBytes: MAX_INPUT_BYTES, messages }
}
