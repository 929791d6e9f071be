import { html } from 'hono/html'
import type { Passkey } from '../../record/accounts/passkey.ts'
import type { Session, SignedIn } from '../../record/accounts/session.ts'
import { TOKEN_FIELD } from '../../view/add-box.ts'
import { momentInWords } from '../../view/dates.ts'
import type { Html } from '../../view/html.ts'
import type { PageBody } from '../../view/layout.ts'
import type { Messages } from '../../view/messages/messages.ts'
import { sessionList } from './session-list.ts'

/** The longest name that is kept, in UTF-16 code units. */
export const MAX_NAME = 100

export type AccountPageOptions = {
  readonly who: SignedIn
  readonly passkeys: readonly Passkey[]
  readonly sessions: readonly Session[]
  /** What was typed and not kept, and why; null where nothing is wrong. */
  readonly refused: { readonly name: string; readonly address: string; readonly sentence: string } | null
  readonly mayKeepAccounts: boolean
  readonly token: string
  readonly messages: Messages
}

function describeForm({ who, refused, token, messages }: AccountPageOptions): Html {
  const says = messages.account
  const { name, address } = refused ?? { name: who.account.name ?? '', address: who.account.address ?? '' }
  return html`<form class="box" action="/desk/account" method="post" enctype="multipart/form-data">
<input type="hidden" name="${TOKEN_FIELD}" value="${token}">
<div class="field"><label for="name">${says.name}</label>
<input id="name" type="text" name="name" value="${name}" maxlength="${MAX_NAME}" autocomplete="name"></div>
<div class="field"><label for="address">${says.address}</label>
<input id="address" type="text" inputmode="email" name="address" value="${address}" maxlength="254" autocomplete="email" spellcheck="false"${
    refused !== null && html` aria-invalid="true" aria-describedby="refused"`
  }>
${refused !== null && html`<p class="failed" id="refused" role="alert">${refused.sentence}</p>`}</div>
<p><button type="submit">${says.save}</button></p>
</form>`
}

function passkeyList({ passkeys, token, messages }: AccountPageOptions): Html {
  const says = messages.account
  if (passkeys.length === 0) return html`<p>${says.noPasskeys}</p>`
  return html`<ul class="sessions">${passkeys.map(
    ({
      id,
      name,
      madeAt,
      usedAt,
    }) => html`<li id="passkey-${id}"><p><strong>${name}</strong><br>${says.added(momentInWords(madeAt, messages))}${
      usedAt !== null && `, ${messages.sessions.used(momentInWords(usedAt, messages))}`
    }</p>
<form action="/desk/account/passkeys/${id}/remove" method="post" enctype="multipart/form-data"><input type="hidden" name="${TOKEN_FIELD}" value="${token}"><button type="submit" aria-describedby="passkey-${id}">${says.removePasskey}</button></form></li>`,
  )}</ul>`
}

function passkeyForm({ token, messages }: AccountPageOptions): Html {
  const says = messages.account
  const { notMade, tooOld, lost, needsScript } = messages.signIn.passkey
  return html`<form class="box passkey" action="/desk/account/passkeys" method="post" enctype="multipart/form-data" data-asks="/desk/account/passkeys/asked" data-does="create"
 data-not-made="${notMade}" data-too-old="${tooOld}" data-lost="${lost}">
<input type="hidden" name="${TOKEN_FIELD}" value="${token}">
<div class="field"><label for="passkey-name">${says.passkeyName}</label>
<input id="passkey-name" type="text" name="name" maxlength="${MAX_NAME}"></div>
<p><button type="submit" disabled>${says.addPasskey}</button></p>
<p role="status">${needsScript}</p>
</form>`
}

/** What somebody sees of the own account: name, address, passkeys, sessions. */
export function accountPage(options: AccountPageOptions): PageBody {
  const { who, sessions, mayKeepAccounts, token, messages } = options
  const says = messages.account
  const { role } = who.account
  return {
    title: says.title,
    section: 'account',
    script: 'passkey.js',
    main: html`<h1>${says.title}</h1>
<p>${says.as(messages.roles[role], messages.rolesMay[role])}</p>
${mayKeepAccounts && html`<p><a href="/desk/accounts">${says.others}</a></p>`}
${describeForm(options)}
<h2>${says.passkeys}</h2>
${passkeyList(options)}
${passkeyForm(options)}
<h2>${says.sessions}</h2>
${sessionList({ sessions, own: who.session.id, whose: null, token, messages })}
<form action="/sign-out" method="post" enctype="multipart/form-data"><input type="hidden" name="${TOKEN_FIELD}" value="${token}"><p><button type="submit">${messages.signIn.out}</button></p></form>`,
  }
}
