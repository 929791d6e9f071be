import { html } from 'hono/html'
import type { Removal } from '../record/removal.ts'
import { momentInWords } from '../view/dates.ts'
import type { PageBody } from '../view/layout.ts'
import type { Messages } from '../view/messages/messages.ts'

/** What stands where an article was: that it was removed, when and why. */
export function removedPage({ at, reason }: Removal, messages: Messages): PageBody {
  const says = messages.removed
  return {
    title: says.title,
    section: null,
    script: null,
    main: html`<h1>${says.title}</h1>
<p>${says.on} <time datetime="${at}">${momentInWords(at, messages)}</time>: <bdi>${reason}</bdi></p>
<p>${says.stays}</p>`,
  }
}
