import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import { matchedRoutes } from 'hono/route'
import { digestOfToken } from '../accounts/token.ts'
import type { Accounts } from '../record/accounts/accounts.ts'
import { may } from '../record/accounts/rights.ts'
import type { SignedIn } from '../record/accounts/session.ts'
import type { PageBody } from '../view/layout.ts'
import { seenFrom } from './seen-from.ts'
import { sessionToken } from './session-cookie.ts'
import { fail, isForScript, show, type Web } from './web.ts'
import { rightOf } from './who-asks.ts'

/** The first part of the address of every page of the desk. */
const DESK = '/desk'

/** Whether an address is the desk's. */
export function isDeskPath(path: string): boolean {
  return path === DESK || path.startsWith(`${DESK}/`)
}

/** Who asks, by the session that the request came with. */
async function whoAsks(web: Web, accounts: Pick<Accounts, 'signedIn'>, context: Context): Promise<SignedIn | null> {
  const token = sessionToken(web, context)
  return token === null ? null : accounts.signedIn(digestOfToken(token), seenFrom(web, context).from)
}

/** The same for every address, whether there is a page or not. */
function signInFirst(web: Web, context: Context) {
  const { path, method } = context.req
  if (isForScript(context) || (method !== 'GET' && method !== 'HEAD')) return fail(web, context, 401)
  return context.redirect(`/sign-in?to=${encodeURIComponent(path)}`, 303)
}

function notAllowedPage({ account }: SignedIn, { messages }: Web): PageBody {
  const says = messages.signIn.notAllowed
  return {
    title: says.title,
    section: null,
    script: null,
    main: html`<h1>${says.title}</h1><p>${says.happened(messages.roles[account.role])}</p><p>${says.now}</p>`,
  }
}

function notAllowed(web: Web, context: Context, signedIn: SignedIn) {
  const says = web.messages.signIn.notAllowed
  if (isForScript(context))
    return context.json({ sentence: `${says.happened(web.messages.roles[signedIn.account.role])} ${says.now}` }, 403)
  return show(web, context, notAllowedPage(signedIn, web), 403)
}

/**
 * The door of the desk: whoever asks for anything below `/desk` has to be signed in, and to be allowed what the page
 * declares with `needs`. A page that declares nothing is open to nobody.
 */
export function mountDeskDoor(app: Hono, web: Web, accounts: Pick<Accounts, 'signedIn'>): void {
  app.use(`${DESK}/*`, async (context, next) => {
    const signedIn = await whoAsks(web, accounts, context)
    if (signedIn === null) return signInFirst(web, context)
    context.set('signedIn', signedIn)
    const rights = matchedRoutes(context).flatMap(({ handler }) => rightOf(handler) ?? [])
    if (rights.length === 0) return fail(web, context, 404)
    if (!rights.every((right) => may(signedIn.account.role, right))) return notAllowed(web, context, signedIn)
    return next()
  })
}
