import type { Hono } from 'hono'
import { html } from 'hono/html'
import type { Language } from '../record/newsletter/languages.ts'
import { confirmPath, SIGN_UP } from '../record/newsletter/link-paths.ts'
import { SIGN_UP_MESSAGES } from '../view/messages/sign-up.ts'
import { smallForm } from '../web/small-form.ts'
import { fail } from '../web/web.ts'
import { deedForm } from './deed-form.ts'
import type { Newsletter } from './newsletter.ts'
import { inLanguage, saysIn, showPrivate, tokenOf } from './show-ours.ts'
import { pageIn, wordsPage } from './words-page.ts'

/** What a link opens that is over, or not ours. */
export function overPage(language: Language) {
  const says = SIGN_UP_MESSAGES[language]
  return wordsPage(language, says.over.title, [
    says.over.words,
    says.over.now,
    html`<a href="${inLanguage(SIGN_UP, language)}">${says.title}</a> · <a href="${inLanguage(`${SIGN_UP}/preferences`, language)}">${says.preferences.askTitle}</a>`,
  ])
}

/** Confirming a sign-up: a page with a button, since programs open the links of mails too. */
export function mountConfirm(app: Hono, newsletter: Newsletter): void {
  const { subscribers, links, clock } = newsletter
  const signUpOf = (token: string) => links.read(token, 'confirm', clock.now())?.signUp ?? ''
  app.get(confirmPath(':token'), async (context) => {
    const { language, says } = saysIn(context)
    const state = await subscribers.signUp(signUpOf(tokenOf(context)))
    if (state === 'over') return showPrivate(newsletter, context, overPage(language), 410)
    const { title, about, button, doneTitle, done } = says.confirm
    return showPrivate(
      newsletter,
      context,
      state === 'confirmed'
        ? wordsPage(language, doneTitle, [done])
        : pageIn(language, title, html`<p>${about}</p>${deedForm('confirm', button)}`),
    )
  })
  app.post(confirmPath(':token'), async (context) => {
    const fields = await smallForm(context.req.raw)
    if (fields?.get('deed') !== 'confirm') return fail(newsletter, context, 400)
    const { language, says } = saysIn(context)
    const outcome = await subscribers.confirm(signUpOf(tokenOf(context)))
    if (outcome === 'over') return showPrivate(newsletter, context, overPage(language), 410)
    return showPrivate(newsletter, context, wordsPage(language, says.confirm.doneTitle, [says.confirm.done]))
  })
}
