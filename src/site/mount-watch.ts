import type { Hono } from 'hono'
import { takeButton } from './mount-adding.ts'
import { fail, type Site } from './site.ts'
import { pageAddress } from './watch-box.ts'

/** What a person can do about an article's page: have it looked at again every day, or no longer. */
export function mountWatch(app: Hono, site: Site): void {
  const { store } = site
  app.post('/articles/:id/watch', async (context) => {
    const form = await takeButton(site, context)
    if (!form.ok) return fail(site, context, form.status)
    const article = await store.article(context.req.param('id'))
    const address = article && pageAddress(article)
    if (article === null || address === null) return fail(site, context, 404)
    const { id } = await store.pages.watch(address)
    await store.pages.update(id, { articleId: article.id })
    return context.redirect(`/articles/${article.id}#watch`, 303)
  })
  app.post('/articles/:id/unwatch', async (context) => {
    const form = await takeButton(site, context)
    if (!form.ok) return fail(site, context, form.status)
    const id = context.req.param('id')
    const page = await store.pages.ofArticle(id)
    if (page === null || !(await store.pages.stop(page.id))) return fail(site, context, 404)
    return context.redirect(`/articles/${id}#watch`, 303)
  })
}
