import { html } from 'hono/html'
import { TOKEN_FIELD } from '../view/add-box.ts'
import type { PageBody } from '../view/layout.ts'
import type { Messages } from '../view/messages/messages.ts'

/** Explains the bookmarklet and gives it: a link to be dragged among the browser's bookmarks. */
export function bookmarkletPage(options: {
  /** The address of the bookmarklet itself, as `bookmarkletHref` makes it. */
  readonly href: string
  /** Of the form that renews it. */
  readonly formToken: string
  readonly messages: Messages
}): PageBody {
  const { href, formToken, messages } = options
  const says = messages.bookmarklet
  return {
    title: says.title,
    section: 'add',
    script: null,
    main: html`<h1>${says.title}</h1>
<p class="lead">${says.lead}</p>
<div class="explained">
<p><a href="${href}">${says.link}</a></p>
<p>${says.drag}</p>
<h2>${says.secret}</h2>
<p>${says.secretMeans}</p>
<form action="/desk/bookmarklet/renew" method="post" enctype="multipart/form-data">
<input type="hidden" name="${TOKEN_FIELD}" value="${formToken}">
<p><button type="submit">${says.renew}</button></p>
</form>
</div>`,
  }
}

/** Waits for the page that the bookmarklet hands over. */
export function receivingPage({ bookmarklet: says }: Messages): PageBody {
  return {
    title: says.title,
    section: 'add',
    script: 'bookmarklet.js',
    main: html`<h1>${says.title}</h1>
<p role="status" data-sending="${says.sending}" data-lost="${says.lost}" data-apart="${says.apart}">${says.waiting}</p>
<noscript><p>${says.noScript}</p></noscript>`,
  }
}
