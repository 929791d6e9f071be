import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import { mailAddress } from '../record/accounts/mail-address.ts'
import { isCadence, topicsOf } from '../record/newsletter/following.ts'
import { isLanguage, LANGUAGES } from '../record/newsletter/languages.ts'
import { SIGN_UP } from '../record/newsletter/link-paths.ts'
import { networkOf } from '../record/newsletter/network.ts'
import { CURRENT_TERMS, termsOf } from '../record/newsletter/terms.ts'
import { topicOf } from '../record/newsletter/topic.ts'
import { SIGN_UP_MESSAGES } from '../view/messages/sign-up.ts'
import { seenFrom } from '../web/seen-from.ts'
import { smallForm } from '../web/small-form.ts'
import { fail, show } from '../web/web.ts'
import { allowFraming } from './framing.ts'
import type { Newsletter } from './newsletter.ts'
import { inLanguage, saysIn } from './show-ours.ts'
import { FORM_NAME, type SignUpFault, type SignUpForm, signUpForm } from './sign-up-form.ts'
import { topicChoices } from './topic-names.ts'
import { pageIn, wordsPage } from './words-page.ts'

/** The forms: ours, and the one that others put into their pages. */
const DOORS = [SIGN_UP, `${SIGN_UP}/embed`] as const

type Door = (typeof DOORS)[number]

const isEmbedded = (door: Door) => door !== SIGN_UP

/** An empty form, with what its address names ticked. */
async function emptyForm(newsletter: Newsletter, context: Context, door: Door): Promise<SignUpForm> {
  const { language, says } = saysIn(context)
  const named = (context.req.queries('topic') ?? []).slice(0, 10).filter((word) => topicOf(word) !== null)
  const choices = await topicChoices(newsletter, named, says)
  const ticked = named.length > 0 ? named : ['everything']
  return { language, says, action: door, choices, ticked, cadence: 'weekly', typed: '', faults: [] }
}

function formPage(form: SignUpForm, door: Door) {
  const { says, language } = form
  const others = LANGUAGES.filter((one) => one !== language)
  return {
    ...pageIn(
      language,
      says.title,
      html`<p>${says.about}</p>
<p class="hint">${others.map((one) => html`<a href="${inLanguage(door, one)}" hreflang="${one}" lang="${one}">${SIGN_UP_MESSAGES[one].languageName}</a> `)}</p>
${signUpForm(form)}
${!isEmbedded(door) && html`<p><a href="${inLanguage(`${SIGN_UP}/preferences`, language)}">${says.preferences.askTitle}</a></p>`}`,
    ),
    script: 'sign-up.js' as const,
  }
}

/** What a person sent, and what is wrong with it. */
async function sentForm(newsletter: Newsletter, fields: URLSearchParams, door: Door) {
  const named = fields.get('language') ?? ''
  const language = isLanguage(named) ? named : 'en'
  const says = SIGN_UP_MESSAGES[language]
  const typed = (fields.get('address') ?? '').slice(0, 300)
  const words = fields.getAll('topic').slice(0, 200)
  const cadence = fields.get('cadence') ?? ''
  const address = mailAddress(typed)
  const topics = topicsOf(words)
  const faults: SignUpFault[] = []
  if (address === null) faults.push('address')
  if (topics === null) faults.push('topics')
  // Who agreed to an earlier version, on a page that stood open, has not agreed to this one.
  if (fields.get('agreed') !== String(CURRENT_TERMS)) faults.push('agreed')
  const ticked = words.filter((word) => topicOf(word) !== null)
  const form = async (): Promise<SignUpForm> => ({
    language,
    says,
    action: door,
    choices: await topicChoices(newsletter, ticked.slice(0, 10), says),
    ticked,
    cadence: isCadence(cadence) ? cadence : 'weekly',
    typed,
    faults,
  })
  return { language, address, topics, cadence: isCadence(cadence) ? cadence : ('weekly' as const), faults, form }
}

/**
 * Takes a sign-up. What it takes and answers is the same whatever is known of the address: it is written down, and
 * decided later.
 */
async function takeSignUp(newsletter: Newsletter, context: Context, door: Door) {
  const fields = await smallForm(context.req.raw)
  if (fields === null || !fields.has('address')) return fail(newsletter, context, 400)
  const { language, address, topics, cadence, faults, form } = await sentForm(newsletter, fields, door)
  if (address === null || topics === null || faults.length > 0)
    return show(newsletter, context, formPage(await form(), door), 400)
  await newsletter.subscribers.ask({
    door: 'sign-up',
    address,
    network: networkOf(seenFrom(newsletter, context).from),
    proof: await newsletter.proofs.shown(fields.get('proof') ?? ''),
    isTrapped: (fields.get('confirm-url') ?? '') !== '',
    following: { topics, cadence },
    language,
    agreed: { terms: CURRENT_TERMS, form: FORM_NAME },
  })
  return context.redirect(inLanguage(`${door}/asked`, language), 303)
}

function mountDoor(app: Hono, newsletter: Newsletter, door: Door): void {
  if (isEmbedded(door)) app.use(`${door}/*`, allowFraming)
  app.get(door, async (context) =>
    show(newsletter, context, formPage(await emptyForm(newsletter, context, door), door)),
  )
  app.post(door, (context) => takeSignUp(newsletter, context, door))
  app.get(`${door}/asked`, (context) => {
    const { language, says } = saysIn(context)
    const { title, words, why } = says.asked
    return show(newsletter, context, wordsPage(language, title, [words, why]))
  })
}

/** Signing up: the forms, what follows them, the terms, and the work that a browser shows. */
export function mountSignUp(app: Hono, newsletter: Newsletter): void {
  for (const door of DOORS) mountDoor(app, newsletter, door)
  app.get(`${SIGN_UP}/terms/:version/:language`, (context) => {
    const terms = termsOf(Number(context.req.param('version')), context.req.param('language'))
    if (terms === null) return fail(newsletter, context, 404)
    return show(newsletter, context, wordsPage(terms.language, terms.title, [...terms.paragraphs, terms.agreement]))
  })
  app.get(`${SIGN_UP}/proof`, async (context) => {
    context.header('Cache-Control', 'no-store')
    return context.json(await newsletter.proofs.challenge())
  })
}
