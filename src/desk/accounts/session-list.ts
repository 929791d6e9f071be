import { html } from 'hono/html'
import type { Session } from '../../record/accounts/session.ts'
import type { Id } from '../../record/id.ts'
import { TOKEN_FIELD } from '../../view/add-box.ts'
import { momentInWords } from '../../view/dates.ts'
import type { Html } from '../../view/html.ts'
import type { Messages } from '../../view/messages/messages.ts'

const LOOPBACK = /^(?:::1|(?:::ffff:)?127\.)/u

export type SessionListOptions = {
  readonly sessions: readonly Session[]
  /** The one that the page is shown in. */
  readonly own: Id
  /** Whose each is, where that is not clear from the page. */
  readonly whose: ((session: Session) => string) | null
  readonly token: string
  readonly messages: Messages
}

/** When and where from a session is used. */
function sessionWords({ from, madeAt, usedAt, way }: Session, messages: Messages): Html {
  const says = messages.sessions
  const place = from === null ? '' : LOOPBACK.test(from) ? `, ${says.fromHere}` : `, ${says.from(from)}`
  return html`${says.made(momentInWords(madeAt, messages))} ${says.way[way]}, ${says.used(momentInWords(usedAt, messages))}${place}`
}

/** Sessions, each with the button that ends it. */
export function sessionList({ sessions, own, whose, token, messages }: SessionListOptions): Html {
  const says = messages.sessions
  return html`<ul class="sessions">${sessions.map(
    (
      session,
    ) => html`<li id="session-${session.id}"><p><strong>${whose?.(session) ?? session.browser ?? says.browserUnknown}</strong>${session.id === own && html` (${says.here})`}<br>
${whose !== null && html`${session.browser ?? says.browserUnknown}<br>`}${sessionWords(session, messages)}</p>
<form action="/desk/sessions/${session.id}/end" method="post" enctype="multipart/form-data"><input type="hidden" name="${TOKEN_FIELD}" value="${token}"><button type="submit" aria-describedby="session-${session.id}">${says.end}</button></form></li>`,
  )}</ul>`
}
