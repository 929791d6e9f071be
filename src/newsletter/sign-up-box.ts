import { html } from 'hono/html'
import { SIGN_UP } from '../record/newsletter/link-paths.ts'
import { topicOf } from '../record/newsletter/topic.ts'
import type { Html } from '../view/html.ts'
import { SIGN_UP_MESSAGES } from '../view/messages/sign-up.ts'
import { signUpForm } from './sign-up-form.ts'

/** The topic that a public page is about, by its address. */
function topicOfPath(path: string): string | null {
  const [, room, id] = /^\/(dossiers|speakers)\/([\w.-]+)$/u.exec(path) ?? []
  const word = `${room === 'dossiers' ? 'dossier' : 'actor'}:${id}`
  return id !== undefined && topicOf(word) !== null ? word : null
}

/**
 * The form at the foot of every public page, folded; what the page is about can be chosen. It is the same for everybody,
 * so that caches may keep the page.
 */
export function signUpBox(path: string): Html {
  const says = SIGN_UP_MESSAGES.en
  const own = topicOfPath(path)
  const name = own?.startsWith('dossier:') ? says.thisDossier : says.thisActor
  const choices = [...(own === null ? [] : [{ word: own, name }]), { word: 'everything', name: says.everything }]
  return html`<details class="sign-up-box"><summary>${says.title}</summary>
<p>${says.about}</p>
${signUpForm({
  language: 'en',
  says,
  action: SIGN_UP,
  choices,
  ticked: [own ?? 'everything'],
  cadence: 'weekly',
  typed: '',
  faults: [],
})}
<p><a href="${SIGN_UP}/preferences">${says.preferences.askTitle}</a></p></details>`
}
