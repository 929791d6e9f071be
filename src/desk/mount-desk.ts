import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { ArticleRecord } from '../record/records.ts'
import type { Html } from '../view/html.ts'
import { mountDeskDoor } from '../web/desk-door.ts'
import { removedPage } from '../web/removed-page.ts'
import { fail, formNeeds, PAGE_LENGTH, queryOf, show } from '../web/web.ts'
import { needs } from '../web/who-asks.ts'
import { mountAccount } from './accounts/mount-account.ts'
import { mountAccounts } from './accounts/mount-accounts.ts'
import { welcomePage } from './add-page.ts'
import { articlePage } from './article-page.ts'
import { articlesPage } from './articles-page.ts'
import type { Desk } from './desk.ts'
import { mountDossierParts } from './dossiers/mount-dossier-parts.ts'
import { mountDossiers } from './dossiers/mount-dossiers.ts'
import { mountAdding } from './mount-adding.ts'
import { mountBookmarklet } from './mount-bookmarklet.ts'
import { mountEvidence } from './mount-evidence.ts'
import { mountFeeds } from './mount-feeds.ts'
import { mountPictures } from './mount-pictures.ts'
import { articleVersionsHtml, mountVersions } from './mount-versions.ts'
import { mountWatch } from './mount-watch.ts'
import { mountWork } from './mount-work.ts'
import { pictureAddress, pictureForm } from './picture-form.ts'
import { mountReview } from './review/mount-review.ts'
import { mountSignIn } from './sign-in/mount-sign-in.ts'
import { speakerPage } from './speaker-page.ts'
import { speakersPage } from './speakers-page.ts'
import { watchBox } from './watch-box.ts'

/** What stands below an article's text: its versions, whether its page is looked at again, and the button for a picture. */
async function belowArticle(desk: Desk, context: Context, article: ArticleRecord): Promise<Html> {
  const { store, messages } = desk
  const { token } = formNeeds(desk, context)
  const page = await store.pages.ofArticle(article.id)
  return html`${await articleVersionsHtml(store, article.id, messages)}${watchBox(article, { page, token, messages })}${
    pictureAddress(article) !== null && pictureForm(article.id, token, messages)
  }`
}

function mountRecord(app: Hono, desk: Desk): void {
  const { store, messages } = desk
  app.get('/', needs('see-desk'), async (context) => {
    const query = queryOf(context)
    const list = await store.articles(query)
    if (list.total === 0 && query.words === null) return show(desk, context, welcomePage(formNeeds(desk, context)))
    return show(desk, context, articlesPage({ list, ...query, sampleOf: await desk.sampleMark(), messages }))
  })
  app.get('/articles/:id', needs('see-desk'), async (context) => {
    const article = await store.article(context.req.param('id'))
    const shown = { page: context.req.query('page') ?? null, statement: context.req.query('statement') ?? null }
    const sample = article === null ? null : (await desk.sampleMark())(article)
    const versions = article === null ? '' : await belowArticle(desk, context, article)
    const page = article && articlePage(article, { shown, sample, versions, messages })
    if (page !== null) return show(desk, context, page)
    const removal = article === null ? await store.removal(context.req.param('id')) : null
    return removal === null ? fail(desk, context, 404) : show(desk, context, removedPage(removal, messages), 410)
  })
  app.get('/speakers', needs('see-desk'), async (context) => {
    const query = queryOf(context)
    return show(desk, context, speakersPage({ list: await store.speakers(query), ...query, messages }))
  })
  app.get('/speakers/:id', needs('see-desk'), async (context) => {
    const { cursor } = queryOf(context)
    const found = await store.speaker(context.req.param('id'), { words: null, cursor, limit: PAGE_LENGTH })
    if (found === null) return fail(desk, context, 404)
    const sampleOf = await desk.sampleMark()
    return show(desk, context, speakerPage({ ...found, cursor, sampleOf, messages }))
  })
}

/** Everything that editors see, below `/desk`, behind its door; and the way in. */
export function mountDesk(app: Hono, desk: Desk): void {
  mountDeskDoor(app, desk, desk.store.accounts)
  mountSignIn(app, desk)
  const pages = app.basePath('/desk')
  mountRecord(pages, desk)
  mountVersions(pages, desk)
  mountWatch(pages, desk)
  mountEvidence(pages, desk)
  mountAdding(pages, desk)
  mountPictures(pages, desk)
  mountFeeds(pages, desk)
  mountBookmarklet(pages, desk)
  mountReview(pages, desk)
  mountWork(pages, desk)
  mountDossierParts(pages, desk)
  mountDossiers(pages, desk)
  mountAccount(pages, desk)
  mountAccounts(pages, desk)
}
