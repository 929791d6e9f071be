import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { MAX_INPUT_BYTES } from '../article/limits.ts'
import type { AddInput, AddOutcome, Input } from '../record/input.ts'
import type { ListQuery, Store } from '../record/store.ts'
import { type Assets, loadAssets } from '../view/assets.ts'
import { layout, type PageBody } from '../view/layout.ts'
import { en } from '../view/messages/en.ts'
import type { Messages } from '../view/messages/messages.ts'
import { addAll, takeForm } from './add-form.ts'
import { addPage, type FormNeeds, welcomePage } from './add-page.ts'
import { articlePage } from './article-page.ts'
import { articlesPage } from './articles-page.ts'
import { type ErrorStatus, errorPage, errorSentence } from './error-page.ts'
import { FORM_COOKIE, type FormTokens, formTokens } from './form-token.ts'
import { mayPass } from './guard.ts'
import { ASK_AGAIN, FOR_EVER, SECURITY_HEADERS } from './headers.ts'
import { type Results, recentResults } from './results.ts'
import { resultLine, resultsPage } from './results-page.ts'
import { type IsSample, sampleMark } from './sample-mark.ts'
import { speakerPage } from './speaker-page.ts'
import { speakersPage } from './speakers-page.ts'

/** What the site needs from the rest of the house. */
export type SiteOptions = {
  readonly store: Pick<Store, 'articles' | 'article' | 'speakers' | 'speaker'>
  readonly add: AddInput
  /** The sample articles, read when somebody asks for them. */
  readonly samples: () => Promise<readonly Input[]>
  /** The port that the server listens on; asked on every request, since it may be known late. */
  readonly port: () => number
  /** Told of every error that is ours, for the terminal. */
  readonly report: (error: unknown) => void
}

/** The options, and what the site holds in memory. */
type Site = SiteOptions & {
  readonly assets: Assets
  readonly messages: Messages
  readonly tokens: FormTokens
  readonly results: Results
  readonly sampleMark: () => Promise<IsSample>
}

/** Lines of a list on one page. */
const PAGE_LENGTH = 50
/** A longer query is a pasted text, not words to search for. */
const MAX_QUERY_LENGTH = 200

function show(site: Site, context: Context, body: PageBody, status: 200 | ErrorStatus = 200) {
  return context.html(layout(body, site), status)
}

/** Whether the answer goes to a page's script, which wants data, and not into a window. */
function isForScript(context: Context): boolean {
  return context.req.header('Accept') === 'application/json'
}

function fail(site: Site, context: Context, status: ErrorStatus) {
  const { path } = context.req
  if (isForScript(context)) return context.json({ sentence: errorSentence(status, path, site.messages) }, status)
  return show(site, context, errorPage(status, path, site.messages), status)
}

/** What a list is asked for. The store takes no NUL and no half of a character, and neither is ever searched for. */
function queryOf(context: Context): ListQuery {
  const typed = (context.req.query('q') ?? '').slice(0, MAX_QUERY_LENGTH).toWellFormed().replaceAll('\0', '').trim()
  return { words: typed === '' ? null : typed, cursor: context.req.query('after') ?? null, limit: PAGE_LENGTH }
}

/** The token for the forms of a page, with its cookie. */
function formNeeds({ tokens, messages }: Site, context: Context): FormNeeds {
  const received = getCookie(context, FORM_COOKIE)
  const cookie = tokens.cookie(received)
  if (cookie !== received) setCookie(context, FORM_COOKIE, cookie, { path: '/', httpOnly: true, sameSite: 'Strict' })
  return { token: tokens.token(cookie), maxBytes: MAX_INPUT_BYTES, messages }
}

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
  app.get('/static/*', (context) => {
    const asset = site.assets.at(context.req.path)
    if (asset === null) return fail(site, context, 404)
    return context.body(asset.bytes, 200, { 'Content-Type': asset.contentType, 'Cache-Control': FOR_EVER })
  })
  app.notFound((context) => fail(site, context, 404))
  app.onError((error, context) => {
    site.report(error)
    return fail(site, context, 500)
  })
}

function mountRecord(app: Hono, site: Site): void {
  const { store, messages } = site
  app.get('/', async (context) => {
    const query = queryOf(context)
    const list = await store.articles(query)
    if (list.total === 0 && query.words === null) return show(site, context, welcomePage(formNeeds(site, context)))
    return show(site, context, articlesPage({ list, ...query, isSample: await site.sampleMark(), messages }))
  })
  app.get('/articles/:id', async (context) => {
    const article = await store.article(context.req.param('id'))
    const shown = { page: context.req.query('page') ?? null, statement: context.req.query('statement') ?? null }
    const isSample = article !== null && (await site.sampleMark())(article)
    const page = article && articlePage(article, { shown, isSample, messages })
    return page === null ? fail(site, context, 404) : show(site, context, page)
  })
  app.get('/speakers', async (context) => {
    const query = queryOf(context)
    return show(site, context, speakersPage({ list: await store.speakers(query), ...query, messages }))
  })
  app.get('/speakers/:id', async (context) => {
    const { cursor } = queryOf(context)
    const found = await store.speaker(context.req.param('id'), { words: null, cursor, limit: PAGE_LENGTH })
    if (found === null) return fail(site, context, 404)
    const isSample = await site.sampleMark()
    return show(site, context, speakerPage({ ...found, cursor, isSample, messages }))
  })
}

/** Answers a form: to a page's script the outcomes themselves, to a browser the address of the page that shows them. */
function answer(site: Site, context: Context, outcomes: readonly AddOutcome[]) {
  if (isForScript(context)) return context.json(outcomes.map((outcome) => resultLine(outcome, site.messages)))
  return context.redirect(`/added/${site.results.keep(outcomes)}`, 303)
}

function mountAdding(app: Hono, site: Site): void {
  const take = (context: Context) =>
    takeForm(context.req.raw, {
      ...site,
      isValidToken: (token) => site.tokens.isValid(token, getCookie(context, FORM_COOKIE)),
    })
  app.get('/add', (context) => show(site, context, addPage(formNeeds(site, context))))
  app.post('/add', async (context) => {
    const form = await take(context)
    return form.ok ? answer(site, context, form.outcomes) : fail(site, context, form.status)
  })
  app.post('/samples', async (context) => {
    const form = await take(context)
    if (!form.ok) return fail(site, context, form.status)
    return answer(site, context, await addAll(await site.samples(), site))
  })
  app.get('/added/:key', (context) => {
    const outcomes = site.results.find(context.req.param('key'))
    return outcomes === null ? fail(site, context, 404) : show(site, context, resultsPage(outcomes, site.messages))
  })
}

/** The pages of the desk, for this computer alone: `fetch` answers requests, the wiring listens. */
export function createSite(options: SiteOptions): Hono {
  const site: Site = {
    ...options,
    assets: loadAssets(),
    messages: en,
    tokens: formTokens(),
    results: recentResults(),
    sampleMark: sampleMark(options.samples),
  }
  const app = new Hono()
  mountGround(app, site)
  mountRecord(app, site)
  mountAdding(app, site)
  return app
}
