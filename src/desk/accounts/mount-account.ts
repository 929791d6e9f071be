import type { Context, Hono } from 'hono'
import { type Challenges, challenges } from '../../accounts/challenges.ts'
import { checkedRegistration, registrationAsked } from '../../accounts/passkey-checks.ts'
import { mailAddress } from '../../record/accounts/mail-address.ts'
import { may } from '../../record/accounts/rights.ts'
import { fieldsOf } from '../../web/fields.ts'
import { takeButton } from '../../web/our-form.ts'
import { originOf } from '../../web/place.ts'
import { fail, formNeeds, show } from '../../web/web.ts'
import { decidedBy, mayDo, needs, signedInOf } from '../../web/who-asks.ts'
import type { Desk } from '../desk.ts'
import { type AccountPageOptions, accountPage, MAX_NAME } from './account-page.ts'

/** An answer of a browser's passkey has some kilobytes. */
const MAX_ANSWER = 60_000

async function page(desk: Desk, context: Context, refused: AccountPageOptions['refused']) {
  const { store, messages } = desk
  const who = signedInOf(context)
  const { id } = who.account
  const [passkeys, sessions] = [await store.accounts.passkeys(id), await store.accounts.sessions(id)]
  const { token } = formNeeds(desk, context)
  const mayKeepAccounts = mayDo(context, 'keep-accounts')
  const body = accountPage({ who, passkeys, sessions, refused, mayKeepAccounts, token, messages })
  return show(desk, context, body, refused === null ? 200 : 400)
}

/** Keeps name and address as they were typed, or says what is wrong with them. */
async function describe(desk: Desk, context: Context, typed: { readonly name: string; readonly address: string }) {
  const says = desk.messages.account
  const [name, address] = [typed.name.replaceAll(/\s+/gu, ' ').trim(), typed.address.trim()]
  const refused = (sentence: string) => page(desk, context, { ...typed, sentence })
  if (name.length > MAX_NAME) return refused(says.tooLong)
  const parsed = address === '' ? null : mailAddress(address)
  if (address !== '' && parsed === null) return refused(says.badAddress)
  const as = { name: name || null, address: parsed }
  const outcome = await desk.store.accounts.describe(signedInOf(context).account.id, as, decidedBy(context))
  return outcome === 'done' ? context.redirect('/desk/account', 303) : refused(says.taken)
}

function mountOwnPasskeys(app: Hono, desk: Desk, made: Challenges): void {
  const { accounts } = desk.store
  const place = (context: Context) => ({ origin: originOf(desk, context), browser: signedInOf(context).session.id })
  app.post('/account/passkeys/asked', needs('keep-own-account'), async (context) => {
    const form = await takeButton(desk, context)
    if (!form.ok) return fail(desk, context, form.status)
    const { account } = signedInOf(context)
    const known = await accounts.passkeys(account.id)
    return context.json(await registrationAsked(made, account, { place: place(context), known }))
  })
  app.post('/account/passkeys', needs('keep-own-account'), async (context) => {
    const { form, field } = await fieldsOf(desk, context, MAX_ANSWER)
    if (!form.ok) return fail(desk, context, form.status)
    const checked = await checkedRegistration(made, field('answer'), place(context))
    const { id: accountId } = signedInOf(context).account
    const name = field('name').replaceAll(/\s+/gu, ' ').trim().slice(0, MAX_NAME) || desk.messages.account.passkeys
    const outcome = checked && (await accounts.addPasskey({ ...checked, accountId, name }, decidedBy(context)))
    return outcome === 'done'
      ? context.json({ href: '/desk/account' })
      : context.json({ sentence: desk.messages.signIn.passkey.notMade }, 400)
  })
  app.post('/account/passkeys/:id/remove', needs('keep-own-account'), async (context) => {
    const form = await takeButton(desk, context)
    if (!form.ok) return fail(desk, context, form.status)
    const passkey = await accounts.passkey(context.req.param('id'))
    if (passkey?.accountId !== signedInOf(context).account.id) return fail(desk, context, 404)
    await accounts.removePasskey(passkey.id, decidedBy(context))
    return context.redirect('/desk/account', 303)
  })
}

/** What everybody on the desk does with the own account; an owner also ends the sessions of others. */
export function mountAccount(app: Hono, desk: Desk): void {
  const { accounts } = desk.store
  app.get('/account', needs('keep-own-account'), (context) => page(desk, context, null))
  app.post('/account', needs('keep-own-account'), async (context) => {
    const { form, field } = await fieldsOf(desk, context)
    if (!form.ok) return fail(desk, context, form.status)
    return describe(desk, context, { name: field('name'), address: field('address') })
  })
  mountOwnPasskeys(app, desk, challenges(desk.clock))
  app.post('/sessions/:id/end', needs('keep-own-account'), async (context) => {
    const form = await takeButton(desk, context)
    if (!form.ok) return fail(desk, context, form.status)
    const { account } = signedInOf(context)
    const mayEndAll = may(account.role, 'keep-accounts')
    const session = (await accounts.sessions(mayEndAll ? null : account.id)).find(
      ({ id }) => id === context.req.param('id'),
    )
    if (session === undefined) return fail(desk, context, 404)
    await accounts.endSession(session.id, decidedBy(context))
    return context.redirect(session.accountId === account.id ? '/desk/account' : '/desk/accounts', 303)
  })
}
