import type { Hono } from 'hono'

/** Everything that the public sees. */
export function mountSite(app: Hono): void {
  app.get('/', (context) => context.redirect('/desk'))
}
