import type { Context, Hono } from 'hono'
import { mailAddress } from '../record/accounts/mail-address.ts'
import type { Json } from '../record/ledger.ts'
import { isCadence, topicsOf } from '../record/newsletter/following.ts'
import { isLanguage } from '../record/newsletter/languages.ts'
import { preferencesPath, SIGN_UP } from '../record/newsletter/link-paths.ts'
import { networkOf } from '../record/newsletter/network.ts'
import type { Subscription } from '../record/newsletter/subscribers.ts'
import { SIGN_UP_MESSAGES } from '../view/messages/sign-up.ts'
import { seenFrom } from '../web/seen-from.ts'
import { smallForm } from '../web/small-form.ts'
import { fail, show } from '../web/web.ts'
import { overPage } from './mount-confirm.ts'
import type { Newsletter } from './newsletter.ts'
import { askPage, preferencesPage } from './preferences-page.ts'
import { inLanguage, saysIn, showPrivate, tokenOf } from './show-ours.ts'
import { topicChoices } from './topic-names.ts'
import { wordsPage } from './words-page.ts'

const ASK = `${SIGN_UP}/preferences`

/** Asking for a link: as with signing up, the same whatever is known of the address. */
function mountAsking(app: Hono, newsletter: Newsletter): void {
  app.get(ASK, (context) => {
    const { language, says } = saysIn(context)
    return show(newsletter, context, askPage(language, says, { typed: '', isWrong: false }))
  })
  app.post(ASK, async (context) => {
    const fields = await smallForm(context.req.raw)
    if (fields === null || !fields.has('address')) return fail(newsletter, context, 400)
    const named = fields.get('language') ?? ''
    const language = isLanguage(named) ? named : 'en'
    const typed = (fields.get('address') ?? '').slice(0, 300)
    const address = mailAddress(typed)
    if (address === null)
      return show(newsletter, context, askPage(language, SIGN_UP_MESSAGES[language], { typed, isWrong: true }), 400)
    await newsletter.subscribers.ask({
      door: 'preferences',
      address,
      network: networkOf(seenFrom(newsletter, context).from),
      proof: await newsletter.proofs.shown(fields.get('proof') ?? ''),
      isTrapped: (fields.get('confirm-url') ?? '') !== '',
      following: null,
      language,
      agreed: null,
    })
    return context.redirect(inLanguage(`${SIGN_UP}/asked`, language), 303)
  })
}

/** Whose page a link opens; null where it is over, or its person was erased. */
async function whoseLink({ subscribers, links, clock }: Newsletter, context: Context): Promise<Subscription | null> {
  const grant = links.read(tokenOf(context), 'preferences', clock.now())
  return grant && subscribers.subscription(grant.subscriber)
}

async function change(newsletter: Newsletter, context: Context, { id }: Subscription, fields: URLSearchParams) {
  const cadence = fields.get('cadence') ?? ''
  const topics = topicsOf(fields.getAll('topic'))
  // Whoever unticks all of it follows nothing, which is leaving.
  if (fields.getAll('topic').length === 0) await newsletter.subscribers.leave(id, null, 'preferences-link')
  else if (topics === null || !isCadence(cadence)) return fail(newsletter, context, 400)
  else await newsletter.subscribers.change(id, { topics, cadence })
  const { language } = saysIn(context)
  const more = language === 'en' ? '' : `&language=${language}`
  return context.redirect(`${context.req.path}?saved=yes${more}`, 303)
}

/** All that is kept of a person, with what the record tells of the person's consents. */
async function dataOf({ subscribers, consents }: Newsletter, { id, address }: Subscription): Promise<Json> {
  const kept = await subscribers.everythingOf(id)
  const acts = await consents.of(consents.subjectOf(address))
  const told = acts.map(({ entry, subject: _, ...act }) => ({ ...act, ledgerEntry: entry.seq, ledgerHash: entry.hash }))
  return { ...kept, consents: told }
}

function mountOwn(app: Hono, newsletter: Newsletter): void {
  const { subscribers } = newsletter
  app.get(preferencesPath(':token'), async (context) => {
    const { language, says } = saysIn(context)
    const subscription = await whoseLink(newsletter, context)
    if (subscription === null) return showPrivate(newsletter, context, overPage(language), 410)
    const choices = await topicChoices(newsletter, subscription.topics, says)
    const isSaved = context.req.query('saved') === 'yes'
    const { path } = context.req
    const { messages } = newsletter
    const body = preferencesPage({ subscription, language, says, choices, isSaved, path, messages })
    return showPrivate(newsletter, context, body)
  })
  app.get(`${preferencesPath(':token')}/data.json`, async (context) => {
    const subscription = await whoseLink(newsletter, context)
    if (subscription === null) return showPrivate(newsletter, context, overPage('en'), 410)
    context.header('Cache-Control', 'no-store')
    context.header('Content-Disposition', 'attachment; filename="onrecord-newsletter.json"')
    return context.json(await dataOf(newsletter, subscription))
  })
  app.post(preferencesPath(':token'), async (context) => {
    const fields = await smallForm(context.req.raw)
    const deed = fields?.get('deed')
    if (fields === null || (deed !== 'change' && deed !== 'leave' && deed !== 'erase'))
      return fail(newsletter, context, 400)
    const { language, says } = saysIn(context)
    const subscription = await whoseLink(newsletter, context)
    if (subscription === null) return showPrivate(newsletter, context, overPage(language), 410)
    if (deed === 'change') return change(newsletter, context, subscription, fields)
    if (deed === 'leave') {
      await subscribers.leave(subscription.id, null, 'preferences-link')
      return context.redirect(inLanguage(context.req.path, language), 303)
    }
    await subscribers.erase(subscription.id)
    const { erasedTitle, erased } = says.preferences
    return showPrivate(newsletter, context, wordsPage(language, erasedTitle, [erased]))
  })
}

/** Preferences: asked for by anybody, opened by the person alone. */
export function mountPreferences(app: Hono, newsletter: Newsletter): void {
  mountAsking(app, newsletter)
  mountOwn(app, newsletter)
}
