import type { Account } from '../record/accounts/account.ts'
import type { Accounts } from '../record/accounts/accounts.ts'
import type { Mailer } from '../record/mailer.ts'
import type { Messages } from '../view/messages/messages.ts'
import { makeLink } from './desk-link.ts'

type Parts = { readonly accounts: Accounts; readonly mailer: Mailer; readonly messages: Messages }

/** A mail without pictures and markup: what is to be read in it is one link. */
function plainMail(to: string, { subject, text }: { readonly subject: string; readonly text: string }) {
  return { to, subject, text, html: null, headers: {} }
}

/**
 * Mails a link to who has an account at this address. For an address without one a link is made too, which lets in
 * nobody: what is done then takes as long, but for the mail itself, which goes out behind it.
 *
 * @param address as `mailAddress` gives it
 */
export async function mailSignInLink(
  { accounts, mailer, messages }: Parts,
  { address, origin }: { readonly address: string; readonly origin: string },
): Promise<void> {
  const account = await accounts.accountAt(address)
  const link = await makeLink(accounts, { kind: 'mail', accountId: account?.id ?? null, origin })
  if (account === null) return
  const { subject, text } = messages.mails.signIn
  await mailer.send(plainMail(address, { subject, text: text(link) }))
}

/** Mails an invitation, and gives the link back for who invites. @throws ExpectedError where the mail was not taken */
export async function mailInvitation(
  { mailer, messages }: Pick<Parts, 'mailer' | 'messages'>,
  { address, role }: Account,
  link: string,
): Promise<void> {
  const { subject, text } = messages.mails.invitation
  if (address !== null) await mailer.send(plainMail(address, { subject, text: text(link, messages.roles[role]) }))
}
