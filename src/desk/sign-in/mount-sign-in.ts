import type { Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { type Challenges, challenges } from '../../accounts/challenges.ts'
import { LINK_PATH } from '../../accounts/desk-link.ts'
import { floodGate } from '../../accounts/flood-gate.ts'
import { mailSignInLink } from '../../accounts/mail-link.ts'
import { networkOf } from '../../accounts/network-of.ts'
import { checkedSignIn, signInAsked } from '../../accounts/passkey-checks.ts'
import { digestOfToken, isToken, newToken } from '../../accounts/token.ts'
import { mailAddress } from '../../record/accounts/mail-address.ts'
import type { NewSession, SignedIn } from '../../record/accounts/session.ts'
import { isDeskPath } from '../../web/desk-door.ts'
import { fieldsOf } from '../../web/fields.ts'
import { FORM_COOKIE } from '../../web/form-token.ts'
import { takeButton } from '../../web/our-form.ts'
import { originOf } from '../../web/place.ts'
import { seenFrom } from '../../web/seen-from.ts'
import { clearSessionToken, sessionToken, setSessionToken } from '../../web/session-cookie.ts'
import { fail, formNeeds, show } from '../../web/web.ts'
import type { Desk } from '../desk.ts'
import { linkOverPage, linkPage, mailedPage, signInPage } from './sign-in-page.ts'

const MINUTE_MS = 60_000

/** A person tries a few times; whoever tries more is none. */
const LIMITS = {
  /** Links and passkeys, by one network. */
  tries: { times: 60, windowMs: 15 * MINUTE_MS },
  /** Mails asked for, by one network. */
  asks: { times: 20, windowMs: 15 * MINUTE_MS },
  /** Mails to one address, whether it has an account or not. */
  mails: { times: 4, windowMs: 15 * MINUTE_MS },
  /** Mails in all: whoever asks from everywhere sends no more than this in our name. */
  allMails: { times: 200, windowMs: 60 * MINUTE_MS },
} as const

/** What a browser is known by before anybody is signed in. */
function browserOf(context: Context): string {
  return getCookie(context, FORM_COOKIE) ?? ''
}

/** Where on the desk somebody wanted to go; anything else leads to its first page. */
function deskPath(to: string): string {
  return isDeskPath(to) && !/[\\\s]|\/\/|\.\./u.test(to) ? to : '/desk'
}

/** Makes a session and gives the browser its token: a new one each time, and the one before ends. */
async function comeIn(
  { store, ...web }: Desk,
  context: Context,
  signIn: (session: NewSession) => Promise<SignedIn | null>,
): Promise<boolean> {
  const token = newToken()
  const before = sessionToken(web, context)
  const signedIn = await signIn({ digest: digestOfToken(token), ...seenFrom(web, context) })
  if (signedIn === null) return false
  const old = before === null ? null : await store.accounts.signedIn(digestOfToken(before), null)
  if (old !== null) await store.accounts.endSession(old.session.id, { role: old.account.role, account: old.account.id })
  setSessionToken(web, context, token)
  return true
}

function mountLinks(app: Hono, desk: Desk, mayTry: (context: Context) => boolean): void {
  const { store, messages } = desk
  app.get(`${LINK_PATH}:token`, (context) => show(desk, context, linkPage(context.req.path, formNeeds(desk, context))))
  app.post(`${LINK_PATH}:token`, async (context) => {
    const form = await takeButton(desk, context)
    if (!form.ok) return fail(desk, context, form.status)
    if (!mayTry(context)) return fail(desk, context, 429)
    const token = context.req.param('token')
    const isIn =
      isToken(token) &&
      (await comeIn(desk, context, (session) => store.accounts.takeLink(digestOfToken(token), session)))
    return isIn ? context.redirect('/desk', 303) : show(desk, context, linkOverPage(messages), 410)
  })
}

function mountMails(app: Hono, desk: Desk): void {
  const { store, clock, mailer, messages, report } = desk
  const [asks, mails, all] = [LIMITS.asks, LIMITS.mails, LIMITS.allMails].map((limit) => floodGate(limit, clock))
  app.get('/sign-in', (context) => {
    const to = deskPath(context.req.query('to') ?? '')
    return show(
      desk,
      context,
      signInPage({ ...formNeeds(desk, context), to, elsewhere: elsewhere(desk, context), typed: null }),
    )
  })
  app.post('/sign-in', async (context) => {
    const { form, field } = await fieldsOf(desk, context)
    if (!form.ok) return fail(desk, context, form.status)
    if (!asks?.mayTry(networkOf(seenFrom(desk, context).from))) return fail(desk, context, 429)
    const address = mailAddress(field('address'))
    if (address === null) {
      const needs = formNeeds(desk, context)
      return show(
        desk,
        context,
        signInPage({ ...needs, to: '/desk', elsewhere: elsewhere(desk, context), typed: field('address') }),
        400,
      )
    }
    const origin = originOf(desk, context)
    // Behind the answer, which is the same and comes as soon whether anybody has this address.
    if (mails?.mayTry(address) && all?.mayTry('all'))
      setImmediate(
        () => void mailSignInLink({ accounts: store.accounts, mailer, messages }, { address, origin }).catch(report),
      )
    return context.redirect('/sign-in/mailed', 303)
  })
  app.get('/sign-in/mailed', (context) => show(desk, context, mailedPage(messages)))
}

/** Where passkeys work, where that is not here: they belong to names, and 127.0.0.1 is none. */
function elsewhere(desk: Desk, context: Context): string | null {
  const origin = originOf(desk, context)
  return context.req.header('Host')?.toLowerCase() === new URL(origin).host ? null : `${origin}/sign-in`
}

/** An answer of a browser's passkey has some kilobytes. */
const MAX_ANSWER = 60_000

function mountPasskeys(
  app: Hono,
  desk: Desk,
  { made, mayTry }: { readonly made: Challenges; readonly mayTry: (context: Context) => boolean },
): void {
  const { store, messages } = desk
  const place = (context: Context) => ({ origin: originOf(desk, context), browser: browserOf(context) })
  app.post('/sign-in/passkey/asked', async (context) => {
    const form = await takeButton(desk, context)
    if (!form.ok) return fail(desk, context, form.status)
    if (!mayTry(context)) return fail(desk, context, 429)
    return context.json(await signInAsked(made, place(context)))
  })
  app.post('/sign-in/passkey', async (context) => {
    const { form, field } = await fieldsOf(desk, context, MAX_ANSWER)
    if (!form.ok) return fail(desk, context, form.status)
    if (!mayTry(context)) return fail(desk, context, 429)
    const { accounts } = store
    const checks = { challenges: made, passkey: (id: string) => accounts.passkey(id) }
    const used = await checkedSignIn(checks, field('answer'), place(context))
    const isIn = used !== null && (await comeIn(desk, context, (session) => accounts.signInByPasskey(used, session)))
    return isIn
      ? context.json({ href: deskPath(field('to')) })
      : context.json({ sentence: messages.signIn.passkey.unknown }, 403)
  })
}

/** The way in and out: `/sign-in…` and `/sign-out`, which are everybody's. */
export function mountSignIn(app: Hono, desk: Desk): void {
  const gate = floodGate(LIMITS.tries, desk.clock)
  const mayTry = (context: Context) => gate.mayTry(networkOf(seenFrom(desk, context).from))
  mountMails(app, desk)
  mountLinks(app, desk, mayTry)
  mountPasskeys(app, desk, { made: challenges(desk.clock), mayTry })
  app.post('/sign-out', async (context) => {
    const form = await takeButton(desk, context)
    if (!form.ok) return fail(desk, context, form.status)
    const token = sessionToken(desk, context)
    const signedIn = token === null ? null : await desk.store.accounts.signedIn(digestOfToken(token), null)
    if (signedIn !== null) {
      const { account, session } = signedIn
      await desk.store.accounts.endSession(session.id, { role: account.role, account: account.id })
    }
    clearSessionToken(desk, context)
    return context.redirect('/', 303)
  })
}
