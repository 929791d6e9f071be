import type { Hono } from 'hono'
import { takeButton } from '../web/our-form.ts'
import { fail } from '../web/web.ts'
import { needs } from '../web/who-asks.ts'
import type { Desk } from './desk.ts'
import { pictureAddress } from './picture-form.ts'

/** What the button on an article's page asks for. */
export function mountPictures(app: Hono, desk: Desk): void {
  const { store, queue } = desk
  app.post('/articles/:id/picture', needs('add-coverage'), async (context) => {
    const form = await takeButton(desk, context)
    if (!form.ok) return fail(desk, context, form.status)
    const article = await store.article(context.req.param('id'))
    const url = article && pictureAddress(article)
    if (url === null) return fail(desk, context, 404)
    const job = await queue.add({ kind: 'add-page', url }, { key: `picture of ${url}` })
    return context.redirect(`/desk/work/${job}`, 303)
  })
}
