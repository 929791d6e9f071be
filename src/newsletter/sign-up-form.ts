import { html } from 'hono/html'
import type { Language } from '../record/newsletter/languages.ts'
import { SIGN_UP, termsPath } from '../record/newsletter/link-paths.ts'
import { CURRENT_TERMS, termsOf } from '../record/newsletter/terms.ts'
import { CADENCES, type Cadence } from '../record/newsletter/topic.ts'
import type { Html } from '../view/html.ts'
import type { SignUpMessages } from '../view/messages/sign-up-messages.ts'
import { wordsHtml } from '../view/words-html.ts'
import type { TopicChoice } from './topic-names.ts'

/** The form, with its version as consents name it. It changes whenever what the form asks or says changes. */
export const FORM_NAME = 'sign-up 1'

/** What is wrong with what was sent. */
export type SignUpFault = keyof SignUpMessages['faults']

/** A form of the newsletter's. */
export type SignUpForm = {
  readonly language: Language
  readonly says: SignUpMessages
  /** Where it is sent to. */
  readonly action: string
  readonly choices: readonly TopicChoice[]
  /** Topics that are ticked, by their words. */
  readonly ticked: readonly string[]
  readonly cadence: Cadence
  /** What was typed as the address. */
  readonly typed: string
  readonly faults: readonly SignUpFault[]
}

function faultHtml(form: SignUpForm, fault: SignUpFault): Html | false {
  return form.faults.includes(fault) && html`<p class="failed" id="fault-${fault}">${form.says.faults[fault]}</p>`
}

const invalid = (form: SignUpForm, fault: SignUpFault) =>
  form.faults.includes(fault) && html` aria-invalid="true" aria-describedby="fault-${fault}"`

/** The boxes of what can be followed. */
export function topicBoxes({ choices, ticked, says }: Pick<SignUpForm, 'choices' | 'ticked' | 'says'>): Html {
  return html`<fieldset><legend>${says.topics}</legend>
${choices.map(
  ({ word, name }) => html`<div class="choice"><input type="checkbox" id="topic-${word}" name="topic" value="${word}"${
    ticked.includes(word) && html` checked`
  }>
<label for="topic-${word}">${wordsHtml(name)}</label></div>
`,
)}</fieldset>`
}

/** The choice of how often. */
export function cadenceChoice({ cadence, says }: Pick<SignUpForm, 'cadence' | 'says'>): Html {
  return html`<fieldset><legend>${says.cadence}</legend>
${CADENCES.map(
  (one, at) => html`<div class="choice"><input type="radio" id="cadence-${at}" name="cadence" value="${one}"${
    one === cadence && html` checked`
  }>
<label for="cadence-${at}">${says.cadences[one]}</label></div>
`,
)}</fieldset>`
}

/** The field that people do not see and programs fill in. It has no name that a browser fills in by itself. */
export function trapField(says: SignUpMessages): Html {
  return html`<p class="trap" aria-hidden="true"><label for="confirm-url">${says.trap}</label>
<input type="text" id="confirm-url" name="confirm-url" value="" tabindex="-1" autocomplete="off"></p>`
}

/** The field of the address. */
export function addressField(says: SignUpMessages, typed: string, describes: Html | false = false): Html {
  return html`<div class="field"><label for="mail-address">${says.address}</label>
<input id="mail-address" type="text" inputmode="email" name="address" value="${typed}" autocomplete="email" autocapitalize="none" spellcheck="false" required maxlength="254"${describes}></div>`
}

/** The terms in full, and the box that is not ticked until a person ticks it. */
function agreement(form: SignUpForm): Html | false {
  const terms = termsOf(CURRENT_TERMS, form.language)
  if (terms === null) return false
  return html`<details class="terms"><summary>${form.says.terms}</summary>
${terms.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
<p><a href="${termsPath(terms.version, form.language)}">${terms.title}</a></p></details>
<div class="choice"><input type="checkbox" id="agreed" name="agreed" value="${terms.version}" required${invalid(form, 'agreed')}>
<label for="agreed">${terms.agreement}</label></div>
${faultHtml(form, 'agreed')}`
}

/** The form with which one signs up. It works without a script; with one it shows work (`browser/sign-up.js`). */
export function signUpForm(form: SignUpForm): Html {
  const { says, language, action, typed } = form
  return html`<form class="box sign-up" action="${action}" method="post" lang="${language}" data-proof="${SIGN_UP}/proof">
<input type="hidden" name="language" value="${language}"><input type="hidden" name="proof" value="">
${addressField(says, typed, invalid(form, 'address'))}${faultHtml(form, 'address')}
${topicBoxes(form)}${faultHtml(form, 'topics')}
${cadenceChoice(form)}
${agreement(form)}
${trapField(says)}
<p><button type="submit">${says.button}</button></p>
<p class="hint">${says.next}</p>
</form>`
}
