import type { Hono } from 'hono'
import { takeButton } from './mount-adding.ts'
import { pictureAddress } from './picture-form.ts'
import { fail, type Site } from './site.ts'

/** What the button on an article's page asks for. */
export function mountPictures(app: Hono, site: Site): void {
  const { store, queue } = site
  app.post('/articles/:id/picture', async (context) => {
    const form = await takeButton(site, context)
    if (!form.ok) return fail(site, context, form.status)
    const article = await store.article(context.req.param('id'))
    const url = article && pictureAddress(article)
    if (url === null) return fail(site, context, 404)
    const job = await queue.add({ kind: 'add-page', url }, { key: `picture of ${url}` })
    return context.redirect(`/work/${job}`, 303)
  })
}
