import { html } from 'hono/html'
import { type Account, type AccountDeed, nameOf } from '../../record/accounts/account.ts'
import { ROLES, type Role } from '../../record/accounts/role.ts'
import type { Session, SignedIn } from '../../record/accounts/session.ts'
import type { Id } from '../../record/id.ts'
import { TOKEN_FIELD } from '../../view/add-box.ts'
import { momentInWords } from '../../view/dates.ts'
import type { Html } from '../../view/html.ts'
import type { PageBody } from '../../view/layout.ts'
import type { Messages } from '../../view/messages/messages.ts'
import { sessionList } from './session-list.ts'

export type AccountsPageOptions = {
  readonly who: SignedIn
  readonly accounts: readonly Account[]
  readonly sessions: readonly Session[]
  readonly deeds: readonly AccountDeed[]
  /** What was typed into the invitation and not done, and why; null where nothing is wrong. */
  readonly refused: { readonly address: string; readonly role: Role; readonly sentence: string } | null
  readonly token: string
  readonly messages: Messages
}

type Needs = { readonly token: string; readonly messages: Messages }

function roleChoice(id: string, chosen: Role, { roles, rolesMay }: Messages): Html {
  return html`<select id="${id}" name="role">${ROLES.map(
    (role) =>
      html`<option value="${role}"${role === chosen && html` selected`}>${roles[role]} (${rolesMay[role]})</option>`,
  )}</select>`
}

function inviteForm({ refused, token, messages }: AccountsPageOptions): Html {
  const says = messages.accounts
  return html`<h2>${says.invite}</h2>
<form class="box" action="/desk/accounts" method="post" enctype="multipart/form-data">
<input type="hidden" name="${TOKEN_FIELD}" value="${token}">
<div class="field"><label for="address">${says.inviteAddress}</label>
<input id="address" type="text" inputmode="email" name="address" value="${refused?.address ?? ''}" maxlength="254" autocomplete="off" spellcheck="false" required${
    refused !== null && html` aria-invalid="true" aria-describedby="refused"`
  }>
${refused !== null && html`<p class="failed" id="refused" role="alert">${refused.sentence}</p>`}</div>
<div class="field"><label for="role">${says.inviteRole}</label> ${roleChoice('role', refused?.role ?? 'editor', messages)}</div>
<p><button type="submit">${says.inviteButton}</button></p>
</form>`
}

function accountLine(account: Account, own: Id, { token, messages }: Needs): Html {
  const says = messages.accounts
  const { id, role, joinedAt, address, name } = account
  return html`<li id="account-${id}"><p><strong>${nameOf(account)}</strong>${id === own && html` (${says.you})`}${
    name !== null && address !== null && html`<br>${address}`
  }<br>${messages.roles[role]}, ${joinedAt === null ? says.notJoined : says.joined(momentInWords(joinedAt, messages))}</p>
<form action="/desk/accounts/${id}/role" method="post" enctype="multipart/form-data"><input type="hidden" name="${TOKEN_FIELD}" value="${token}">
<label for="role-${id}">${says.role}</label> ${roleChoice(`role-${id}`, role, messages)} <button type="submit" aria-describedby="account-${id}">${says.changeRole}</button></form>
<details><summary aria-describedby="account-${id}">${says.remove}</summary>
<form action="/desk/accounts/${id}/remove" method="post" enctype="multipart/form-data"><input type="hidden" name="${TOKEN_FIELD}" value="${token}">
<p>${says.removeAsk}</p><p><button type="submit" aria-describedby="account-${id}">${says.remove}</button></p></form></details></li>`
}

/** What the desk calls accounts by their ids. */
function namesOf(accounts: readonly Account[], messages: Messages): (id: Id | null) => string {
  const names = new Map(accounts.map((account) => [account.id, nameOf(account)]))
  return (id) => (id === null ? messages.atTheMachine : (names.get(id) ?? messages.removedAccount))
}

function deedLine(deed: AccountDeed, nameOfId: (id: Id | null) => string, messages: Messages): Html {
  const { before, after, accountId, by, recordedAt } = deed
  const roles = [before, after].map((role) => (role === null ? '–' : messages.roles[role]))
  const change = before === after ? '' : ` (${roles.join(' → ')})`
  return html`<li>${momentInWords(recordedAt, messages)}: ${nameOfId(accountId)}: ${messages.deeds[deed.deed]}${change}${
    by !== accountId && html`, ${messages.deedBy(nameOfId(by))}`
  }</li>`
}

/** Who may come to the desk, who is there now, and what was done to accounts: for owners. */
export function accountsPage(options: AccountsPageOptions): PageBody {
  const { who, accounts, sessions, deeds, messages } = options
  const says = messages.accounts
  const nameOfId = namesOf(accounts, messages)
  return {
    title: says.title,
    section: 'account',
    script: null,
    main: html`<h1>${says.title}</h1>
<ul class="sessions">${accounts.map((account) => accountLine(account, who.account.id, options))}</ul>
${inviteForm(options)}
<h2>${says.sessions}</h2>
${sessionList({ ...options, sessions, own: who.session.id, whose: ({ accountId }) => nameOfId(accountId) })}
<h2>${says.deeds}</h2>
<ul class="deeds">${deeds.map((deed) => deedLine(deed, nameOfId, messages))}</ul>`,
  }
}

/** What came of an invitation: where the mail is, and the link, which is shown this once. */
export function invitedPage(
  { sentences, link }: { readonly sentences: readonly string[]; readonly link: string },
  { accounts: says }: Messages,
): PageBody {
  return {
    title: says.invitedTitle,
    section: 'account',
    script: null,
    main: html`<h1>${says.invitedTitle}</h1>
${sentences.map((sentence) => html`<p>${sentence}</p>`)}
<p>${says.invitedLink}</p>
<p><code class="link">${link}</code></p>
<p><a href="/desk/accounts">${says.back}</a></p>`,
  }
}
