import type { Hono } from 'hono'
import { StoreError } from '../record/store-error.ts'
import { mayPass } from './guard.ts'
import { ASK_AGAIN, FOR_EVER, SECURITY_HEADERS } from './headers.ts'
import { fail, type Web } from './web.ts'

type GroundOptions = {
  /** Addresses to which forms may be sent from anywhere: what they do is in their address alone. */
  readonly isOpenToForms: (path: string) => boolean
}

/** What all pages stand on: the guard, the headers, the static files, and the pages for what goes wrong. */
export function mountGround(
  app: Hono,
  web: Web,
  { isOpenToForms }: GroundOptions = { isOpenToForms: () => false },
): void {
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
    // What anybody may send anew is let through as what anybody may open.
    const asked = isOpenToForms(context.req.path) ? { ...visit, method: 'GET', fetchSite: null } : visit
    return mayPass(asked, { port: web.port(), address: web.reachedAt }) ? next() : fail(web, context, 403)
  })
  app.get('/static/*', async (context) => {
    const asset = web.assets.at(context.req.path)
    if (asset === null) return fail(web, context, 404)
    return context.body(asset.bytes, 200, { 'Content-Type': asset.contentType, 'Cache-Control': FOR_EVER })
  })
  app.notFound((context) => fail(web, context, 404))
  app.onError((error, context) => {
    web.report(error)
    return fail(web, context, error instanceof StoreError ? 503 : 500)
  })
}
