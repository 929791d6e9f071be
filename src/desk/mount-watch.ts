import type { Hono } from 'hono'
import { takeButton } from '../web/our-form.ts'
import { fail } from '../web/web.ts'
import { needs } from '../web/who-asks.ts'
import type { Desk } from './desk.ts'
import { pageAddress } from './watch-box.ts'

/** What a person can do about an article's page: have it looked at again every day, or no longer. */
export function mountWatch(app: Hono, desk: Desk): void {
  const { store } = desk
  app.post('/articles/:id/watch', needs('add-coverage'), async (context) => {
    const form = await takeButton(desk, context)
    if (!form.ok) return fail(desk, context, form.status)
    const article = await store.article(context.req.param('id'))
    const address = article && pageAddress(article)
    if (article === null || address === null) return fail(desk, context, 404)
    const { id } = await store.pages.watch(address)
    await store.pages.update(id, { articleId: article.id })
    return context.redirect(`/desk/articles/${article.id}#watch`, 303)
  })
  app.post('/articles/:id/unwatch', needs('add-coverage'), async (context) => {
    const form = await takeButton(desk, context)
    if (!form.ok) return fail(desk, context, form.status)
    const id = context.req.param('id')
    const page = await store.pages.ofArticle(id)
    if (page === null || !(await store.pages.stop(page.id))) return fail(desk, context, 404)
    return context.redirect(`/desk/articles/${id}#watch`, 303)
  })
}
