import type { Hono } from 'hono'
import { html } from 'hono/html'
import { leavePath, oneClickPath } from '../record/newsletter/link-paths.ts'
import { topicOf } from '../record/newsletter/topic.ts'
import { filled } from '../view/filled.ts'
import { isOneClick, smallForm } from '../web/small-form.ts'
import { fail } from '../web/web.ts'
import { deedForm } from './deed-form.ts'
import { overPage } from './mount-confirm.ts'
import type { Newsletter } from './newsletter.ts'
import { saysIn, showPrivate, tokenOf } from './show-ours.ts'
import { pageIn, wordsPage } from './words-page.ts'

/** The two links with which a topic is left, and where each is. */
const WAYS = [
  ['leave', leavePath],
  ['one-click', oneClickPath],
] as const

/** What a mail program sends, for who opens its address in a browser. */
const ONE_CLICK = html`<input type="hidden" name="List-Unsubscribe" value="One-Click">`

/** Whether a request may come from anywhere: the one click comes from a reader's mail service, which names no origin. */
export function isOneClickPath(path: string): boolean {
  return path.startsWith(oneClickPath(''))
}

/**
 * Leaving a topic by a link of a mail. Whoever has the mail can leave that one topic, and sees nothing of whose it is,
 * not even whether anybody is subscribed.
 */
export function mountLeave(app: Hono, newsletter: Newsletter): void {
  const { subscribers, links, clock } = newsletter
  for (const [scope, pathOf] of WAYS)
    app.get(pathOf(':token'), async (context) => {
      const { language, says } = saysIn(context)
      const grant = links.read(tokenOf(context), scope, clock.now())
      const topic = grant && topicOf(grant.topic)
      if (topic === null) return showPrivate(newsletter, context, overPage(language), 410)
      const { title, about, topics, button } = says.leave
      const words = html`<p>${filled(about, { topic: topics[topic.kind] })}</p>${deedForm('leave', button, ONE_CLICK)}`
      return showPrivate(newsletter, context, pageIn(language, title, words))
    })
  app.post(leavePath(':token'), async (context) => {
    const fields = await smallForm(context.req.raw)
    if (fields?.get('deed') !== 'leave') return fail(newsletter, context, 400)
    const { language, says } = saysIn(context)
    const grant = links.read(tokenOf(context), 'leave', clock.now())
    if (grant === null) return showPrivate(newsletter, context, overPage(language), 410)
    await subscribers.leave(grant.subscriber, grant.topic, 'leave-link')
    return showPrivate(newsletter, context, wordsPage(language, says.leave.doneTitle, [says.leave.done]))
  })
  app.post(oneClickPath(':token'), async (context) => {
    if (!(await isOneClick(context.req.raw))) return fail(newsletter, context, 400)
    const { language, says } = saysIn(context)
    const grant = links.read(tokenOf(context), 'one-click', clock.now())
    if (grant === null) return showPrivate(newsletter, context, overPage(language), 410)
    await subscribers.leave(grant.subscriber, grant.topic, 'one-click')
    return showPrivate(newsletter, context, wordsPage(language, says.leave.doneTitle, [says.leave.done]))
  })
}
