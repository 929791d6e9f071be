import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { ArticleRecord } from '../record/records.ts'
import { StoreError } from '../record/store-error.ts'
import { loadAssets } from '../view/assets.ts'
import type { Html } from '../view/html.ts'
import { en } from '../view/messages/en.ts'
import { welcomePage } from './add-page.ts'
import { articlePage } from './article-page.ts'
import { articlesPage } from './articles-page.ts'
import { formTokens } from './form-token.ts'
import { mayPass } from './guard.ts'
import { ASK_AGAIN, FOR_EVER, SECURITY_HEADERS } from './headers.ts'
import { mountAdding } from './mount-adding.ts'
import { mountBookmarklet } from './mount-bookmarklet.ts'
import { mountEvidence } from './mount-evidence.ts'
import { mountFeeds } from './mount-feeds.ts'
import { mountPictures } from './mount-pictures.ts'
import { articleVersionsHtml, mountVersions } from './mount-versions.ts'
import { mountWatch } from './mount-watch.ts'
import { mountWork } from './mount-work.ts'
import { pictureAddress, pictureForm } from './picture-form.ts'
import { removedPage } from './removed-page.ts'
import { sampleMark } from './sample-mark.ts'
import { fail, formNeeds, PAGE_LENGTH, queryOf, type Site, type SiteOptions, show } from './site.ts'
import { speakerPage } from './speaker-page.ts'
import { speakersPage } from './speakers-page.ts'
import { watchBox } from './watch-box.ts'

/** The guard, the headers, the static files, and the pages for what goes wrong. */
function mountGround(app: Hono, site: Site): void {
  app.use(async (context, next) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) context.header(name, value)
    context.header('Cache-Control', ASK_AGAIN)
    const header = (name: string) => context.req.header(name) ?? null
    const visit = {
      method: context.req.method,
      host: header('Host'),
      origin: header('Origin'),
      fetchSite: header('Sec-Fetch-Site'),
      fetchMode: header('Sec-Fetch-Mode'),
    }
    return mayPass(visit, site.port()) ? next() : fail(site, context, 403)
  })
  app.get('/static/*', async (context) => {
    const asset = site.assets.at(context.req.path)
    if (asset === null) return fail(site, context, 404)
    return context.body(asset.bytes, 200, { 'Content-Type': asset.contentType, 'Cache-Control': FOR_EVER })
  })
  app.notFound((context) => fail(site, context, 404))
  app.onError((error, context) => {
    site.report(error)
    return fail(site, context, error instanceof StoreError ? 503 : 500)
  })
}

/** What stands below an article's text: its versions, whether its page is looked at again, and the button for a picture. */
async function belowArticle(site: Site, context: Context, article: ArticleRecord): Promise<Html> {
  const { store, messages } = site
  const { token } = formNeeds(site, context)
  const page = await store.pages.ofArticle(article.id)
  return html`${await articleVersionsHtml(store, article.id, messages)}${watchBox(article, { page, token, messages })}${
    pictureAddress(article) !== null && pictureForm(article.id, token, messages)
  }`
}

function mountRecord(app: Hono, site: Site): void {
  const { store, messages } = site
  app.get('/', async (context) => {
    const query = queryOf(context)
    const list = await store.articles(query)
    if (list.total === 0 && query.words === null) return show(site, context, welcomePage(formNeeds(site, context)))
    return show(site, context, articlesPage({ list, ...query, sampleOf: await site.sampleMark(), messages }))
  })
  app.get('/articles/:id', async (context) => {
    const article = await store.article(context.req.param('id'))
    const shown = { page: context.req.query('page') ?? null, statement: context.req.query('statement') ?? null }
    const sample = article === null ? null : (await site.sampleMark())(article)
    const versions = article === null ? '' : await belowArticle(site, context, article)
    const page = article && articlePage(article, { shown, sample, versions, messages })
    if (page !== null) return show(site, context, page)
    const removal = article === null ? await store.removal(context.req.param('id')) : null
    return removal === null ? fail(site, context, 404) : show(site, context, removedPage(removal, messages), 410)
  })
  app.get('/speakers', async (context) => {
    const query = queryOf(context)
    return show(site, context, speakersPage({ list: await store.speakers(query), ...query, messages }))
  })
  app.get('/speakers/:id', async (context) => {
    const { cursor } = queryOf(context)
    const found = await store.speaker(context.req.param('id'), { words: null, cursor, limit: PAGE_LENGTH })
    if (found === null) return fail(site, context, 404)
    const sampleOf = await site.sampleMark()
    return show(site, context, speakerPage({ ...found, cursor, sampleOf, messages }))
  })
}

/** The pages of the desk, for this computer alone: `fetch` answers requests, the wiring listens. */
export function createSite(options: SiteOptions): Hono {
  const site: Site = {
    ...options,
    assets: loadAssets(),
    messages: en,
    tokens: formTokens(),
    sampleMark: sampleMark(options.samples),
  }
  const app = new Hono()
  mountGround(app, site)
  mountRecord(app, site)
  mountVersions(app, site)
  mountWatch(app, site)
  mountEvidence(app, site)
  mountAdding(app, site)
  mountPictures(app, site)
  mountFeeds(app, site)
  mountBookmarklet(app, site)
  mountWork(app, site)
  return app
}
