import type { Context, Hono } from 'hono'
import { makeLink } from '../../accounts/desk-link.ts'
import { mailInvitation } from '../../accounts/mail-link.ts'
import type { AccountOutcome } from '../../record/accounts/accounts.ts'
import { mailAddress } from '../../record/accounts/mail-address.ts'
import { isRole, type Role } from '../../record/accounts/role.ts'
import { ExpectedError } from '../../record/expected-error.ts'
import { fieldsOf } from '../../web/fields.ts'
import { takeButton } from '../../web/our-form.ts'
import { originOf } from '../../web/place.ts'
import { fail, formNeeds, show } from '../../web/web.ts'
import { decidedBy, needs, signedInOf } from '../../web/who-asks.ts'
import type { Desk } from '../desk.ts'
import { recent } from '../recent.ts'
import { type AccountsPageOptions, accountsPage, invitedPage } from './accounts-page.ts'

/** The last so many things that were done to accounts are shown. */
const DEEDS = 50

type Invited = Parameters<typeof invitedPage>[0]

async function page(desk: Desk, context: Context, refused: AccountsPageOptions['refused']) {
  const { store, messages } = desk
  const body = accountsPage({
    who: signedInOf(context),
    accounts: await store.accounts.list(),
    sessions: await store.accounts.sessions(null),
    deeds: await store.accounts.deeds(DEEDS),
    refused,
    token: formNeeds(desk, context).token,
    messages,
  })
  return show(desk, context, body, refused === null ? 200 : 400)
}

/** Where the mail is that invites; a server for mail that fails keeps nobody from handing over the link. */
async function mailed(desk: Desk, send: Promise<void>, address: string): Promise<readonly string[]> {
  const says = desk.messages.accounts
  try {
    await send
    return [desk.mailer.isSent ? says.invitedByMail(address) : says.invitedByFile]
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error
    return [says.notSent(error.message)]
  }
}

/** Invites, or says with what was typed why not. */
async function invite(
  desk: Desk,
  context: Context,
  typed: { readonly address: string; readonly role: Role },
): Promise<Invited | string> {
  const { store, messages } = desk
  const address = mailAddress(typed.address)
  if (address === null) return messages.accounts.badAddress
  const invited = await store.accounts.invite({ address, role: typed.role }, decidedBy(context))
  if (invited.outcome === 'address-taken') return messages.accounts.known
  const { account } = invited
  const origin = originOf(desk, context)
  const link = await makeLink(store.accounts, { kind: 'invitation', accountId: account.id, origin })
  return { link, sentences: await mailed(desk, mailInvitation(desk, account, link), address) }
}

/** What owners do with the accounts of others. */
export function mountAccounts(app: Hono, desk: Desk): void {
  const { accounts } = desk.store
  const answers = recent<Invited>()
  app.get('/accounts', needs('keep-accounts'), (context) => page(desk, context, null))
  app.post('/accounts', needs('keep-accounts'), async (context) => {
    const { form, field } = await fieldsOf(desk, context)
    if (!form.ok) return fail(desk, context, form.status)
    const role = field('role')
    if (!isRole(role)) return fail(desk, context, 400)
    const typed = { address: field('address'), role }
    const outcome = await invite(desk, context, typed)
    if (typeof outcome === 'string') return page(desk, context, { ...typed, sentence: outcome })
    return context.redirect(`/desk/accounts/invited/${answers.keep(outcome)}`, 303)
  })
  app.get('/accounts/invited/:key', needs('keep-accounts'), (context) => {
    const invited = answers.find(context.req.param('key'))
    return invited === null ? fail(desk, context, 404) : show(desk, context, invitedPage(invited, desk.messages))
  })
  const answer = async (context: Context, outcome: AccountOutcome) => {
    if (outcome === 'done') return context.redirect('/desk/accounts', 303)
    const says = desk.messages.accounts
    const sentence = outcome === 'last-owner' ? says.lastOwner : says.gone
    return page(desk, context, { address: '', role: 'editor', sentence })
  }
  app.post('/accounts/:id/role', needs('keep-accounts'), async (context) => {
    const { form, field } = await fieldsOf(desk, context)
    if (!form.ok) return fail(desk, context, form.status)
    const role = field('role')
    if (!isRole(role)) return fail(desk, context, 400)
    return answer(context, await accounts.changeRole(context.req.param('id'), role, decidedBy(context)))
  })
  app.post('/accounts/:id/remove', needs('keep-accounts'), async (context) => {
    const form = await takeButton(desk, context)
    if (!form.ok) return fail(desk, context, form.status)
    return answer(context, await accounts.remove(context.req.param('id'), decidedBy(context)))
  })
}
