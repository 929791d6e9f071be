import { html } from 'hono/html'
import type { Language } from '../record/newsletter/languages.ts'
import { SIGN_UP } from '../record/newsletter/link-paths.ts'
import type { Subscription } from '../record/newsletter/subscribers.ts'
import { momentInWords } from '../view/dates.ts'
import { filled } from '../view/filled.ts'
import type { PageBody } from '../view/layout.ts'
import type { Messages } from '../view/messages/messages.ts'
import type { SignUpMessages } from '../view/messages/sign-up-messages.ts'
import { deedForm } from './deed-form.ts'
import { inLanguage } from './show-ours.ts'
import { addressField, cadenceChoice, topicBoxes, trapField } from './sign-up-form.ts'
import type { TopicChoice } from './topic-names.ts'
import { pageIn } from './words-page.ts'

/** The page on which anybody asks for the link to the own preferences. */
export function askPage(
  language: Language,
  says: SignUpMessages,
  { typed, isWrong }: { typed: string; isWrong: boolean },
): PageBody {
  const { askTitle, askAbout, askButton } = says.preferences
  const main = html`<p>${askAbout}</p>
<form class="box sign-up" action="${SIGN_UP}/preferences" method="post" data-proof="${SIGN_UP}/proof">
<input type="hidden" name="language" value="${language}"><input type="hidden" name="proof" value="">
${addressField(says, typed, isWrong && html` aria-invalid="true" aria-describedby="fault-address"`)}
${isWrong && html`<p class="failed" id="fault-address">${says.faults.address}</p>`}
${trapField(says)}
<p><button type="submit">${askButton}</button></p></form>`
  return { ...pageIn(language, askTitle, main), script: 'sign-up.js' }
}

type PreferencesPage = {
  readonly subscription: Subscription
  readonly language: Language
  readonly says: SignUpMessages
  readonly choices: readonly TopicChoice[]
  readonly isSaved: boolean
  /** The address of the page, without its query. */
  readonly path: string
  readonly messages: Messages
}

/** What somebody is subscribed to, for that person alone: to change, leave, take along and erase. */
export function preferencesPage(page: PreferencesPage): PageBody {
  const { subscription, language, says, choices, isSaved, path, messages } = page
  const { address, state, since, topics, cadence } = subscription
  const words = says.preferences
  const following = html`${topicBoxes({ choices, ticked: topics, says })}${cadenceChoice({ cadence, says })}`
  return pageIn(
    language,
    words.title,
    html`<p><bdi>${address}</bdi>. ${filled(words.since, {
      when: html`<time datetime="${since}">${momentInWords(since, messages)}</time>`,
    })}</p>
${isSaved && html`<p role="status"><strong>${words.saved}</strong></p>`}
${
  state === 'subscribed'
    ? html`${deedForm('change', words.save, following)}
<h2>${words.leaveTitle}</h2><p>${words.leaveAbout}</p>${deedForm('leave', words.leave)}`
    : html`<p>${state === 'left' ? words.left : words.waiting}</p>`
}
<h2>${words.dataTitle}</h2><p><a href="${inLanguage(`${path}/data.json`, 'en')}" download>${words.data}</a></p>
<h2>${words.eraseTitle}</h2><p>${words.eraseAbout}</p>${deedForm('erase', words.erase)}`,
  )
}
