import { html } from 'hono/html'
import type { PageBody } from '../view/layout.ts'
import type { Messages } from '../view/messages/messages.ts'

/** The failures that have a page. */
export type ErrorStatus = keyof Messages['errors']

/**
 * A failure as a page: what happened, to what, what to do now.
 *
 * @param what the request as a person would name it: its path
 */
export function errorPage(status: ErrorStatus, what: string, messages: Messages): PageBody {
  const says = messages.errors[status]
  return {
    title: says.title,
    section: null,
    script: null,
    main: html`<h1>${says.title}</h1>
<p>${says.happened(what)}</p>
<p>${says.now}</p>`,
  }
}

/** A failure in one line, for a page's script to show: what happened, what to do now. */
export function errorSentence(status: ErrorStatus, what: string, messages: Messages): string {
  const says = messages.errors[status]
  return `${says.happened(what)} ${says.now}`
}
