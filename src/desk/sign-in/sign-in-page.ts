import { html } from 'hono/html'
import { TOKEN_FIELD } from '../../view/add-box.ts'
import type { PageBody } from '../../view/layout.ts'
import type { Messages } from '../../view/messages/messages.ts'

type Needs = { readonly token: string; readonly messages: Messages }

export type SignInOptions = Needs & {
  /** Where on the desk to go then. */
  readonly to: string
  /** The address at which passkeys work, where that is not this one. */
  readonly elsewhere: string | null
  /** What was typed that is no mail address; null where nothing was typed. */
  readonly typed: string | null
}

/** The page at which one signs in: with a passkey, or by a link that is mailed. */
export function signInPage({ token, to, elsewhere, typed, messages }: SignInOptions): PageBody {
  const says = messages.signIn
  const { passkey, mail } = says
  return {
    title: says.title,
    section: null,
    script: 'passkey.js',
    main: html`<h1>${says.title}</h1>
<p>${says.about}</p>
<section class="sign-in"><h2>${passkey.title}</h2>
${
  elsewhere === null
    ? html`<form class="passkey" action="/sign-in/passkey" method="post" enctype="multipart/form-data" data-asks="/sign-in/passkey/asked" data-does="get"
 data-not-made="${passkey.notMade}" data-too-old="${passkey.tooOld}" data-lost="${passkey.lost}">
<input type="hidden" name="${TOKEN_FIELD}" value="${token}"><input type="hidden" name="to" value="${to}">
<p><button type="submit" disabled>${passkey.button}</button></p>
<p role="status" class="without-script">${passkey.needsScript}</p>
</form>`
    : html`<p>${passkey.elsewhere(elsewhere)}</p>`
}</section>
<section class="sign-in"><h2>${mail.title}</h2>
<form class="box" action="/sign-in" method="post" enctype="multipart/form-data">
<input type="hidden" name="${TOKEN_FIELD}" value="${token}">
<div class="field"><label for="address">${mail.address}</label>
<input id="address" type="text" inputmode="email" name="address" value="${typed ?? ''}" autocomplete="email" spellcheck="false" required maxlength="254"${
      typed !== null && html` aria-invalid="true" aria-describedby="no-address"`
    }>
${typed !== null && html`<p class="failed" id="no-address" role="alert">${mail.noAddress}</p>`}</div>
<p><button type="submit">${mail.button}</button></p>
</form></section>
<p class="hint">${says.machine}</p>`,
  }
}

/** The same whoever has the address, and whether anybody does. */
export function mailedPage({ signIn }: Messages): PageBody {
  return {
    title: signIn.mail.sentTitle,
    section: null,
    script: null,
    main: html`<h1>${signIn.mail.sentTitle}</h1><p>${signIn.mail.sent}</p><p>${signIn.mail.notCome}</p>`,
  }
}

/** What a link opens: a button, since a program that looks at links must not use them up. The same for any link. */
export function linkPage(path: string, { token, messages }: Needs): PageBody {
  const says = messages.signIn.link
  return {
    title: says.title,
    section: null,
    script: null,
    main: html`<h1>${says.title}</h1>
<p>${says.about}</p>
<form action="${path}" method="post" enctype="multipart/form-data">
<input type="hidden" name="${TOKEN_FIELD}" value="${token}">
<p><button type="submit" autofocus>${says.button}</button></p>
</form>`,
  }
}

/** What a link opens that lets in nobody any more. */
export function linkOverPage({ signIn }: Messages): PageBody {
  const says = signIn.link
  return {
    title: says.overTitle,
    section: null,
    script: null,
    main: html`<h1>${says.overTitle}</h1><p>${says.over}</p><p>${says.overNow} <a href="/sign-in">${signIn.title}</a></p>`,
  }
}
